"""The office as the law in force today describes it (机关与案由目录): the department, and what may be opened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from engine.actor import Actor
from engine.departments.department import Department
from engine.law.causes import Cause, Limb, Quantity
from engine.queries.discretion import PARTY_TYPES
from engine.queries.query import Query, Reading, answers
from engine.rules.basis import punishes
from engine.rules.concurrence import SEPARATOR, rival_limbs
from engine.rules.correction_order import may_stop


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseChoice:
    """A cause that the department has the power to punish: its code, its title, in brief, and the group in which people look for it."""

    id: str
    title: str
    brief: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseChoices(Query[tuple[CauseChoice, ...]]):
    """The causes under which a clue can be registered today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimbChoices(Query[tuple[tuple[str, str], ...]]):
    """The limbs of a cause by key and title, in the order of the catalogue; none for a cause that it does not know.

    `party` is the kind of the party (person, organisation, individual_business), for whom other limbs are left out; empty for all.
    With `stopped_on` those alone that the law of that day lets be ordered to stop.
    """

    cause: str
    party: str = ""
    stopped_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyCause(Query[str]):
    """The cause of fines for every day (按日连续处罚), which nobody chooses; empty where the catalogue has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalChoices(Query[tuple[tuple[str, str], ...]]):
    """The other rules that an act under a cause may break too: causes, and the limbs of those that have several, with their titles.

    `party` is the kind of the party, for whom other limbs are left out; empty for all.
    """

    cause: str
    party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseQuantities(Query[tuple[Quantity, ...]]):
    """What is measured under a cause: the form's key, the name and the unit; none for a cause that the catalogue does not know."""

    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OurDepartment(Query[Department]):
    """The department in whose name everything happens; everybody may know it."""


@answers(OurDepartment)
def our_department(query: OurDepartment, actor: Actor, reading: Reading) -> Department:
    """Return the department."""
    del query, actor
    return reading.law.department


@answers(CauseChoices)
def cause_choices(query: CauseChoices, actor: Actor, reading: Reading) -> tuple[CauseChoice, ...]:
    """Return the causes of the catalogue for which the department has the power. Source: 行政处罚法 Art. 17, 18."""
    del query, actor
    law = reading.law
    return tuple(
        CauseChoice(id=cause.id, title=cause.title, brief=cause.brief, group=cause.group)
        for cause in law.causes.causes.values()
        if law.department.may_punish(cause.id)
    )


@answers(LimbChoices)
def limb_choices(query: LimbChoices, actor: Actor, reading: Reading) -> tuple[tuple[str, str], ...]:
    """Return the ways of breaking the rule among which a report may choose."""
    del actor
    cause = reading.law.causes.causes.get(query.cause)
    limbs = () if cause is None else tuple(cause.limbs.values())
    party = PARTY_TYPES.get(query.party)
    day = query.stopped_on
    fitting = (limb for limb in limbs if party is None or punishes(limb, party, reading.law))
    return tuple((limb.key, limb.title) for limb in fitting if day is None or may_stop(limb, day, reading.law))


@answers(DailyCause)
def daily_cause(query: DailyCause, actor: Actor, reading: Reading) -> str:
    """Return the id of the cause."""
    del query, actor
    return next((cause.id for cause in reading.law.causes.causes.values() if cause.daily), "")


@answers(RivalChoices)
def rival_choices(query: RivalChoices, actor: Actor, reading: Reading) -> tuple[tuple[str, str], ...]:
    """Return what a report may name as the other rule of the same act (行政处罚法 Art. 29), in the order of the catalogue."""
    del actor
    party = PARTY_TYPES.get(query.party)
    causes = (cause for cause in reading.law.causes.causes.values() if cause.id != query.cause and not cause.daily)
    return tuple(choice for cause in causes for choice in _rivals(cause, rival_limbs(cause, party, reading.law)))


def _rivals(cause: Cause, limbs: Sequence[Limb]) -> Iterator[tuple[str, str]]:
    several = "，对当事人处罚最重的情形" if len(limbs) > 1 else ""
    if limbs:
        yield cause.id, f"{cause.id} {cause.brief}{several}"
    if several:
        yield from ((f"{cause.id}{SEPARATOR}{limb.key}", f"{cause.id} {cause.brief}：{limb.title}") for limb in limbs)


@answers(CauseQuantities)
def cause_quantities(query: CauseQuantities, actor: Actor, reading: Reading) -> tuple[Quantity, ...]:
    """Return what is measured under the cause, a key once: where limbs measure different things under one key, it is named after all."""
    del actor
    cause = reading.law.causes.causes.get(query.cause)
    quantities = () if cause is None else cause.quantities
    return tuple(_merged([item for item in quantities if item.key == key]) for key in dict.fromkeys(item.key for item in quantities))


def _merged(several: Sequence[Quantity]) -> Quantity:
    if len(several) == 1:
        return several[0]
    return Quantity(several[0].key, "或者".join(f"{item.name}（{item.unit}）" for item in several), "")
