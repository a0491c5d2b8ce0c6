"""Duties of the office (机关期限): the system lets them arise, rings and announces them; what was done meets them."""

from dataclasses import dataclass
from datetime import date

from engine.commands.command import Command, handles
from engine.events.office_duty import OfficeDutyArose, OfficeDutyExpired, OfficeDutyMet, OfficeDutyWarned
from engine.model import OfficeDuty
from engine.rules.office_duty import OFFICE_DUTIES, arises_on, duty_id, duty_warning, reckon_duty
from engine.rules.warning import DUTY_LADDER
from engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginOfficeDuty(Command[bool]):
    """Let the duty for a year that is over arise; the answer tells whether it did. Given by the system alone."""

    key: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RingOfficeDuty(Command[None]):
    """Let a duty of the office run out where its last day is over, and tell whom its ladder names; given by the system alone."""

    duty: str


@handles(BeginOfficeDuty)
def begin_office_duty(command: BeginOfficeDuty, work: Work) -> bool:
    """Start the clock, as `begin` does."""
    return begin(work, command.key, command.year)


def begin(work: Work, key: str, year: int) -> bool:
    """Start the clock of a year once, on the first day after it; a year that is not over, or whose clock runs, is left alone.

    The last day is the parameter's of the day on which the duty arises, whenever the system finds it.
    """
    rule, duty, start_on = OFFICE_DUTIES[key], duty_id(key, year), arises_on(year)
    if work.today < start_on or work.find(OfficeDuty, duty) is not None:
        return False
    law = work.law_at(start_on)
    reckoning = reckon_duty(rule, year, law.parameters.parameter(rule.parameter), law.calendar)
    if reckoning.due is None or reckoning.ends_at is None:
        raise ValueError("a duty of the office never stands still")
    work.record(
        OfficeDutyArose(
            duty=duty,
            key=rule.key,
            year=year,
            title=rule.title,
            basis=rule.basis,
            start_on=start_on,
            due=reckoning.due,
            ends_at=reckoning.ends_at,
            lines=tuple({"label": line.label, "why": line.why, "value": line.value} for line in reckoning.lines),
            warn_at=duty_warning(0, start_on, reckoning.ends_at, law.calendar, law.parameters.integer("supervision.days")),
        )
    )
    return True


@handles(RingOfficeDuty)
def ring_office_duty(command: RingOfficeDuty, work: Work) -> None:
    """Mark the duty as expired once its last day is over, and climb the rungs whose instant has come, each once; one that was met stays so."""
    duty = work.find(OfficeDuty, command.duty)
    if duty is None or duty.state == "met":
        return
    if duty.state == "running" and duty.ends_at <= work.now:
        work.record(OfficeDutyExpired(duty=duty.id, title=duty.title, due=duty.due))
    rung, at, law = duty.warned or 0, duty.warn_at, work.law
    while at is not None and at <= work.now:
        step = DUTY_LADDER[rung]
        rung += 1
        at = duty_warning(rung, duty.start_on, duty.ends_at, law.calendar, law.parameters.integer("supervision.days"))
        told = OfficeDutyWarned(duty=duty.id, title=duty.title, due=duty.due, rung=rung, superior=step.superior.value, words=step.words, warn_at=at)
        work.record(told)


def meet(work: Work, key: str, year: int, met_on: date) -> None:
    """Note that what the office owed for a year was done; late is noted as late, and a clock that never ran stays so."""
    duty = work.find(OfficeDuty, duty_id(key, year))
    if duty is not None and duty.state != "met":
        work.record(OfficeDutyMet(duty=duty.id, title=duty.title, due=duty.due, met_on=met_on))
