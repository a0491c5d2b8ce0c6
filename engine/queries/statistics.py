"""Annual statistics asked (年度统计): the draft of a year as it stands now, its frozen versions, and what the public sees of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from engine.actor import Actor
from engine.clock import local_date
from engine.errors import NotFoundError
from engine.model import Entry, OfficeDuty, Statistics, StatisticsReport
from engine.queries.office_duty import READERS, DutyItem, item_of
from engine.queries.query import Query, Reading, answers
from engine.queries.tally import tally
from engine.rules.office_duty import ANNUAL_STATISTICS, duty_id
from engine.rules.statistics import LINES, Figures, said
from engine.work import OFFICE

PUBLIC = frozenset({"published", "replaced"})
_NEWEST = select(func.max(Statistics.year)).where(Statistics.state == "published")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsLine:
    """A line: its values by quarter, none where only the year's is known, and the year's; yuan, or a number of `unit`."""

    key: str
    title: str
    unit: str
    part: bool
    quarters: tuple[Decimal, ...]
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsGroup:
    """Lines that belong together, and how they are counted."""

    title: str
    note: str
    lines: tuple[StatisticsLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseLine:
    """What was done for one cause; `fine` in yuan as decided."""

    cause: str
    title: str
    filed: int
    decided: int
    fine: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsTable:
    """The table of a year."""

    groups: tuple[StatisticsGroup, ...]
    causes: tuple[CauseLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsView:
    """The statistics of a year as the office sees them.

    Attributes:
        version: the frozen version that is shown; None for the draft, counted now.
        versions: all versions, the newest first.
        reports: to whom the version was reported.
        duty: the clock of the year, None where it does not run yet.
        over: whether the year is over, so that it can be frozen.
        years: of which there is something to count, the newest first.
    """

    year: int
    table: StatisticsTable
    version: Statistics | None
    versions: tuple[Statistics, ...]
    reports: tuple[StatisticsReport, ...]
    duty: DutyItem | None
    over: bool
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsOfYear(Query[StatisticsView]):
    """The newest version of a year, another one by its number, or the draft (0, and where there is none); the year before where none is named."""

    year: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicVersion:
    """A version that is or was public; nobody is named."""

    year: int
    version: int
    published_on: date
    replaced: bool
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicStatistics:
    """A version as the public sees it, and all public versions of the year, the newest first; `digest` binds it to the journal at `drawn_at`."""

    shown: PublicVersion
    table: StatisticsTable
    digest: str
    streams: int
    drawn_at: datetime
    versions: tuple[PublicVersion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedYears(Query[tuple[PublicVersion, ...]]):
    """The published statistics, a version for each year, the newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedStatistics(Query[PublicStatistics]):
    """The published statistics of a year, the newest where none is named, or a version that was replaced; NotFoundError where none is public."""

    year: int | None = None
    version: int | None = None


@answers(StatisticsOfYear, roles=READERS)
def statistics_of_year(query: StatisticsOfYear, actor: Actor, reading: Reading) -> StatisticsView:
    """Return the view; NotFoundError for a year of which nothing is kept, and a version that there is not."""
    del actor
    years = _years(reading)
    year = query.year if query.year is not None else max(years[-1], reading.today.year - 1)
    if year not in years:
        raise NotFoundError(f"本系统没有{year}年的办案记录。")
    versions = _versions(reading, year)
    version = None if query.version == 0 else next((item for item in versions if query.version in {None, item.version}), None)
    if version is None and query.version:
        raise NotFoundError("没有这一版年度统计。")
    reports: tuple[StatisticsReport, ...] = ()
    if version is not None:
        chosen = select(StatisticsReport.__table__).where(StatisticsReport.statistics_id == version.id).order_by(StatisticsReport.reported_on)
        reports = tuple(reading.rows(StatisticsReport, chosen))
    duty = reading.find(OfficeDuty, duty_id(ANNUAL_STATISTICS, year))
    return StatisticsView(
        year=year,
        table=_draft(reading, year) if version is None else table_of(version.figures, version.causes),
        version=version,
        versions=versions,
        reports=reports,
        duty=None if duty is None else item_of(duty, reading.today),
        over=reading.today.year > year,
        years=years,
    )


@answers(PublishedYears)
def published_years(query: PublishedYears, actor: Actor, reading: Reading) -> tuple[PublicVersion, ...]:
    """Return them."""
    del query, actor
    chosen = select(Statistics.__table__).where(Statistics.state == "published").order_by(Statistics.year.desc())
    return tuple(_public(reading.rows(Statistics, chosen)))


@answers(PublishedStatistics)
def published_statistics(query: PublishedStatistics, actor: Actor, reading: Reading) -> PublicStatistics:
    """Return the version."""
    del actor
    year = query.year if query.year is not None else reading.connection.execute(_NEWEST).scalar()
    versions = [] if year is None else [item for item in _versions(reading, year) if item.state in PUBLIC]
    found = next((item for item in versions if query.version == item.version or (query.version is None and item.state == "published")), None)
    if found is None:
        raise NotFoundError("这一年的统计还没有公布，或者没有这一版。")
    (shown,) = _public([found])
    return PublicStatistics(
        shown=shown,
        table=table_of(found.figures, found.causes),
        digest=found.digest,
        streams=found.streams,
        drawn_at=found.drawn_at,
        versions=tuple(_public(versions)),
    )


def table_of(figures: Mapping[str, Any], causes: Iterable[Mapping[str, Any]]) -> StatisticsTable:
    """Return the table of figures, as they were counted or kept."""
    read: Figures = {key: [Decimal(value) for value in values] for key, values in figures.items() if key in LINES}
    return StatisticsTable(
        groups=tuple(
            StatisticsGroup(
                title=group.title,
                note=group.note,
                lines=tuple(
                    StatisticsLine(
                        key=line.key,
                        title=line.title,
                        unit=line.unit,
                        part=line.part,
                        quarters=tuple(map(Decimal, values)) if len(values) > 1 else (),
                        total=Decimal(year),
                    )
                    for line, values, year in rows
                ),
            )
            for group, rows in said(read)
        ),
        causes=tuple(
            CauseLine(cause=item["cause"], title=item["title"], filed=item["filed"], decided=item["decided"], fine=Decimal(item["fine"]))
            for item in causes
        ),
    )


def _draft(reading: Reading, year: int) -> StatisticsTable:
    counted = tally(reading.connection, year)
    return table_of(counted.lines, (cause.values() for cause in counted.causes.values()))


def _years(reading: Reading) -> tuple[int, ...]:
    began = reading.connection.execute(select(Entry.at).where(Entry.stream == OFFICE, Entry.seq == 1)).scalar()
    first = reading.today.year if began is None else local_date(began).year
    return tuple(range(reading.today.year, first - 1, -1))


def _versions(reading: Reading, year: int) -> tuple[Statistics, ...]:
    chosen = select(Statistics.__table__).where(Statistics.year == year).order_by(Statistics.version.desc())
    return tuple(reading.rows(Statistics, chosen))


def _public(versions: Iterable[Statistics]) -> Iterable[PublicVersion]:
    for item in versions:
        if item.published_on is not None:
            yield PublicVersion(
                year=item.year, version=item.version, published_on=item.published_on, replaced=item.state == "replaced", reason=item.reason
            )
