"""The catalogue of causes (案由目录): what may be opened, as the law in force today names it."""

from dataclasses import dataclass

from engine.actor import Actor
from engine.queries.query import Query, Reading, answers


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseChoice:
    """A cause that the department has the power to punish: its code, its title, and in brief."""

    id: str
    title: str
    brief: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseChoices(Query[tuple[CauseChoice, ...]]):
    """The causes under which a clue can be registered today."""


@answers(CauseChoices)
def cause_choices(query: CauseChoices, actor: Actor, reading: Reading) -> tuple[CauseChoice, ...]:
    """Return the causes of the catalogue for which the department has the power. Source: 行政处罚法 Art. 17, 18."""
    del query, actor
    law = reading.law
    return tuple(
        CauseChoice(id=cause.id, title=cause.title, brief=cause.brief) for cause in law.causes.causes.values() if law.department.may_punish(cause.id)
    )
