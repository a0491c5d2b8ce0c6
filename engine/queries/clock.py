"""How a clock reads today (期限状态): what is left, how much has gone, and how urgent that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, not_, or_

from engine.model import Deadline
from engine.rules.deadlines import DEADLINES, KEEPING, OPENING
from engine.rules.term import Owner
from engine.rules.warning import ladder_of

PAYMENTS = ("payment", "payment.gains")
"""The terms of the party that are duties: what is not paid in them is late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockReading:
    """A deadline as people see it on a day.

    Attributes:
        subject: the procedure that the clock belongs to, None for the case's own.
        level: `calm` up to 70 % of the term, `warn` after it, `late` when a duty is overdue, `still` while suspended,
            `over` when met or void, when the party's right has ended, or when the day came that opens a way.
        left: days from today to the last day; negative when over; None while suspended.
        gone: per cent of the term that has passed, 0 to 100.
        lines: why the date is this date, as label, reason and value.
        told: whom the system told that it falls due or was missed, or None.
    """

    key: str
    subject: str | None
    title: str
    basis: str
    start_on: date
    due: date | None
    provisional: bool
    state: str
    level: str
    left: int | None
    gone: int
    lines: tuple[Mapping[str, Any], ...]
    ended_on: date | None
    told: str | None

    @property
    def name(self) -> str:
        """Return what the clock is called within its case."""
        return self.key if self.subject is None else f"{self.key}:{self.subject}"


def read_clock(deadline: Deadline, today: date) -> ClockReading:
    """Return how the deadline reads on a day."""
    left = None if deadline.due is None else (deadline.due - today).days
    whole = 0 if deadline.due is None else (deadline.due - deadline.start_on).days
    gone = 0 if whole <= 0 else max(0, min(100, 100 * (today - deadline.start_on).days // whole))
    return ClockReading(
        key=deadline.key,
        subject=deadline.subject,
        title=deadline.title,
        basis=deadline.basis,
        start_on=deadline.start_on,
        due=deadline.due,
        provisional=deadline.provisional,
        state=deadline.state,
        level=_level(deadline, left, gone),
        left=left,
        gone=gone,
        lines=tuple(deadline.lines),
        ended_on=deadline.ended_on,
        told=_told(deadline),
    )


def counts(today: date) -> ColumnElement[bool]:
    """Return, as a condition on the table of deadlines, whether a clock counts for `nearest`."""
    missed = or_(Deadline.state == "expired", Deadline.due < today)
    nobody_s = or_(and_(Deadline.owner == Owner.PARTY, Deadline.key.not_in(PAYMENTS)), Deadline.key.in_(OPENING))
    return and_(
        Deadline.key.not_in(KEEPING), Deadline.due.is_not(None), Deadline.state.not_in(("suspended", "met", "void")), not_(and_(nobody_s, missed))
    )


def nearest(clocks: Sequence[ClockReading]) -> ClockReading | None:
    """Return the running clock that ends first, overdue ones of the agency before all."""
    open_clocks = [clock for clock in clocks if clock.level in {"calm", "warn", "late"} and clock.due is not None and clock.key not in KEEPING]
    return min(open_clocks, key=lambda clock: clock.due or date.max, default=None)


def _told(deadline: Deadline) -> str | None:
    open_rungs = deadline.warned if deadline.state in {"running", "expired"} else 0
    return ladder_of(DEADLINES[deadline.key])[open_rungs - 1].words if open_rungs else None


def _level(deadline: Deadline, left: int | None, gone: int) -> str:
    if deadline.state == "suspended":
        return "still"
    if deadline.state in {"met", "void"}:
        return "over"
    if deadline.state == "expired" or (left is not None and left < 0):
        # A right that the party let pass is over, and so is the wait for a day; a duty of the agency, or a fine that was not paid, is late.
        nobody_s = deadline.key in OPENING or (deadline.owner == Owner.PARTY and deadline.key not in PAYMENTS)
        return "over" if nobody_s else "late"
    return "warn" if gone >= 70 and deadline.key not in OPENING else "calm"
