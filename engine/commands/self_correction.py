"""Self-correction (自行纠错): the agency changes or revokes its own penalty that was wrong. Source: 行政处罚法 Art. 75(2), 48(2)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from engine.commands import deadline as clock
from engine.commands.act_remedy import end_performances
from engine.commands.archiving import send_to_archive
from engine.commands.composition import face, stated_payment, stated_remedies
from engine.commands.document import issue, penalty_paper
from engine.commands.procedure import start_form, starts
from engine.commands.raised_penalty import collecting
from engine.commands.refund import excess_of, give_back, overpaid_after
from engine.commands.settlement import leave_payment
from engine.commands.termination import terminate
from engine.commands.withdrawal import decision_changed
from engine.errors import InvalidInputError, LawError
from engine.events.case import CaseClosed
from engine.events.decision import DecisionChanged
from engine.model import Case, Document, ProcessState
from engine.queries.ledger import ledger_of
from engine.rules.document.changed_decision import ChangedDecision
from engine.rules.document.wording import amount_text
from engine.rules.money import format_yuan
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

BASIS = "行政处罚法 75②"

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
    """Return what shall become of the penalty; refuses a fine that is not lower, and anything but to revoke what was not served (Art. 61)."""
    del instance
    _check_served(work, case, data)
    if data.text("way") == "revoke":
        return "撤销"
    fine, before = Decimal(data.text("fine")), case.fine or Decimal(0)
    if fine >= before:
        raise InvalidInputError({"fine": [f"自行纠错只能减轻：应低于原罚款{format_yuan(before)}。"]})
    return "变更"


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
    case, form = work.case(case_id), start_form(work)
    paper = _paper(work, case_id)
    fine = Decimal(form.text("fine")) if form.text("way") == "change" else None
    ordered, (refund, settled) = excess_of(work, case), overpaid_after(work, case, fine)
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
        )
    )
    issue(work, case_id, "D31", lambda number, token: _decision(work, case_id, paper, refund, number, token))
    if fine is None and (not work.get(ProcessState, case_id).finished or collecting(work, case_id)):
        work.record(CaseClosed(case=case_id, result="处罚决定已撤销，不再执行", closed_on=work.today))
        terminate(work, case_id)
        send_to_archive(work, case_id, "撤销处罚决定")
    if fine is not None and settled and open_before:
        leave_payment(work, case_id)
    # The clocks of the main road ended with it; those of this decision begin.
    clock.start(work, case_id, "service", work.today, cause="变更或者撤销决定")
    decision_changed(work, case_id, work.today, "本机关变更或者撤销决定", stands=fine is not None)
    give_back(work, case_id, refund, f"本机关{'撤销' if fine is None else '变更'}决定", ordered=ordered)
    if fine is None:
        end_performances(work, case_id, "据以代履行的处罚决定由本机关撤销")
    return {"document": "D31"}


def _paper(work: Work, case_id: str) -> Document:
    paper = penalty_paper(work, case_id)
    if paper is None:
        raise LawError("step_not_waiting", "本案没有处罚决定。")
    return paper


def _decision(work: Work, case_id: str, paper: Document, refund: Decimal, number: str, token: str) -> ChangedDecision:
    case, form = work.case(case_id), start_form(work)
    fine = form.find("fine") if form.text("way") == "change" else None
    return ChangedDecision(
        **face(work, case, number, token),
        changed_title=paper.title,
        changed_number=paper.number or "",
        changed_date=paper.issued_on.isoformat(),
        cause=case.cause_title,
        ground=GROUNDS[form.text("ground")],
        reason=form.text("reason"),
        decision="撤销原决定。" if fine is None else f"将原决定的罚款变更为{amount_text(fine)}。",
        refund=f"已经缴纳的罚款中应当退还的{amount_text(format(refund, 'f'))}，由本机关办理退库手续退还。" if refund else "",
        publication="原决定已经公示的，公示信息在三个工作日内撤回。" if case.published_on else "",
        remedies=stated_remedies(work),
        **_still_to_pay(work, case, paper),
    )


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
