"""Holidays (放假安排): a year's table, or a decree on single days, proposed with its source and published by a second person.

What was published is law data; every open clock is counted anew by the system afterwards (`engine/commands/recount.py`).
"""

import json
from dataclasses import dataclass
from datetime import date

from engine.commands.command import Command, handles
from engine.commands.law import publish
from engine.errors import InvalidInputError, LawError, NotFoundError, StepNotWaitingError
from engine.events.holiday import HolidayDecided, HolidayProposed
from engine.law.calendar import SATURDAY
from engine.model import HolidayProposal
from engine.work import Work

LONGEST = 200
LATEST = 2
"""How many years ahead holidays can be proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeHoliday(Command[str]):
    """Propose the holidays of a year (`whole`), or change single days of a year that has a table; the answer is the proposal's id."""

    year: int
    whole: bool
    off: tuple[date, ...]
    on: tuple[date, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishHoliday(Command[str]):
    """Publish a proposal; the answer is the version's id."""

    proposal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseHoliday(Command[None]):
    """Refuse a proposal, or take back one's own."""

    proposal: str
    reason: str


@handles(ProposeHoliday)
def propose_holiday(command: ProposeHoliday, work: Work) -> str:
    """Keep the proposal; refuses days of another year or in the wrong place, an empty one, and a change of a year without a table."""
    problems: dict[str, list[str]] = {}
    known = work.law.calendar.known(command.year)
    if not work.today.year <= command.year <= work.today.year + LATEST:
        problems["year"] = [f"年份须在{work.today.year}年至{work.today.year + LATEST}年之间，过去的期限不改。"]
    elif not command.whole and not known:
        problems["year"] = [f"{command.year}年的放假安排还没有发布，请先提出全年安排。"]
    for name, days in (("off", command.off), ("on", command.on)):
        if any(day.year != command.year for day in days):
            problems[name] = [f"只填{command.year}年的日期。"]
        elif len(set(days)) < len(days) or set(command.off) & set(command.on):
            problems[name] = ["同一天只填一次。"]
        elif command.whole and any((day.weekday() >= SATURDAY) == (name == "off") for day in days):
            problems[name] = ["放假栏只填周一至周五，上班栏只填周六、周日。"]
    if not command.off and not command.on:
        problems.setdefault("off", ["请至少填一天。"])
    if not command.source.strip() or len(command.source) > LONGEST or not command.source.strip().isprintable():
        problems["source"] = [f"请写明文件名称和文号，一行，不超过{LONGEST}字。"]
    if problems:
        raise InvalidInputError(problems)
    proposal = work.new_id()
    work.record(
        HolidayProposed(
            proposal=proposal,
            year=command.year,
            whole=command.whole,
            off=tuple(day.isoformat() for day in sorted(command.off)),
            on=tuple(day.isoformat() for day in sorted(command.on)),
            source=command.source.strip(),
            author=work.actor.id,
            author_name=work.actor.name,
            at=work.now,
        )
    )
    return proposal


@handles(PublishHoliday)
def publish_holiday(command: PublishHoliday, work: Work) -> str:
    """Publish the table or the decree; refuses the author (`same_person`)."""
    proposal = _waiting(work, command.proposal)
    if work.actor.id == proposal.author:
        raise LawError("same_person", "提出人不能复核自己提出的放假安排，须由另一人复核。", basis="行政处罚法 34")
    _decide(work, proposal, None, published=True)
    kind, name = ("holiday", str(proposal.year)) if proposal.whole else ("decree", proposal.id)
    return publish(work, kind, name, work.today, _text(proposal))


@handles(RefuseHoliday)
def refuse_holiday(command: RefuseHoliday, work: Work) -> None:
    """End the proposal; the reason is recorded."""
    proposal = _waiting(work, command.proposal)
    if not command.reason.strip() or len(command.reason) > LONGEST:
        raise InvalidInputError({"reason": [f"请写明理由，不超过{LONGEST}字。"]})
    _decide(work, proposal, command.reason.strip(), published=False)


def _waiting(work: Work, proposal_id: str) -> HolidayProposal:
    proposal = work.find(HolidayProposal, proposal_id)
    if proposal is None:
        raise NotFoundError("没有这份放假安排。")
    if proposal.state != "waiting":
        raise StepNotWaitingError("这份放假安排已经处理过。")
    return proposal


def _decide(work: Work, proposal: HolidayProposal, reason: str | None, *, published: bool) -> None:
    work.record(
        HolidayDecided(
            proposal=proposal.id, year=proposal.year, published=published, person_name=work.actor.name, reason=reason, decided_on=work.today
        )
    )


def _text(proposal: HolidayProposal) -> str:
    """Return the proposal as law data."""
    # A JSON string is a TOML string, and the id keeps two decrees of the same words apart.
    source = json.dumps(proposal.source, ensure_ascii=False)
    days = [f"{name} = [{', '.join(getattr(proposal, name))}]" for name in ("off", "on")]
    return "\n".join([f"# {proposal.id}", f"year = {proposal.year}", f"source = {source}", *days]) + "\n"
