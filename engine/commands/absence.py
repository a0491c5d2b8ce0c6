"""Absences (请假外出): noted by oneself or by a superior, so that nobody waits for who is away."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.actor import Actor
from engine.commands.command import Command, handles
from engine.errors import InvalidInputError, NotFoundError
from engine.events.absence import AbsenceCancelled, AbsenceNoted
from engine.model import Absence, User
from engine.rules.delegation import overlap
from engine.work import Work

KINDS: Mapping[str, str] = {"leave": "请假", "trip": "出差", "training": "培训", "other": "外出"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAbsence(Command[str]):
    """Note that the actor, or somebody under the actor, is away; the answer is the id of the absence."""

    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelAbsence(Command[None]):
    """Note that somebody is back, or does not go."""

    absence_id: str


@handles(NoteAbsence)
def note_absence(command: NoteAbsence, work: Work) -> str:
    """Note it; refuses days that are over, and days that are noted already."""
    data = work.read_form("absence", command.data)
    person = _person(work, data.find("person"))
    begins, ends = data.day("starts_on"), data.day("ends_on")
    noted = [item for item in work.rows(Absence, person=person.id) if item.cancelled_at is None]
    if any(overlap((item.starts_on, item.ends_on), (begins, ends)) for item in noted):
        raise InvalidInputError({"starts_on": ["这几天已经登记过，请先销假。"]})
    absence = work.new_id()
    work.record(
        AbsenceNoted(
            absence=absence,
            person=person.id,
            person_name=person.name,
            kind=data.text("kind"),
            kind_title=KINDS[data.text("kind")],
            starts_on=begins,
            ends_on=ends,
            note=data.find("note"),
            noted_at=work.now,
            noted_name=work.actor.name,
        )
    )
    return absence


@handles(CancelAbsence)
def cancel_absence(command: CancelAbsence, work: Work) -> None:
    """Cancel an absence that is not over; who may note it may cancel it."""
    found = work.find(Absence, command.absence_id)
    person = None if found is None else work.find(User, found.person)
    if found is None or person is None or not superior(work.actor, person):
        raise NotFoundError("没有这次请假外出。")
    if found.cancelled_at is not None or found.ends_on < work.today:
        raise InvalidInputError({"absence_id": ["这次请假外出已经结束。"]})
    work.record(AbsenceCancelled(absence=found.id, person_name=found.person_name, by_name=work.actor.name, cancelled_at=work.now))


def superior(actor: Actor, person: User) -> bool:
    """Tell whether an actor speaks for a person: for oneself, a squad leader for the squad, a head for the district."""
    squad = "squad_leader" in actor.roles and actor.squad is not None and actor.squad == person.squad
    district = "head" in actor.roles and actor.district is not None and actor.district == person.district
    return actor.id == person.id or squad or district


def _person(work: Work, wanted: str | None) -> User:
    if wanted is None:
        return work.get(User, work.actor.id)
    found = work.find(User, wanted) or next(iter(work.rows(User, login=wanted)), None)
    if found is None or not found.active or not superior(work.actor, found):
        raise InvalidInputError({"person": ["请选择本人，或者您中队、辖区的在岗人员。"]})
    return found
