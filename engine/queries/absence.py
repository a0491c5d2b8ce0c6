"""Absences (请假外出) as people ask for them: who is away today and until when, who stands in, and who will be away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from engine.actor import Actor
from engine.model import Absence, Delegation, User
from engine.queries.query import Query, Reading, answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Somebody is away today: why, until when, and who approves in the stead."""

    kind: str
    until: date
    stand_ins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayToday(Query[Mapping[str, Away]]):
    """Who is away today, by the id of the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absences(Query[tuple[Absence, ...]]):
    """Absences from today on of the people near the actor, the earliest first."""


@answers(AwayToday)
def away_today(query: AwayToday, actor: Actor, reading: Reading) -> Mapping[str, Away]:
    """Return them."""
    del query, actor
    day = reading.today
    here = (Absence.cancelled_at.is_(None), Absence.starts_on <= day, Absence.ends_on >= day)
    found = reading.rows(Absence, select(Absence.__table__).where(*here))
    if not found:
        return {}
    running = (Delegation.ended_at.is_(None), Delegation.valid_from <= day, Delegation.valid_until >= day)
    stand_ins: dict[str, list[str]] = {}
    for item in reading.rows(Delegation, select(Delegation.__table__).where(*running)):
        stand_ins.setdefault(item.delegator, []).append(item.delegate_name)
    return {item.person: Away(kind=item.kind, until=item.ends_on, stand_ins=tuple(stand_ins.get(item.person, ()))) for item in found}


@answers(Absences)
def absences(query: Absences, actor: Actor, reading: Reading) -> tuple[Absence, ...]:
    """Return those of the own district, and the own ones."""
    del query
    near = select(User.id).where(or_(User.id == actor.id, User.district == actor.district) if actor.district else User.id == actor.id)
    coming = (Absence.cancelled_at.is_(None), Absence.ends_on >= reading.today, Absence.person.in_(near))
    return tuple(reading.rows(Absence, select(Absence.__table__).where(*coming).order_by(Absence.starts_on, Absence.id)))
