"""Deadlines (期限): clocks are started, suspended, met and fired by recorded events only; nobody edits a due date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.commands.command import CaseCommand, handles
from engine.commands.submission import last_form
from engine.errors import LawError
from engine.events.deadline import DeadlineExpired, DeadlineMet, DeadlineReckoned
from engine.model import Deadline
from engine.rules.deadlines import DEADLINES, Suspension, reckon
from engine.work import Work
from engine.workflow import advance
from engine.workflow.operations import operation
from engine.workflow.value import Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class FireDeadline(CaseCommand[list[str]]):
    """Let a clock of a case ring whose last day is over; given by the system alone."""

    deadline_id: str


@handles(FireDeadline)
def fire_deadline(command: FireDeadline, work: Work) -> list[str]:
    """Mark the deadline as expired and deliver it to the steps that wait for it; a clock that is not due yet stays as it is."""
    deadline = work.find(Deadline, command.deadline_id)
    if deadline is None or deadline.case_id != command.case_id or deadline.state != "running":
        return []
    if deadline.ends_at is None or deadline.due is None or deadline.ends_at > work.now:
        return []
    work.record(DeadlineExpired(case=command.case_id, deadline=deadline.id, title=deadline.title, due=deadline.due))
    return advance.deliver(work, command.case_id)


def find(work: Work, case_id: str, key: str) -> Deadline | None:
    """Return a clock of a case, or None where it was never started."""
    return work.find(Deadline, _id(case_id, key))


def start(work: Work, case_id: str, key: str, start_on: date, *, cause: str) -> None:
    """Start a clock on the day of its event, or start it anew where the event happened again."""
    _reckon(work, case_id, key, start_on, (), cause)


def meet(work: Work, case_id: str, key: str, met_on: date) -> None:
    """Note that what a clock asked for was done; late is noted as late, and a clock that was never started stays so."""
    deadline = find(work, case_id, key)
    if deadline is not None and deadline.state != "met":
        work.record(DeadlineMet(case=case_id, deadline=deadline.id, title=deadline.title, due=deadline.due, met_on=met_on))


@operation("deadline.suspend", inputs=("deadline",))
def suspend_deadline(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Stop a clock from the day on which the appraisal began: its days do not count.

    Source: 住房和城乡建设行政处罚程序规定 (检验、检测、鉴定 are excluded from the term).
    """
    del values
    form = last_form(work, case_id, "investigation")
    if form is None:
        raise LawError("step_not_waiting", "没有送检记录，不能扣除期限。")
    started = form.day("started_on")
    deadline = _known(work, case_id, inputs["deadline"])
    if started < deadline.start_on:
        raise LawError("before_cause", "送检日期早于立案日期。", basis=deadline.basis, field="started_on")
    suspensions = [*_suspensions(deadline), Suspension(start=started, end=None, reason="检测")]
    _reckon(work, case_id, deadline.key, deadline.start_on, suspensions, "送检，检测期间不计入")
    return {}


@operation("deadline.resume", inputs=("deadline",))
def resume_deadline(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Let a clock run again from the day after the appraisal ended; both end days of the period are excluded."""
    del values
    form = last_form(work, case_id, "appraisal")
    if form is None:
        raise LawError("step_not_waiting", "没有检测结果，不能恢复计算期限。")
    finished = form.day("finished_on")
    deadline = _known(work, case_id, inputs["deadline"])
    *before, last = _suspensions(deadline)
    if finished < last.start:
        raise LawError("before_cause", "检测结束日期早于送检日期。", basis=deadline.basis, field="finished_on")
    suspensions = [*before, Suspension(start=last.start, end=finished, reason=last.reason)]
    _reckon(work, case_id, deadline.key, deadline.start_on, suspensions, "检测结果收到，恢复计算")
    return {}


def _id(case_id: str, key: str) -> str:
    return f"{case_id}:{key}"


def _known(work: Work, case_id: str, key: str) -> Deadline:
    return work.get(Deadline, _id(case_id, key))


def _suspensions(deadline: Deadline) -> list[Suspension]:
    def day(text: str | None) -> date | None:
        return None if text is None else date.fromisoformat(text)

    return [Suspension(start=date.fromisoformat(item["start"]), end=day(item["end"]), reason=item["reason"]) for item in deadline.suspensions]


def _reckon(work: Work, case_id: str, key: str, start_on: date, suspensions: Sequence[Suspension], cause: str) -> None:
    rule, law = DEADLINES[key], work.law
    length = law.parameters.integer(rule.parameter) if rule.parameter else rule.length
    if length is None:
        raise ValueError(f"the term of {key} is set in the order, not by parameter")
    reckoning = reckon(rule, start_on, length, law.calendar, suspensions)
    held: tuple[dict[str, Any], ...] = tuple(
        {"start": item.start.isoformat(), "end": item.end.isoformat() if item.end else None, "reason": item.reason} for item in suspensions
    )
    work.record(
        DeadlineReckoned(
            case=case_id,
            deadline=_id(case_id, key),
            key=key,
            title=rule.title,
            start_on=start_on,
            length=length,
            unit=rule.unit.value,
            owner=rule.owner.value,
            basis=rule.basis,
            due=reckoning.due,
            ends_at=reckoning.ends_at,
            provisional=reckoning.provisional,
            suspensions=held,
            lines=tuple({"label": line.label, "why": line.why, "value": line.value} for line in reckoning.lines),
            cause=cause,
        )
    )
