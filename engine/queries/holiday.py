"""Holidays (放假安排): which years have a table, and what was proposed."""

from dataclasses import dataclass

from sqlalchemy import select

from engine.actor import Actor
from engine.model import HolidayProposal
from engine.queries.query import Query, Reading, answers

LEGAL_OFFICE = frozenset({"legal_office", "auditor", "SYSTEM"})
MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidaysView:
    """The years with a table from the present one on, and the proposals, newest first."""

    years: tuple[int, ...]
    proposals: tuple[HolidayProposal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays(Query[HolidaysView]):
    """What is published and what waits."""


@answers(Holidays, roles=LEGAL_OFFICE)
def holidays(query: Holidays, actor: Actor, reading: Reading) -> HolidaysView:
    """Return years and proposals."""
    del query, actor
    years = tuple(year for year in sorted(reading.law.calendar.years) if year >= reading.today.year)
    statement = select(HolidayProposal.__table__).order_by(HolidayProposal.proposed_at.desc()).limit(MOST)
    return HolidaysView(years=years, proposals=tuple(reading.rows(HolidayProposal, statement)))
