"""Self-correction (自行纠错): the agency changes or revokes its own penalty that was wrong. Source: 行政处罚法 Art. 75(2), 48(2)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from engine.commands import deadline as clock
from engine.commands.act_remedy import end_performances
from engine.commands.archiving import send_to_archive
from engine.commands.composition import face, stated_payment, stated_remedies
from engine.commands.confiscated import left_in_store, restore
from engine.commands.deferral import GAINS
from engine.commands.document import issue, penalty_paper
from engine.commands.procedure import start_form, starts
from engine.commands.raised_penalty import collecting
from engine.commands.refund import excess_of, give_back, overpaid_after
from engine.commands.settlement import leave_payment
from engine.commands.submission import approves
from engine.commands.termination import terminate
from engine.commands.withdrawal import decision_changed
from engine.errors import InvalidInputError, LawError
from engine.events.case import CaseClosed
from engine.events.decision import DecisionChanged
from engine.model import Case, Document, ProcessState, Task
from engine.queries.goods import numbers, phrases
from engine.queries.ledger import ledger_of
from engine.rules.document.changed_decision import ChangedDecision
from engine.rules.document.wording import amount_text
from engine.rules.money import format_yuan
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

BASIS = "行政处罚法 75②"

RESTORED = "restored_goods"
"""The field with the things that are not confiscated any more."""

ENDED = "ended"
"""The ground of a decision that cannot reach the party any more."""

GROUNDS: Mapping[str, str] = {
    "facts": "主要事实不清、证据不足",
    "law": "适用依据错误",
    "discretion": "裁量明显不当",
    "procedure": "违反法定程序",
    "power": "超越职权",
    ENDED: "作出以后尚未送达，当事人已经终止",
}


@starts("self_correction")
def apply_for_change(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what shall become of the penalty; refuses sums that are not lower, things that are not in the store, and to change what was not served.

    Source: 行政处罚法 Art. 61, 75(2).
    """
    del instance
    _check_served(work, case, data)
    if data.text("way") == "revoke":
        return "撤销"
    _check_lighter(work, case, data)
    return "变更"


@approves("approve_change")
def check_fits(work: Work, case: Case, task: Task) -> None:
    """Refuse to approve what does not fit any more: a remedy revoked the penalty, or made it lighter, since the correction was applied for."""
    form = start_form(work, task.instance)
    if case.outcome != "penalty":
        raise LawError("no_basis", "处罚决定已经被撤销，没有可以纠正的：请选择不批准，维持现状。", basis=BASIS)
    if form.text("way") == "change":
        try:
            _check_lighter(work, case, form)
        except InvalidInputError as refused:
            message = f"申请纠错以后原决定又有变更：{'；'.join(word for words in refused.fields.values() for word in words)}"
            raise LawError("no_basis", message, basis=BASIS) from refused


def _check_lighter(work: Work, case: Case, data: FormData) -> None:
    """Refuse a fine or gains that are not lower than what stands, and to give back what is not confiscated or ended already."""
    for name, word, before in (("fine", "罚款", case.fine), ("gains", "没收违法所得", case.gains)):
        if data.find(name) is not None and Decimal(data.text(name)) >= (before or Decimal(0)):
            raise InvalidInputError({name: [f"自行纠错只能减轻：应低于原{word}{format_yuan(before or Decimal(0))}。"]})
    if set(numbers(data.values, RESTORED)) - set(left_in_store(work, case.id)):
        raise InvalidInputError({RESTORED: ["只能选择处罚决定没收、还没有处置的物品；已经处置的，依法赔偿。"]})


def _check_served(work: Work, case: Case, data: FormData) -> None:
    served = _paper(work, case.id).served_on is not None
    if not served and data.text("way") == "change":
        raise LawError("not_served", "决定书还没有送达的，只能撤销；要变更罚款的，先送达。", basis="行政处罚法 61、75②", field="way")
    if served and data.text("ground") == ENDED:
        raise InvalidInputError({"ground": ["决定书已经送达的，承受人承受决定的义务：启动“变更当事人”。"]})


@operation("decision.correct", returns=("document",))
def correct_decision(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Change or revoke the penalty: the paper says so, the publication is to be withdrawn (R47), and what was paid too much is given back."""
    del inputs, values
    case, form, paper = work.case(case_id), start_form(work), _paper(work, case_id)
    revoked = form.text("way") == "revoke"
    back = left_in_store(work, case_id) if revoked else numbers(form.values, RESTORED)
    fine = None if revoked else _sum(form, "fine") or case.fine or Decimal(0)
    gains = _sum(form, "gains")
    ordered, (refund, settled) = excess_of(work, case), overpaid_after(work, case, fine, gains, falls=revoked)
    open_before = not case.settled
    work.record(
        DecisionChanged(
            case=case_id,
            document=paper.id,
            ground=GROUNDS[form.text("ground")],
            before=case.fine,
            fine=fine,
            refund=refund,
            settled=settled,
            changed_on=work.today,
            person=work.actor.id,
            person_name=work.signature,
            gains_before=None if gains is None else case.gains,
            gains=gains,
        )
    )
    issue(work, case_id, "D31", lambda number, token: _decision(work, case_id, paper, refund, number, token))
    if revoked:
        _end(work, case_id)
    elif settled and open_before:
        leave_payment(work, case_id)
    _meet_gains(work, case_id, gains)
    # The clocks of the main road ended with it; those of this decision begin.
    clock.start(work, case_id, "service", work.today, cause="变更或者撤销决定")
    decision_changed(work, case_id, work.today, "本机关变更或者撤销决定", stands=not revoked)
    give_back(work, case_id, refund, f"本机关{'撤销' if revoked else '变更'}决定", ordered=ordered)
    restore(work, work.case(case_id), back, f"本机关{'撤销' if revoked else '变更'}决定，物品不再没收，返还当事人。")
    return {"document": "D31"}


def _end(work: Work, case_id: str) -> None:
    """End what rests on a penalty that was revoked: the main road, and performances in the party's stead."""
    if not work.get(ProcessState, case_id).finished or collecting(work, case_id):
        work.record(CaseClosed(case=case_id, result="处罚决定已撤销，不再执行", closed_on=work.today))
        terminate(work, case_id)
        send_to_archive(work, case_id, "撤销处罚决定")
    end_performances(work, case_id, "据以代履行的处罚决定由本机关撤销")


def _meet_gains(work: Work, case_id: str, gains: Decimal | None) -> None:
    """Let the term of the gains end where they were changed and nothing of them is owed any more."""
    book = ledger_of(work.connection, work.case(case_id), work.today)
    if gains is not None and (book is None or book.gains_owing == 0):
        clock.meet(work, case_id, GAINS, work.today)


def _sum(form: FormData, name: str) -> Decimal | None:
    return None if form.find(name) is None else Decimal(form.text(name))


def _paper(work: Work, case_id: str) -> Document:
    paper = penalty_paper(work, case_id)
    if paper is None:
        raise LawError("step_not_waiting", "本案没有处罚决定。")
    return paper


def _decision(work: Work, case_id: str, paper: Document, refund: Decimal, number: str, token: str) -> ChangedDecision:
    case, form = work.case(case_id), start_form(work)
    return ChangedDecision(
        **face(work, case, number, token),
        changed_title=paper.title,
        changed_number=paper.number or "",
        changed_date=paper.issued_on.isoformat(),
        cause=case.cause_title,
        ground=GROUNDS[form.text("ground")],
        reason=form.text("reason"),
        decision=_revoked(work, case_id) if form.text("way") == "revoke" else _changed(work, case, form, paper),
        refund=f"已经缴纳的{'款项' if form.find('gains') else '罚款'}中应当退还的{amount_text(format(refund, 'f'))}，由本机关办理退库手续退还。"
        if refund
        else "",
        publication="原决定已经公示的，公示信息在三个工作日内撤回。" if case.published_on else "",
        remedies=stated_remedies(work),
        **_still_to_pay(work, case, paper),
    )


def _revoked(work: Work, case_id: str) -> str:
    """Return in words that nothing of the penalty stands; what was confiscated and is still in the store goes back with it."""
    things = "、".join(phrases(work.connection, case_id, left_in_store(work, case_id)))
    return f"撤销原决定{things and f'；没收的{things}返还当事人'}。"


def _changed(work: Work, case: Case, form: FormData, paper: Document) -> str:
    """Return in words what the fine, the gains and the confiscated things become; what is not named stays as it was decided."""
    word = str(((paper.facts or {}).get("sanction") or {}).get("gains_word") or "违法所得")
    gains, things = _sum(form, "gains"), "、".join(phrases(work.connection, case.id, numbers(form.values, RESTORED)))
    said = (
        f"将原决定的罚款变更为{amount_text(form.text('fine'))}" if form.find("fine") else "",
        f"不再没收{word}" if gains == 0 else f"将原决定没收的{word}变更为{amount_text(form.text('gains'))}" if gains else "",
        f"不再没收{things}，返还当事人" if things else "",
    )
    return f"{'；'.join(filter(None, said))}。原决定的其他内容不变。"


def _still_to_pay(work: Work, case: Case, paper: Document) -> dict[str, Any]:
    """Return what the changed decision still asks for, and how and until when it is paid; nothing where nothing is left of fine and gains."""
    book = ledger_of(work.connection, case, work.today)
    left = Decimal(0) if book is None else max(book.fine + book.gains - book.paid + book.refunded, Decimal(0))
    if book is None or not left:
        return {}
    sanction = (paper.facts or {}).get("sanction") or {}
    return {
        "payment": stated_payment(work, case),
        "fine": format(book.fine, "f") if book.fine else None,
        "owed": format(left, "f"),
        "paid": format(book.paid - book.refunded, "f"),
        "due": book.due.isoformat() if book.due is not None else None,
        "gains_word": str(sanction.get("gains_word") or "违法所得") if book.gains else "",
    }
