"""Reckoning clocks (期限计算): from what a clock was started by to the fact that holds its last day and how it was counted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from engine.clock import SHANGHAI, local_date
from engine.events.deadline import DeadlineReckoned
from engine.law.book import LawBook
from engine.law.calendar import DAY
from engine.model import Deadline
from engine.rules.deadlines import DEADLINES, DeadlineRule, Extension, Suspension, reckon
from engine.rules.extension import Approval
from engine.rules.warning import ladder_of, warning_at, warns


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """All that decides about the last day of one clock of a case.

    Attributes:
        subject: what tells it from other clocks of its key in the case, such as one of several seizures; None where there is one.
        since: the local date of the event from which it runs, or, for a term in hours, its instant.
        origin: the name of that event, such as `document:<id>`, or None; a corrected event finds its clocks by it.
        length: in the unit of the key, extensions not counted in.
        warned: how many rungs of the ladder of warnings were climbed.
    """

    case_id: str
    key: str
    since: date
    length: int
    subject: str | None = None
    origin: str | None = None
    suspensions: tuple[Suspension, ...] = ()
    extensions: tuple[tuple[int, Approval], ...] = ()
    warned: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What a count comes to: the last day, the instant at which the term is over, how it came about, and the next warning.

    `due` and `ends_at` are None while the clock stands still, `warn_at` where no warning is to come; `lines` explain the date to people.
    """

    due: date | None
    ends_at: datetime | None
    provisional: bool
    lines: tuple[Mapping[str, Any], ...]
    warn_at: datetime | None

    def agrees(self, deadline: Deadline) -> bool:
        """Tell whether a clock stands as this count says."""
        return (
            self.due == deadline.due
            and self.ends_at == deadline.ends_at
            and self.warn_at == deadline.warn_at
            and self.provisional == deadline.provisional
            and list(self.lines) == deadline.lines
        )


def deadline_id(case_id: str, key: str, subject: str | None = None) -> str:
    """Return the id of a clock."""
    return f"{case_id}:{key}" if subject is None else f"{case_id}:{key}:{subject}"


def term_of(deadline: Deadline) -> Term:
    """Return a clock that was started before, as it stands."""
    return Term(
        case_id=deadline.case_id,
        key=deadline.key,
        subject=deadline.subject,
        origin=deadline.origin,
        since=deadline.start_at or deadline.start_on,
        length=deadline.length,
        suspensions=tuple(Suspension.read(item) for item in deadline.suspensions),
        extensions=tuple(_extension(item) for item in deadline.extensions or ()),
        warned=deadline.warned or 0,
    )


def rule_of(key: str, law: LawBook) -> DeadlineRule:
    """Return the rule of a clock as the city has it. Source: domain.md §12 (R30: whether an announcement rolls differs)."""
    rule = DEADLINES[key]
    return rule if rule.rolls_by is None else replace(rule, rolls=law.parameters.flag(rule.rolls_by))


def counted(term: Term, law: LawBook, *, renewed: bool = False) -> Count:
    """Return what a clock comes to under a law book."""
    rule = rule_of(term.key, law)
    rings = None if rule.rings_at is None else law.parameters.clock(rule.rings_at)
    extensions = [Extension(length, approval.sentence()) for length, approval in term.extensions]
    reckoning = reckon(rule, term.since, term.length, law.calendar, term.suspensions, extensions, rings)
    return Count(
        due=reckoning.due,
        ends_at=reckoning.ends_at,
        provisional=reckoning.provisional,
        lines=tuple({"label": line.label, "why": line.why, "value": line.value} for line in reckoning.lines),
        warn_at=next_warning(rule, term.since, reckoning.ends_at, 0 if renewed else term.warned, law),
    )


def reckoned(term: Term, law: LawBook, cause: str, *, renewed: bool = False) -> DeadlineReckoned:
    """Return the fact of a count under a law book: the last day, how it came about, and when the next warning is due."""
    rule, count = rule_of(term.key, law), counted(term, law, renewed=renewed)
    instant = term.since if isinstance(term.since, datetime) else None
    return DeadlineReckoned(
        case=term.case_id,
        deadline=deadline_id(term.case_id, term.key, term.subject),
        key=term.key,
        title=rule.title,
        subject=term.subject,
        origin=term.origin,
        start_on=local_date(instant) if instant else term.since,
        start_at=instant,
        length=term.length,
        unit=rule.unit.value,
        owner=rule.owner.value,
        basis=rule.basis,
        due=count.due,
        ends_at=count.ends_at,
        provisional=count.provisional,
        suspensions=tuple(_suspended(item) for item in term.suspensions),
        extensions=tuple(_extended(length, approval) for length, approval in term.extensions),
        lines=count.lines,
        warn_at=count.warn_at,
        cause=cause,
        renewed=renewed,
    )


def next_warning(rule: DeadlineRule, since: date, ends_at: datetime | None, warned: int, law: LawBook) -> datetime | None:
    """Return the instant of the next warning of a clock, or None where there is none to come."""
    if ends_at is None or not warns(rule) or warned >= len(ladder_of(rule)):
        return None
    begin = since if isinstance(since, datetime) else datetime.combine(since + DAY, time(), SHANGHAI)
    return warning_at(warned, begin, ends_at, law.calendar, law.parameters.integer("supervision.days"))


def _suspended(item: Suspension) -> dict[str, Any]:
    return {"start": item.start.isoformat(), "end": item.end.isoformat() if item.end else None, "reason": item.reason}


def _extension(item: Mapping[str, Any]) -> tuple[int, Approval]:
    approval = Approval(
        person=item["person"],
        person_name=item["person_name"],
        approved_on=date.fromisoformat(item["approved_on"]),
        reason=item["reason"],
        collective=item["collective"],
    )
    return item["length"], approval


def _extended(length: int, approval: Approval) -> dict[str, Any]:
    return {
        "length": length,
        "person": approval.person,
        "person_name": approval.person_name,
        "approved_on": approval.approved_on.isoformat(),
        "reason": approval.reason,
        "collective": approval.collective,
    }
