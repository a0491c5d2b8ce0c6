"""Duties of the office asked (机关期限): which are open, which are to arise or to ring."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, or_, select

from engine.actor import SYSTEM, Actor
from engine.clock import local_date
from engine.errors import NotFoundError
from engine.model import Entry, OfficeDuty
from engine.queries.clock import ClockReading
from engine.queries.query import Query, Reading, answers
from engine.rules.office_duty import OFFICE_DUTIES, duty_id
from engine.rules.warning import DUTY_LADDER
from engine.work import OFFICE

READERS = frozenset({"legal_office", "head", "publisher", "auditor"})
"""Who sees to what the office owes, or looks after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyItem:
    """What the office owes for a year, as it reads today; `superior` is the role that was told last, or None."""

    year: int
    clock: ClockReading
    superior: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDuties(Query[tuple[DutyItem, ...]]):
    """The open duties of the office, the earliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOfficeDuty(Query[DutyItem]):
    """A duty by its id, open or met; NotFoundError where none arose."""

    duty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingDuties(Query[tuple[tuple[str, int], ...]]):
    """The duties that should have arisen by now and did not: kind and year.

    The first year is the one in which the office began its journal: of years before it nothing is kept here.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class RingingDuties(Query[tuple[str, ...]]):
    """The duties that run out, or are to be announced, up to an instant."""

    until: datetime


@answers(OfficeDuties, roles=READERS)
def office_duties(query: OfficeDuties, actor: Actor, reading: Reading) -> tuple[DutyItem, ...]:
    """Return them."""
    del query, actor
    return open_duties(reading)


@answers(OneOfficeDuty, roles=READERS)
def one_office_duty(query: OneOfficeDuty, actor: Actor, reading: Reading) -> DutyItem:
    """Return the duty."""
    del actor
    found = reading.find(OfficeDuty, query.duty)
    if found is None:
        raise NotFoundError("没有这个机关期限。")
    return item_of(found, reading.today)


@answers(MissingDuties, roles=SYSTEM.roles)
def missing_duties(query: MissingDuties, actor: Actor, reading: Reading) -> tuple[tuple[str, int], ...]:
    """Return them, the oldest first."""
    del query, actor
    began = reading.connection.execute(select(Entry.at).where(Entry.stream == OFFICE, Entry.seq == 1)).scalar()
    if began is None or (first := local_date(began).year) >= reading.today.year:
        return ()
    known = set(reading.connection.execute(select(OfficeDuty.id)).scalars())
    wanted = ((key, year) for year in range(first, reading.today.year) for key in OFFICE_DUTIES)
    return tuple((key, year) for key, year in wanted if duty_id(key, year) not in known)


@answers(RingingDuties, roles=SYSTEM.roles)
def ringing_duties(query: RingingDuties, actor: Actor, reading: Reading) -> tuple[str, ...]:
    """Return their ids; one that was met has no warning to come."""
    del actor
    rings = or_(and_(OfficeDuty.state == "running", OfficeDuty.ends_at <= query.until), OfficeDuty.warn_at <= query.until)
    return tuple(reading.connection.execute(select(OfficeDuty.id).where(rings).order_by(OfficeDuty.id)).scalars())


def open_duties(reading: Reading) -> tuple[DutyItem, ...]:
    """Return the duties that are still owed, the earliest first."""
    chosen = select(OfficeDuty.__table__).where(OfficeDuty.state != "met").order_by(OfficeDuty.due, OfficeDuty.id)
    return tuple(item_of(found, reading.today) for found in reading.rows(OfficeDuty, chosen))


def told(items: Iterable[DutyItem], actor: Actor) -> tuple[DutyItem, ...]:
    """Return the duties that were announced to an actor, by the rung of each role."""
    words = {rung.words for rung in DUTY_LADDER if rung.superior.value in actor.roles}
    reached = {rung.words: {step.words for step in DUTY_LADDER[: number + 1]} for number, rung in enumerate(DUTY_LADDER)}
    return tuple(item for item in items if item.clock.told is not None and words & reached[item.clock.told])


def item_of(duty: OfficeDuty, today: date) -> DutyItem:
    """Return how a duty reads on a day."""
    left, whole = (duty.due - today).days, (duty.due - duty.start_on).days
    gone = max(0, min(100, 100 * (today - duty.start_on).days // max(1, whole)))
    late = duty.state == "expired" or left < 0
    rung = DUTY_LADDER[duty.warned - 1] if duty.warned and duty.state != "met" else None
    clock = ClockReading(
        key=duty.key,
        subject=str(duty.year),
        title=f"{duty.year}年度{duty.title.removeprefix('年度')}",
        basis=duty.basis,
        start_on=duty.start_on,
        due=duty.due,
        provisional=False,
        state=duty.state,
        level="over" if duty.state == "met" else "late" if late else "warn" if gone >= 70 else "calm",  # The first rung.
        left=left,
        gone=gone,
        lines=tuple(duty.lines),
        ended_on=duty.ended_on,
        told=None if rung is None else rung.words,
    )
    return DutyItem(year=duty.year, clock=clock, superior=None if rung is None else rung.superior.value)
