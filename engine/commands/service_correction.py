"""Corrected dates of service (更正送达日期): the record stays, the correction is added to it, and the clocks run from the right day.

Source: 民法典 Art. 201; 行政处罚法 Art. 61 (what the party may still do depends on the day on which the document reached it).
"""

from dataclasses import dataclass
from datetime import date

from engine.commands import deadline as clock
from engine.commands.command import CaseCommand, handles
from engine.commands.correction_order import move_orders
from engine.commands.cost_court import move_cost_windows
from engine.commands.enforcement import move_window
from engine.commands.service import served
from engine.errors import InvalidInputError, LawError
from engine.events.deadline import DeadlineMet
from engine.events.service import ServiceDateCorrected
from engine.model import Case, Document, Service
from engine.rules.enforcement import REMEDIES
from engine.work import Work
from engine.workflow import advance

LONGEST = 500
BASIS = "行政处罚法 61①"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectServiceDate(CaseCommand[list[str]]):
    """Correct the day on which a document was served; the answer is the keys of the clocks that were counted anew.

    Given by a superior who is not an officer of the case: whoever recorded the service is the first person, this is the second.
    """

    service_id: str
    served_on: date
    reason: str


@handles(CorrectServiceDate)
def correct_service_date(command: CorrectServiceDate, work: Work) -> list[str]:
    """Add the correction; refuses an officer of the case, a day to come, a day before the document was issued, the same day, and no reason."""
    service = work.find(Service, command.service_id)
    if service is None or service.case_id != command.case_id:
        raise LawError("not_served", "本案没有这份送达记录。", basis=BASIS)
    case, paper = work.case(command.case_id), work.get(Document, service.document_id)
    _check(command, work, case, service, paper)
    work.record(
        ServiceDateCorrected(
            case=case.id,
            service=service.id,
            document=paper.id,
            document_title=paper.title,
            before=service.served_on,
            served_on=command.served_on,
            reason=command.reason.strip(),
            person=work.actor.id,
            person_name=work.actor.name,
        )
    )
    _meet_again(work, case.id, service.served_on, command.served_on)
    cause = f"更正{paper.title}送达日期"
    # First the orders, whose last day stays: what is left runs its own length from the right day.
    moved = move_orders(work, work.get(Document, paper.id), cause)
    moved += clock.correct(work, case.id, served(paper.id), command.served_on, cause=cause)
    if set(moved) & set(REMEDIES):
        # The court may be asked from the day on which the remedies end.
        moved += move_window(work, case.id, cause) + move_cost_windows(work, case.id, cause)
    advance.deliver(work, case.id)
    return moved


def _check(command: CorrectServiceDate, work: Work, case: Case, service: Service, paper: Document) -> None:
    """Refuse an officer of the case, the same day again, no reason, a day to come, and one before the document was issued."""
    if work.actor.id in {case.lead, case.second}:
        raise LawError("same_person", "送达日期由承办人员以外的队长或者负责人更正。", basis="行政处罚法 42")
    problems = {}
    if command.served_on == service.served_on:
        problems["served_on"] = ["与原记录相同，不需要更正。"]
    if not command.reason.strip() or len(command.reason) > LONGEST:
        problems["reason"] = [f"请写明更正的理由和凭据，不超过{LONGEST}字。"]
    if problems:
        raise InvalidInputError(problems)
    if command.served_on > work.today:
        raise LawError("date_in_future", "送达日期尚未到来。", basis=BASIS, field="served_on")
    if command.served_on < paper.issued_on:
        raise LawError("before_cause", "送达日期早于文书日期。", basis=BASIS, field="served_on")


def _meet_again(work: Work, case_id: str, before: date, served_on: date) -> None:
    """Say anew whether the decision was served in time."""
    term = clock.find(work, case_id, "service")
    if term is not None and term.state == "met" and term.ended_on == before:
        work.record(DeadlineMet(case=case_id, deadline=term.id, title=term.title, due=term.due, met_on=served_on))
