"""Spreads asked (同案同罚): what similar cases paid, in the own district and the city, by officer and department."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, select

from engine.actor import Actor
from engine.model import Assessment, Case
from engine.queries.query import Query, Reading, answers
from engine.rules.spread import Spread, spread

Fines: TypeAlias = "Select[Decimal | None, str, str, str, str, str | None]"

LEADERS = frozenset({"head", "legal_office", "auditor"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What makes cases similar: cause, limb, tier, and how many factors lowered and raised the fine."""

    cause: str
    limb: str
    tier: str
    lenient: int
    severe: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """Similar cases: how many there are in the city and in the own district, and their spreads where there are enough."""

    likeness: Likeness
    city: Spread | None
    city_count: int
    district: Spread | None
    district_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarFines(Query[Similar | None]):
    """What cases paid that are similar to one; `likeness` is given while its form is still being filled in."""

    case_id: str
    likeness: Likeness | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One officer's or one department's fines of a tier."""

    name: str
    count: int
    spread: Spread | None
    apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TierSpread:
    """The fines of one tier of one cause: in the city, by department, by officer."""

    cause: str
    title: str
    tier: str
    city: Spread | None
    count: int
    districts: tuple[Share, ...]
    officers: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FineSpreads(Query[tuple[TierSpread, ...]]):
    """The spreads of all tiers of a cause, or of all causes; a head sees the officers of the own district."""

    cause: str | None = None


def likeness_of(cause: str, explained: Mapping[str, Any]) -> Likeness | None:
    """Return what a case is compared by, None where it has no tier."""
    if not explained.get("tier"):
        return None
    return Likeness(
        cause=cause, limb=str(explained["limb"]), tier=str(explained["tier"]), lenient=int(explained["lenient"]), severe=int(explained["severe"])
    )


@answers(SimilarFines)
def similar_fines(query: SimilarFines, actor: Actor, reading: Reading) -> Similar | None:
    """Return the spreads, None where the case has no tier; the case itself is not compared with itself."""
    case = reading.case(query.case_id, actor)
    likeness = query.likeness
    if likeness is None:
        frozen = reading.find(Assessment, case.assessment_id) if case.assessment_id else None
        likeness = likeness_of(case.cause, frozen.explanation) if frozen is not None else None
    return None if likeness is None else similar(reading.connection, case, likeness)


def similar(connection: Connection, case: Case, likeness: Likeness) -> Similar:
    """Return the spreads of the decided cases that are similar to one."""
    rows = connection.execute(_alike(likeness, case.id)).all()
    mine = [row.fine for row in rows if row.district == case.district]
    return Similar(likeness=likeness, city=spread([row.fine for row in rows]), city_count=len(rows), district=spread(mine), district_count=len(mine))


def _alike(likeness: Likeness, case_id: str) -> Fines:
    explained = Assessment.explanation
    return (
        _decided()
        .where(Case.cause == likeness.cause, Case.id != case_id, Assessment.tier == likeness.tier)
        .where(explained["limb"].as_string() == likeness.limb)
        .where(explained["lenient"].as_integer() == likeness.lenient, explained["severe"].as_integer() == likeness.severe)
    )


def _decided() -> Fines:
    return (
        select(Case.fine, Case.district, Case.lead_name, Case.cause, Case.cause_title, Assessment.tier)
        .join(Assessment, Assessment.id == Case.assessment_id)
        .where(Case.fine.is_not(None), Case.outcome == "penalty", Assessment.tier.is_not(None))
        .order_by(Case.cause, Assessment.tier, Case.id)
    )


@answers(FineSpreads, roles=LEADERS)
def fine_spreads(query: FineSpreads, actor: Actor, reading: Reading) -> tuple[TierSpread, ...]:
    """Return the spreads by cause and tier."""
    statement = _decided() if query.cause is None else _decided().where(Case.cause == query.cause)
    tiers: dict[tuple[str, str], list[Any]] = {}
    for row in reading.connection.execute(statement):
        tiers.setdefault((row.cause, row.tier), []).append(row)
    whole_city = bool(actor.roles & {"legal_office", "auditor"})
    return tuple(_tier(rows, None if whole_city else actor.district) for rows in tiers.values())


def _tier(rows: Sequence[Any], district: str | None) -> TierSpread:
    city = spread([row.fine for row in rows])
    shown = [row for row in rows if district is None or row.district == district]
    return TierSpread(
        cause=rows[0].cause,
        title=rows[0].cause_title,
        tier=rows[0].tier,
        city=city,
        count=len(rows),
        districts=tuple(_shares(((row.district, row.fine) for row in rows), city)),
        officers=tuple(_shares(((row.lead_name, row.fine) for row in shown), city)),
    )


def _shares(fines: Iterable[tuple[str, Decimal]], city: Spread | None) -> Iterable[Share]:
    """Yield each one's fines by name; who stands apart has a middle outside the city's middle 80 %."""
    grouped: dict[str, list[Decimal]] = {}
    for name, fine in fines:
        grouped.setdefault(name, []).append(fine)
    for name, found in sorted(grouped.items()):
        own = spread(found)
        yield Share(name=name, count=len(found), spread=own, apart=own is not None and city is not None and not city.holds(own.median))
