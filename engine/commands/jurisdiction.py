"""Jurisdiction (管辖移送和指定): a case goes to the body that has the power, or the common superior says whose it is.

Source: 行政处罚法 Art. 22 (place of the act), 25 (several bodies: who filed first; dispute: the common superior designates).
"""

from collections.abc import Mapping

from engine.clock import local_date
from engine.commands.archiving import send_to_archive
from engine.commands.composition import face
from engine.commands.document import issue
from engine.commands.goods_handover import stated_held, transfer_goods
from engine.commands.procedure import form_here, start_form, starts
from engine.commands.submission import submits
from engine.commands.suspicion import check_none
from engine.commands.termination import terminate
from engine.errors import LawError
from engine.events.case import CaseTransferred
from engine.model import Case, Document, ProcessState, Task
from engine.rules.document.transfer_letter import TransferLetter
from engine.rules.police_transfer import check_here, check_recipient
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

_BASES = {"transfer": "《中华人民共和国行政处罚法》第二十二条", "designate": "《中华人民共和国行政处罚法》第二十五条"}


@starts("jurisdiction_transfer")
def apply_for_transfer(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return to whom the case shall go, or who shall say so; refuses the agency itself, and the police for a suspected crime."""
    del case, instance
    check_recipient(data.text("body"), minor=data.flag("minor"), field="body")
    if data.text("body") == work.law.department.name:
        raise LawError("no_basis", "不能移送本机关。", basis="行政处罚法 22、25", field="body")
    return data.text("body")


@submits("designation")
def receive_designation(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a designation from before the superior was asked, and the police for a suspected crime."""
    del case
    check_recipient(data.find("competent") or "", minor=data.flag("minor"), field="competent")
    if data.day("designated_on") < local_date(work.get(ProcessState, task.instance).started_at):
        raise LawError("before_cause", "指定管辖的日期早于报请指定。", basis="行政处罚法 25", field="designated_on")


@operation("case.send_letter")
def send_letter(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the letter that goes with the case (案件移送函)."""
    del inputs, values
    issue(work, case_id, "D26", lambda number, token: _letter(work, case_id, number, token))
    return {}


@submits("handover")
def check_handover(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a receipt that is older than the letter."""
    del task
    letter = max(paper.issued_on for paper in work.rows(Document, case_id=case.id, code="D26"))
    if data.day("delivered_on") < letter:
        raise LawError("before_cause", "交接日期早于移送函。", basis="行政处罚法 22、25", field="delivered_on")


@operation("case.hand_over")
def hand_over(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Close the case here with the recipient's receipt, and end its main procedure."""
    del inputs, values
    form = form_here(work, case_id, "handover")
    check_here(work.case(case_id).transferred_on, "管辖移送")
    check_none(work, case_id, "移送其他机关")
    if form is None:
        raise LawError("step_not_waiting", "没有交接记录。")
    recipient, receipt = _recipient(work, case_id), form.text("receipt_no")
    reason = start_form(work).text("reason")
    work.record(CaseTransferred(case=case_id, recipient=recipient, reason=reason, receipt=receipt, delivered_on=form.day("delivered_on")))
    transfer_goods(work, case_id, recipient, receipt)
    terminate(work, case_id)
    send_to_archive(work, case_id, "移送有管辖权的机关")
    return {}


def _recipient(work: Work, case_id: str) -> str:
    """Return the body that the superior designated, or the one that the application names."""
    designated = form_here(work, case_id, "designation")
    return start_form(work).text("body") if designated is None else designated.text("competent")


def _letter(work: Work, case_id: str, number: str, token: str) -> TransferLetter:
    case, applied = work.case(case_id), start_form(work)
    reason = applied.text("reason")
    return TransferLetter(
        **face(work, case, number, token),
        recipient=_recipient(work, case_id),
        cause=case.cause_title,
        reason=reason if reason.endswith("。") else f"{reason}。",
        basis=_BASES[applied.text("way")],
        materials=tuple(line.strip() for line in applied.text("materials").splitlines() if line.strip()),
        items=stated_held(work, case_id),
    )
