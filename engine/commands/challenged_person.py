"""Whom a recusal is about (应当回避的人): the part that somebody has in a case, and who takes it over.

The two officers, the host and the recorder of a hearing that is still to be held, and the members of a panel that has not concluded.
Source: 行政处罚法 Art. 43, 57(2), 64(4).
"""

from collections.abc import Mapping
from typing import cast

from engine.commands.document import issue, newest
from engine.commands.hearing import check_host, check_recorder
from engine.commands.hearing_paper import compose_change
from engine.commands.hearing_result import hearing_of
from engine.commands.officer import recused_in
from engine.commands.panel import MEMBER_TITLE, open_panel, seats_of
from engine.commands.replacement import check_fit, officer_in_office, replace
from engine.errors import InvalidInputError, LawError
from engine.events.hearing import HearingPersonReplaced
from engine.events.officer import PARTS
from engine.events.panel import MemberReplaced
from engine.events.task import TaskReleased
from engine.model import Case, Hearing, Panel, Task, User
from engine.queries.reach import named_in
from engine.rules.document.hearing_notice import HearingChange
from engine.rules.panel import BASIS, MEMBERS
from engine.work import Work

CHALLENGED: Mapping[str, str] = {**PARTS, "host": "听证主持人", "recorder": "听证记录员", "member": "集体讨论成员"}
"""The parts of a case whose holders may be challenged."""

SUCCESSOR = "replacement"
"""The field of the head's decision that names who takes the part over."""

_TO_BE_HELD = frozenset({"accepted", "set", "notified"})

_TOLD = frozenset({"set", "notified"})
"""The states of a hearing whose notice is made, with the names of host and recorder."""


def part_of(work: Work, case: Case, person: str) -> str | None:
    """Return which part a person has in the case now, None where he has none, or somebody took it over already."""
    hearing, panel = _hearing(work, case), open_panel(work, case.id)
    seated = [] if panel is None else [seat.person for seat in seats_of(work, panel)]
    held: dict[str, list[str | None]] = {"lead": [case.lead], "second": [case.second], "member": [*seated]}
    if hearing is not None:
        held |= {"host": [hearing.host], "recorder": [hearing.recorder]}
    return next((part for part in CHALLENGED if person in held.get(part, ())), None)


def check_successor(work: Work, case: Case, part: str, wanted: str) -> User:
    """Return who takes a part over; refuses with `same_person`, `officer_recused` and others whoever may not have it in this case."""
    if part in PARTS:
        person = officer_in_office(work, case, wanted, SUCCESSOR)
        if person.id in {case.lead, case.second}:
            raise InvalidInputError({SUCCESSOR: [f"{person.name}已经是本案的执法人员。"]})
        check_fit(work, case, part, person, SUCCESSOR)
        return person
    found = work.find(User, wanted) or next(iter(work.rows(User, login=wanted)), None)
    near = found is not None and (part == "member" or found.district == case.district)
    if found is None or not near or not found.active or not _serves(part, found):
        raise InvalidInputError({SUCCESSOR: [f"请选择在岗、可以担任{CHALLENGED[part]}的人员。"]})
    if part == "member":
        _check_member(work, case, found)
    else:
        _check_of_hearing(work, case, part, found)
    return found


def take_over(work: Work, case: Case, part: str, before: User, person: User) -> None:
    """Put a person in for one who was recused; what that one had claimed is free again, and his vote counts no more."""
    if part in PARTS:
        replace(work, case, part, person.id, f"{before.name}回避")
        return
    if part == "member":
        _reseat(work, case, before, person)
    else:
        _replace_in_hearing(work, case, part, before, person)
    for task in work.rows(Task, case_id=case.id, state="waiting", claimed_by=before.id):
        work.record(TaskReleased(case=case.id, task=task.id, title=task.title, person_name=before.name))


def _hearing(work: Work, case: Case) -> Hearing | None:
    hearing = hearing_of(work, case.id)
    return hearing if hearing is not None and hearing.state in _TO_BE_HELD else None


def _serves(part: str, user: User) -> bool:
    return {"host": "hearing_host" in user.roles, "member": bool(MEMBERS & set(user.roles))}.get(part, True)


def _check_of_hearing(work: Work, case: Case, part: str, user: User) -> None:
    hearing = cast("Hearing", _hearing(work, case))
    if user.id in {hearing.host, hearing.recorder}:
        raise LawError("same_person", f"{user.name}已经是本次听证的主持人或者记录员。", basis="行政处罚法 64(4)", field=SUCCESSOR)
    if part == "host":
        check_host(work, case, user)
    else:
        check_recorder(case, user)


def _check_member(work: Work, case: Case, user: User) -> None:
    panel = cast("Panel", open_panel(work, case.id))
    if user.id in {case.lead, case.second} | {seat.person for seat in seats_of(work, panel)}:
        raise LawError("same_person", f"{user.name}是本案的执法人员，或者已经是本次集体讨论的成员。", basis=BASIS, field=SUCCESSOR)
    if user.id in recused_in(case):
        raise LawError("officer_recused", f"{user.name}已回避，不得参加本案的集体讨论。", basis="行政处罚法 43", field=SUCCESSOR)


def _replace_in_hearing(work: Work, case: Case, part: str, before: User, person: User) -> None:
    hearing = cast("Hearing", _hearing(work, case))
    work.record(
        HearingPersonReplaced(
            case=case.id,
            hearing=hearing.id,
            part=part,
            before_name=before.name,
            person=person.id,
            person_name=person.name,
            named=named_in(case.panel, [person.id]),
        )
    )
    _tell(work, hearing, part, before, person)


def _tell(work: Work, hearing: Hearing, part: str, before: User, person: User) -> None:
    """Tell the party who took over a hearing that it was notified of, or is being notified of: it may challenge that one too.

    The day and the place stay as they were told seven days before (行政处罚法 Art. 64(2)), so that no new term runs.
    Source: 行政处罚法 Art. 43, 64(4).
    """
    notice = newest(work, hearing.case_id, "D17")
    if hearing.state in _TOLD and notice is not None:

        def composed(number: str, token: str) -> HearingChange:
            return compose_change(work, hearing, notice, CHALLENGED[part], before.name, person.name, number, token)

        issue(work, hearing.case_id, "D17-1", composed)


def _reseat(work: Work, case: Case, before: User, person: User) -> None:
    panel = cast("Panel", open_panel(work, case.id))
    seat = next(seat for seat in seats_of(work, panel) if seat.person == before.id)
    chairs = panel.chair == before.id
    if chairs and "panel_member" not in person.roles:
        raise InvalidInputError({SUCCESSOR: [f"{before.name}主持本次集体讨论，接替的人须是案审会成员。"]})
    work.record(
        MemberReplaced(
            case=case.id,
            panel=panel.id,
            seat=seat.id,
            before_name=before.name,
            person=person.id,
            person_name=person.name,
            title=person.title or MEMBER_TITLE["head" in person.roles],
            chairs=chairs,
            voted=seat.vote is not None,
            named=named_in(case.panel, [person.id]),
        )
    )
