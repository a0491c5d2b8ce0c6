"""Decisions on the spot (当场处罚): the summary procedure, from what was seen to what was paid. Source: 行政处罚法 Art. 51-53, 67-71."""

from collections.abc import Mapping
from decimal import Decimal

from engine.clock import SHANGHAI
from engine.commands import deadline as clock
from engine.commands.archiving import send_to_archive
from engine.commands.case import name_officer
from engine.commands.composition import (
    face,
    stated_basis,
    stated_discretion,
    stated_party,
    stated_payment,
    stated_remedies,
    stated_sanction,
    stated_violation,
)
from engine.commands.discretion import assessed, check_alike, check_single, freeze, frozen
from engine.commands.document import issue, newest
from engine.commands.number import take
from engine.commands.officer import check_two
from engine.commands.opinion import give
from engine.commands.receipt import check_receipt
from engine.commands.service import served
from engine.commands.submission import last_form, submits
from engine.errors import InvalidInputError, LawError
from engine.events.case import CaseFiled, CaseMoved, CaseRejected
from engine.events.decision import DecisionMade
from engine.events.payment import PaymentReceived
from engine.events.service import DocumentServed
from engine.law.causes import Limb
from engine.model import Case, Task
from engine.queries.discretion import assessment_input, report_on_the_spot
from engine.queries.ledger import owes
from engine.rules.assessment import SPOKEN, WARNING, Assessment
from engine.rules.basis import recorded_basis
from engine.rules.cash import check_cash
from engine.rules.discretion import check_fine
from engine.rules.document.spot_decision import SpotDecision, SpotParty
from engine.rules.exemption import BARRING
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

_NOT_HERE = "不适用当场处罚，请转普通程序，已经填写的内容会一并带去。"


@submits("spot_record")
def record_spot(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Name the second officer and refuse what cannot be decided on the spot (行政处罚法 Art. 42, 51).

    A fine that stands apart from what similar cases paid needs a reason here as well (Art. 34; 类案同罚).
    """
    del task
    name_officer(work, case, data.find("second") or "")
    if data.routing["way"] == "ordinary":
        return
    way = str(data.routing["way"])
    _check_spoken(_limb_told(work, case, data), warned=way == "warned")
    if way == "warned":
        return
    report = report_on_the_spot(data.values)
    assessment = assessed(work, case, report)
    _check_summary(assessment)
    _check_past(work, data)
    if way == "warning":
        _check_spared(work, assessment, data)
        return
    check_single(work, case, report, "act_on")
    check_fine(assessment, Decimal(data.text("fine")))
    check_alike(work, case, assessment, report)


def _check_spared(work: Work, assessment: Assessment, data: FormData) -> None:
    """Ask why nothing but a warning is given where a fine may go with it (行政处罚法 Art. 34)."""
    limb = work.law.causes.limb(assessment.cause, assessment.limb)
    if recorded_basis(limb, assessment.basis, work.law).span is not None and not (data.find("fine_reason") or "").strip():
        raise InvalidInputError({"fine_reason": [f"依据{assessment.basis_full}可以并处罚款：只给予警告的，写明理由（行政处罚法第三十四条）。"]})


def _check_spoken(limb: Limb, *, warned: bool) -> None:
    """Refuse a fine where the law only lets warn by word, and a warning by word where it asks for a decision (道路交通安全法 Art. 93)."""
    spoken = any(SPOKEN in basis.kinds for basis in limb.bases)
    if warned == spoken:
        return
    what = "只予口头警告，不得罚款：办理方式选择“口头警告”。" if spoken else "没有口头警告的规定：当场罚款、当场警告，或者转普通程序。"
    raise LawError("no_basis", f"“{limb.title}”{what}", basis=limb.bases[0].cite if limb.bases else limb.lawful, field="way")


def _limb_told(work: Work, case: Case, data: FormData) -> Limb:
    """Return the limb that the record names, the first where it names none."""
    facts = assessment_input(work.connection, case, report_on_the_spot(data.values), work.law)
    return work.law.causes.limb(facts.cause, facts.limb)


def _check_past(work: Work, data: FormData) -> None:
    """Refuse a time that is still to come: the decision states when the act was done (行政处罚法 Art. 52(2))."""
    if f"{data.text('act_on')}T{data.text('act_time')}" > work.now.astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M"):
        raise InvalidInputError({"act_time": ["违法时间不能晚于现在。"]})


def _check_summary(assessment: Assessment) -> None:
    """Refuse what asks for more than a fine or a warning, and what must not be fined at all."""
    seized = [kind for kind in assessment.kinds if kind not in {"罚款", WARNING}]
    if seized:
        message = f"{assessment.basis_full}还规定{'、'.join(seized)}，{_NOT_HERE}"
        raise LawError("summary_cap", message, basis="行政处罚法 51", field="way")
    if assessment.exemption in BARRING:
        raise LawError("no_basis", f"{assessment.exemption_reason}，{_NOT_HERE}", basis="行政处罚法 30、31、33、36", field="way")


@operation("case.move")
def move_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Go on under the ordinary procedure with everything that was recorded. Source: 行政处罚法 Art. 51, 54."""
    del inputs, values
    form = last_form(work, case_id, "spot_record")
    reason = (form.find("reason") if form else None) or "不符合当场处罚的条件"
    work.record(CaseMoved(case=case_id, procedure="ordinary", reason=reason))
    return {}


@operation("case.warn")
def warn(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """End a case with a warning by word, both officers there: it is no penalty, and no case is filed. Source: 道路交通安全法 Art. 93(1)."""
    del inputs, values
    case, form = work.case(case_id), last_form(work, case_id, "spot_record")
    if form is None:
        raise LawError("step_not_waiting", "没有当场检查记录。")
    check_two(work, case)
    clock.meet(work, case_id, "clue.check", work.today)
    reason = f"{_limb_told(work, case, form).title}，已予口头警告"
    work.record(CaseRejected(case=case_id, reason=reason, closed_on=work.today))
    send_to_archive(work, case_id, "口头警告")
    return {}


@operation("decision.spot", returns=("document",))
def decide_spot(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Decide with both officers there: freeze the discretion, number case and paper, start the clocks of record and publication."""
    del inputs, values
    case, form = work.case(case_id), last_form(work, case_id, "spot_record")
    if form is None:
        raise LawError("step_not_waiting", "没有当场检查记录。")
    check_two(work, case)
    freeze(work, case, "spot", report_on_the_spot(form.values))
    _check_summary(frozen(work, work.case(case_id)))
    taken = take(work, work.law.department.word("case"))
    work.record(CaseFiled(case=case_id, number=taken.text, year=taken.year, sequence=taken.sequence, filed_on=work.today))
    clock.meet(work, case_id, "clue.check", work.today)
    fine = form.find("fine")
    work.record(
        DecisionMade(
            case=case_id,
            outcome="penalty",
            fine=None if fine is None else Decimal(fine),
            decided_on=work.today,
            person=case.lead,
            person_name=case.lead_name,
            opinion="当场处罚。",
        )
    )
    issue(work, case_id, "D20", lambda number, token: compose_spot(work, case_id, form, number, token))
    clock.start(work, case_id, "publication", work.today, cause="作出决定")
    clock.start(work, case_id, "spot.report", work.today, cause="作出决定")
    return {"document": "D20"}


def compose_spot(work: Work, case_id: str, form: FormData, number: str, token: str) -> SpotDecision:
    """Return the decision on the spot."""
    case, party = work.case(case_id), stated_party(work, case_id)
    assessment = frozen(work, case)
    said = (
        f"当事人提出：{form.text('plea_content')}经复核，{form.text('plea_finding')}" if form.find("plea") == "made" else "当事人没有提出陈述、申辩。"
    )
    return SpotDecision(
        **face(work, case, number, token, SpotParty(**{name: getattr(party, name) for name in party.__dataclass_fields__})),
        cause=case.cause_title,
        acted_at=f"{form.text('act_on')}T{form.text('act_time')}",
        place=case.place or "",
        findings=tuple(line.strip() for line in form.text("facts").splitlines() if line.strip()),
        violated=stated_violation(work, assessment),
        basis=stated_basis(work, assessment),
        discretion=stated_discretion(work, case),
        plea=said,
        sanction=stated_sanction(work, case, assessment, case.fine),
        payment=stated_payment(work, case) if owes(case) else None,
        remedies=stated_remedies(work),
        copies_to=("当场交付当事人一份", "归入案卷一份"),
    )


@submits("spot_handover")
def hand_over(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record that the decision was handed over, signed for or refused, and cash that was lawfully taken (行政处罚法 Art. 52, 68-70)."""
    del task
    paper = newest(work, case.id, "D20")
    if paper is None:
        raise LawError("not_served", "没有待交付的当场处罚决定书。", basis="行政处罚法 52②")
    if owes(case) != (data.find("payment") is not None):
        raise InvalidInputError({"payment": ["只给予警告，没有缴款。" if data.find("payment") else "必须选择缴款方式。"]})
    if case.fine is not None and data.find("payment") == "cash":
        check_cash(case.fine, data.text("ground"), work.law.parameters)
        _take_cash(work, case, data.text("ticket_no"))
    signed = data.find("result") == "signed"
    work.record(
        DocumentServed(
            case=case.id,
            service=work.new_id(),
            document=paper.id,
            document_title=paper.title,
            way="direct",
            served_on=work.today,
            recipient=data.find("recipient") or case.title.split(" ")[0],
            relation="party" if signed else None,
            place=case.place,
            witness=None if signed else f"当事人拒绝签收：{data.text('note')}",
            receipt_no=None,
        )
    )


def _take_cash(work: Work, case: Case, ticket: str) -> None:
    check_receipt(work, ticket, "ticket_no")
    fine = case.fine or Decimal(0)
    work.record(
        PaymentReceived(case=case.id, payment=work.new_id(), amount=fine, paid_on=work.today, channel="cash", receipt_no=ticket, settled=True)
    )


@operation("service.spot", returns=("cash", "paying"))
def complete_spot(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Start the clocks that run from the handing over; the court comes after reconsideration (行政复议法 Art. 23).

    After a warning alone nothing is to be paid.
    """
    del inputs, values
    case, paper = work.case(case_id), newest(work, case_id, "D20")
    if paper is None or paper.served_on is None:
        raise LawError("not_served", "当场处罚决定书没有交付。", basis="行政处罚法 52②")
    clock.start(work, case_id, "reconsideration", paper.served_on, cause="当场交付决定书", origin=served(paper.id))
    if owes(case) and case.settled:
        # Cash is handed in from the day on which it was taken.
        clock.start(work, case_id, "cash.handin", work.today, cause="当场收缴罚款")
    elif owes(case):
        clock.start(work, case_id, "payment", paper.served_on, cause="当场交付决定书", origin=served(paper.id))
    return {"cash": bool(case.settled), "paying": owes(case)}


@submits("spot_report")
def file_report(work: Work, case: Case, task: Task, data: FormData) -> None:
    """File the decision for record (行政处罚法 Art. 52(3))."""
    give(work, case, task, "approved", data.find("opinion") or "已备案。")
    clock.meet(work, case.id, "spot.report", work.today)
