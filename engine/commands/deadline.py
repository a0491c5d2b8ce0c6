"""Deadlines (期限): clocks are started, suspended, lengthened, met and fired by recorded events only; nobody edits a due date.

A procedure starts a clock by its key (`engine/rules/deadlines.py`) from the date of a recorded event, and later says what happened to it:

    clock.start(work, case.id, "seizure", data.day("seized_on"), cause="查封扣押", subject=measure)
    clock.suspend(work, case.id, "seizure", data.day("started_on"), "testing", subject=measure)
    clock.resume(work, case.id, "seizure", data.day("finished_on"), subject=measure)
    clock.extend(work, case.id, "seizure", data.values["days"], approval, subject=measure)
    clock.meet(work, case.id, "seizure", work.today, subject=measure)

`subject` tells several clocks of one key apart; a case that can have only one leaves it out.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from engine.clock import local_date
from engine.commands.command import CaseCommand, handles
from engine.commands.reckoning import Term, counted, deadline_id, next_warning, reckoned, rule_of, term_of
from engine.errors import LawError
from engine.events.deadline import DeadlineExpired, DeadlineMet, DeadlineVoided, DeadlineWarned
from engine.model import Deadline
from engine.rules.deadlines import DEADLINES, OPENING, Suspension
from engine.rules.extension import Approval, check_extension
from engine.rules.suspension import GROUNDS, excludes
from engine.rules.warning import ladder_of
from engine.work import Work
from engine.workflow import advance

OPEN = frozenset({"running", "suspended"})
"""States of a clock whose last day may still move."""

Follow = Callable[[Work, Deadline], None]

EXPIRES: dict[str, Follow] = {}
"""What follows from the end of a clock by its key, beside what the processes make of it."""

__all__ = [
    "Approval",
    "FireDeadline",
    "WarnDeadline",
    "correct",
    "expires",
    "extend",
    "find",
    "forecast",
    "leave_out",
    "meet",
    "resume",
    "start",
    "start_where_ruled",
    "suspend",
    "void",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FireDeadline(CaseCommand[list[str]]):
    """Let a clock of a case ring whose last day is over; given by the system alone."""

    deadline_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WarnDeadline(CaseCommand[None]):
    """Tell the superiors of a clock that a duty falls due or was missed; given by the system alone."""

    deadline_id: str


def expires(*keys: str) -> Callable[[Follow], Follow]:
    """Register what follows from the end of clocks, whether a process waits for them or not."""

    def register(function: Follow) -> Follow:
        for key in keys:
            if key in EXPIRES:
                raise ValueError(f"the end of {key} has two consequences")
            EXPIRES[key] = function
        return function

    return register


@handles(FireDeadline)
def fire_deadline(command: FireDeadline, work: Work) -> list[str]:
    """Mark the deadline as expired, deliver it to the steps that wait for it, and see to what follows; one that is not due yet stays as it is."""
    deadline = work.find(Deadline, command.deadline_id)
    if deadline is None or deadline.case_id != command.case_id or deadline.state != "running":
        return []
    if deadline.ends_at is None or deadline.due is None or deadline.ends_at > work.now:
        return []
    work.record(DeadlineExpired(case=command.case_id, deadline=deadline.id, title=deadline.title, due=deadline.due))
    _warn(work, deadline)
    waiting = advance.deliver(work, command.case_id)
    if (follow := EXPIRES.get(deadline.key)) is not None:
        follow(work, deadline)
    return waiting


@handles(WarnDeadline)
def warn_deadline(command: WarnDeadline, work: Work) -> None:
    """Climb the rungs of the ladder whose instant has come, each once; a clock that was met or stands still is left alone."""
    deadline = work.find(Deadline, command.deadline_id)
    if deadline is not None and deadline.case_id == command.case_id and deadline.state in {"running", "expired"}:
        _warn(work, deadline)


def find(work: Work, case_id: str, key: str, subject: str | None = None) -> Deadline | None:
    """Return a clock of a case, or None where it was never started."""
    return work.find(Deadline, deadline_id(case_id, key, subject))


def start(
    work: Work,
    case_id: str,
    key: str,
    since: date,
    *,
    cause: str,
    length: int | None = None,
    subject: str | None = None,
    origin: str | None = None,
) -> None:
    """Start a clock on the day of its event (a term in hours: at its instant), or start it anew where the event happened again.

    `length` is given only where the term is set in an order (`correction`) or the law knows a shorter one; else the parameter holds
    it. `origin` names the event, so that a correction of its date finds the clock. Refuses a day to come (`date_in_future`).
    """
    rule = DEADLINES[key]
    if length is None and rule.parameter is not None:
        length = work.law.parameters.integer(rule.parameter)
    if length is None:
        raise ValueError(f"the term of {key} is set in the order, not by parameter")
    _check_past(work, since, None)
    term = Term(case_id=case_id, key=key, subject=subject, origin=origin, since=since, length=length)
    known = find(work, case_id, key, subject)
    work.record(reckoned(term, work.law, cause, renewed=known is not None))


def start_where_ruled(work: Work, case_id: str, key: str, since: date, *, cause: str, subject: str | None = None, origin: str | None = None) -> bool:
    """Start a clock of a local rule, and tell whether the city has such a rule: without its parameter nothing starts (domain.md R53)."""
    ruled = work.law.parameters.has(DEADLINES[key].parameter or "")
    if ruled:
        start(work, case_id, key, since, cause=cause, subject=subject, origin=origin)
    return ruled


def forecast(work: Work, case_id: str, key: str, since: date) -> date | None:
    """Return the last day of a clock of the parameter's length if it started on a day, rolled as the law has it; nothing is recorded."""
    return counted(Term(case_id=case_id, key=key, since=since, length=work.law.parameters.integer(DEADLINES[key].parameter or "")), work.law).due


def suspend(work: Work, case_id: str, key: str, since: date, ground: str, *, until: date | None = None, subject: str | None = None) -> bool:
    """Stop a clock from a day on, or `until` the last day of a period that was fixed: its days do not count. Tell whether it was stopped.

    Nothing happens where the city's parameters do not exclude periods of the ground (`engine/rules/suspension.py`), or where the
    clock stands still for the same ground already; each other ground has a period of its own, and days in several of them are left out
    once. Refuses a day before the start of the clock (`before_cause`) or in the future (`date_in_future`).
    """
    deadline, word = _open(work, case_id, key, subject), GROUNDS[ground].word
    if deadline is None or not excludes(key, ground, work.law.parameters) or _lasting(term_of(deadline), word) is not None:
        return False
    _check_past(work, since, deadline.basis)
    if since < deadline.start_on:
        raise LawError("before_cause", f"{word}开始日期早于{DEADLINES[key].start}。", basis=deadline.basis, field="started_on")
    term = term_of(deadline)
    suspended = replace(term, suspensions=(*term.suspensions, Suspension(since, until, word)))
    work.record(reckoned(suspended, work.law, f"{word}期间不计入"))
    return True


def resume(work: Work, case_id: str, key: str, until: date, *, ground: str | None = None, subject: str | None = None) -> None:
    """End the period of a ground, the last one where none is named: both its end days are excluded (end − start + 1).

    The clock runs again from the day after, unless it stands still for another ground. Where no such period lasts nothing happens, and one
    that was fixed ends earlier, never later. Refuses an end before the beginning (`before_cause`) or in the future.
    """
    deadline = _open(work, case_id, key, subject)
    if deadline is None:
        return
    term, word = term_of(deadline), None if ground is None else GROUNDS[ground].word
    place = _lasting(term, word)
    if place is None:
        fixed = [number for number, item in enumerate(term.suspensions) if word in {None, item.reason}]
        place = fixed[-1] if fixed else None
    if place is None:
        return
    last = term.suspensions[place]
    if last.end is not None and last.end <= until:
        return
    _check_past(work, until, deadline.basis)
    if until < last.start:
        raise LawError("before_cause", f"{last.reason}结束日期早于开始日期。", basis=deadline.basis, field="finished_on")
    ended = (*term.suspensions[:place], replace(last, end=until), *term.suspensions[place + 1 :])
    changed = replace(term, suspensions=ended)
    others = [item.reason for item in ended if item.end is None]
    work.record(reckoned(changed, work.law, f"{last.reason}结束，" + (f"仍在{'、'.join(others)}" if others else "恢复计算")))


def _lasting(term: Term, word: str | None) -> int | None:
    """Return the place of the newest period that has no end yet, of a ground by its word or of any; None where the clock runs for it."""
    return next((place for place, item in reversed([*enumerate(term.suspensions)]) if item.end is None and word in {None, item.reason}), None)


def leave_out(
    work: Work, case_id: str, key: str, period: tuple[date, date], ground: str, *, told: date | None = None, subject: str | None = None
) -> None:
    """Leave a period that was fixed out of a term, whatever else stops it: as much of it as lies after the start of the term.

    `told` is the last day that was foretold for a period which ended before it: that one is shortened, and no other of the same days.
    """
    deadline, (since, until) = _open(work, case_id, key, subject), period
    if deadline is None or until < deadline.start_on or not excludes(key, ground, work.law.parameters):
        return
    word, term, first = GROUNDS[ground].word, term_of(deadline), max(since, deadline.start_on)
    known = list(term.suspensions)
    if told is not None and Suspension(first, told, word) in known:
        known.remove(Suspension(first, told, word))
    changed = replace(term, suspensions=(Suspension(first, until, word), *known))
    work.record(reckoned(changed, work.law, f"{'物品' if key == 'decision' else ''}{word}期间不计入"))


def take_over(work: Work, case_id: str, key: str, other: str, ground: str) -> None:
    """Leave out of a term that has just begun what is left of the fixed periods that already stop terms of another key in the case."""
    for deadline in work.rows(Deadline, case_id=case_id, key=other, order="id"):
        for period in term_of(deadline).suspensions:
            if period.end is not None and period.reason == GROUNDS[ground].word:
                leave_out(work, case_id, key, (period.start, period.end), ground)


def extend(work: Work, case_id: str, key: str, length: int, approval: Approval, *, subject: str | None = None) -> None:
    """Lengthen a term as approved, within `engine/rules/extension.py`; refuses what that refuses, and an approval of a day to come."""
    deadline = _open(work, case_id, key, subject)
    if deadline is None:
        raise LawError("extension_too_late", f"{DEADLINES[key].title}期限已经结束，不能延长。", basis=DEADLINES[key].basis, field="days")
    _check_past(work, approval.approved_on, deadline.basis)
    term = term_of(deadline)
    # While the clock stands still its last day is not known yet, so that it cannot be over.
    due = deadline.due or approval.approved_on
    check_extension(key, len(term.extensions), length, approval, max(due, deadline.start_on), work.law.parameters)
    longer = replace(term, extensions=(*term.extensions, (length, approval)))
    work.record(reckoned(longer, work.law, f"延长{length}日，{approval.sentence()}"))


def meet(work: Work, case_id: str, key: str, met_on: date, *, subject: str | None = None) -> None:
    """Note that what a clock asked for was done; late is noted as late, and a clock that was never started stays so."""
    deadline = find(work, case_id, key, subject)
    if deadline is not None and deadline.state not in {"met", "void"}:
        opens = deadline.key in OPENING
        work.record(DeadlineMet(case=case_id, deadline=deadline.id, title=deadline.title, due=deadline.due, met_on=met_on, opens=opens))


def void(work: Work, case_id: str, key: str, reason: str, *, subject: str | None = None) -> None:
    """Note that a clock means nothing any more, because what it was about fell away; one that is over stays as it is."""
    deadline = _open(work, case_id, key, subject)
    if deadline is not None:
        work.record(DeadlineVoided(case=case_id, deadline=deadline.id, title=deadline.title, reason=reason, voided_on=work.today))


def correct(work: Work, case_id: str, origin: str, since: date, *, cause: str) -> list[str]:
    """Reckon every clock anew that runs from an event whose date was corrected; return their keys. Void ones stay void, met ones met."""
    corrected = []
    for deadline in work.rows(Deadline, case_id=case_id, origin=origin):
        if deadline.state == "void" or deadline.start_on == since:
            continue
        term = replace(term_of(deadline), since=since)
        work.record(reckoned(term, work.law, cause, renewed=True))
        if deadline.state == "met" and deadline.ended_on is not None:
            meet(work, case_id, deadline.key, deadline.ended_on, subject=deadline.subject)
        corrected.append(deadline.key)
    return corrected


def _open(work: Work, case_id: str, key: str, subject: str | None) -> Deadline | None:
    deadline = find(work, case_id, key, subject)
    return deadline if deadline is not None and deadline.state in OPEN else None


def _check_past(work: Work, day: date, basis: str | None) -> None:
    ahead = day > work.now if isinstance(day, datetime) else day > work.today
    if ahead:
        shown = local_date(day) if isinstance(day, datetime) else day
        raise LawError("date_in_future", f"{shown.isoformat()}尚未到来，期限只从已经发生的事实起算。", basis=basis)


def _warn(work: Work, deadline: Deadline) -> None:
    rule, rung, at = rule_of(deadline.key, work.law), deadline.warned or 0, deadline.warn_at
    while at is not None and at <= work.now and deadline.due is not None:
        step = ladder_of(rule)[rung]
        rung += 1
        at = next_warning(rule, deadline.start_at or deadline.start_on, deadline.ends_at, rung, work.law)
        work.record(
            DeadlineWarned(
                case=deadline.case_id,
                deadline=deadline.id,
                title=deadline.title,
                due=deadline.due,
                rung=rung,
                superior=step.superior.value,
                words=step.words,
                warn_at=at,
            )
        )
