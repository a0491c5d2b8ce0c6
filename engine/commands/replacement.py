"""Replacing officers (更换承办人): the superiors put another officer in, who is as fit as the first one had to be.

Source: 行政处罚法 Art. 42 (two certified officers), 43 (who recused goes), 57, 58, 64(4) (who investigates does not review, hear or decide).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.command import CaseCommand, handles
from engine.commands.hearing_result import hearing_of
from engine.commands.officer import officer_of, recused_in
from engine.commands.opinion import REVIEWS
from engine.errors import InvalidInputError, LawError, StepNotWaitingError
from engine.events.case import SecondOfficerConfirmed
from engine.events.officer import PARTS, OfficerReplaced
from engine.events.task import TaskReleased
from engine.model import Case, Opinion, Seat, Task, User
from engine.rules.conflict import check_certificate, check_part, check_recusal
from engine.work import Work

ENDED = frozenset({"rejected", "transferred", "withdrawn", "archived"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceOfficer(CaseCommand[None]):
    """Put another officer in as lead or second, with the reason."""

    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmOfficer(CaseCommand[None]):
    """Confirm with own identity that one is the second officer now."""


@handles(ReplaceOfficer)
def replace_officer(command: ReplaceOfficer, work: Work) -> None:
    """Read who takes over which part, and put the officer in."""
    data = work.read_form("officer_replacement", command.data)
    replace(work, work.case(command.case_id), data.text("part"), data.text("person"), data.text("reason"))


def replace(work: Work, case: Case, part: str, wanted: str, reason: str) -> None:
    """Put a person, by id or login, in as the `lead` or `second` of a case; what the one before had claimed is free again.

    Refuses a case that is over, who is not an officer in office of the case's district with a certificate valid today, who is the other officer,
    and whoever reviewed, approved, voted or decided in the case.
    """
    if case.state in ENDED:
        raise StepNotWaitingError("本案已经终结，不再更换承办人。")
    before, before_name = (case.lead, case.lead_name) if part == "lead" else (case.second, case.second_name)
    person = officer_in_office(work, case, wanted)
    if person.id == before:
        raise InvalidInputError({"person": [f"{person.name}已经是本案的{PARTS[part]}执法人员。"]})
    check_fit(work, case, part, person)
    name = work.actor.name
    fact = OfficerReplaced(
        case=case.id, part=part, before=before, before_name=before_name, person=person.id, person_name=person.name, reason=reason, by_name=name
    )
    work.record(fact)
    for task in work.rows(Task, case_id=case.id, state="waiting"):
        if task.claimed_by is not None and task.claimed_by == before:
            work.record(TaskReleased(case=case.id, task=task.id, title=task.title, person_name=before_name or ""))


def check_fit(work: Work, case: Case, part: str, person: User, field: str = "person") -> None:
    """Refuse a person who may not enforce in the case: no valid certificate today, or with another part in the same case.

    `field` is where the form names the person.
    """
    check_certificate(officer_of(person), work.today)
    check_recusal(officer_of(person), recused_in(case))
    given = [item for item in work.rows(Opinion, case_id=case.id) if not item.step.startswith("confirm_")]
    reviewers = {item.person for item in given if item.step in REVIEWS}
    hearing = hearing_of(work, case.id)
    host = None if hearing is None else hearing.host
    for reviewer in sorted(reviewers) or (None,):
        check_part(part, person.id, {"lead": case.lead, "second": case.second, "reviewer": reviewer, "host": host, "decider": case.decider})
    if person.id in {item.person for item in given} | {seat.person for seat in work.rows(Seat, case_id=case.id)}:
        message = f"{person.name}在本案中审核、审批、复核或者参加过集体讨论，不能改任承办人。"
        raise LawError("same_person", message, basis="行政处罚法 42、57、58", field=field)


@handles(ConfirmOfficer)
def confirm_officer(command: ConfirmOfficer, work: Work) -> None:
    """Record that the new second officer is there; where a step waits for just that, it is said in that step."""
    case = work.case(command.case_id)
    work.check_version()
    if case.second != work.actor.id or case.second_confirmed or case.state in ENDED:
        raise StepNotWaitingError("本案没有等您确认的协办。")
    check_certificate(officer_of(work.get(User, work.actor.id)), work.today)
    step = next((task for task in work.rows(Task, case_id=case.id, state="waiting") if task.form == "confirmation"), None)
    if step is not None:
        raise StepNotWaitingError(f"请在“{step.title}”这一步中确认。")
    work.record(SecondOfficerConfirmed(case=case.id, second=work.actor.id, second_name=work.actor.name))


def officer_in_office(work: Work, case: Case, wanted: str, field: str = "person") -> User:
    """Return an officer in office of the case's district, by id or login; refuses anybody else, at the `field` that names him."""
    found = work.find(User, wanted) or next(iter(work.rows(User, login=wanted)), None)
    if found is None or "officer" not in found.roles or not found.active or found.district != case.district:
        raise InvalidInputError({field: ["请选择本辖区的在岗执法人员。"]})
    return found
