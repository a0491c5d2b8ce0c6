"""Goods (涉案物品) of a case as everybody reads them: the rows, and the rules' view of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, and_, bindparam, or_, select

from engine.model import Deadline, Goods, ProcessState, Task
from engine.rules.goods import Held, phrase
from engine.store import tables
from engine.store.statement import Statement

_OF_CASE = Statement(select(Goods.__table__).where(Goods.case_id == bindparam("case")).order_by(Goods.number))
_CLOCKS = Statement(select(Deadline.__table__).where(Deadline.case_id == bindparam("case"), Deadline.subject.is_not(None)).order_by(Deadline.id))

_RETURNING = select(Task.instance).where(Task.case_id == bindparam("case"), Task.form == "goods_return", Task.state == "waiting")
_FREE = select(ProcessState.id).where(
    ProcessState.case_id == bindparam("case"), or_(ProcessState.ended_at.is_not(None), ProcessState.id.in_(_RETURNING))
)
"""The measures that hold nothing against its owner any more: they wait for him, or have ended."""
_PROMISED = (
    select(Goods.__table__)
    .join(ProcessState, Goods.measure == ProcessState.id)
    .where(Goods.case_id == bindparam("case"), ProcessState.ended_at.is_not(None))
    .where(or_(and_(Goods.disposal.is_(None), Goods.intent == "return"), and_(Goods.disposal == "sold", Goods.proceeds_to.is_(None))))
    .order_by(Goods.number)
)


def goods_of(connection: Connection, case_id: str) -> list[Goods]:
    """Return the things of a case by their numbers."""
    return tables.rows(connection, Goods, _OF_CASE, {"case": case_id})


def held_of(connection: Connection, case_id: str) -> Mapping[int, Held]:
    """Return the things of a case by number as the rules see them, each with the last day of the power over it."""
    clocks = {(clock.subject, clock.key): clock for clock in tables.rows(connection, Deadline, _CLOCKS, {"case": case_id})}
    return {thing.number: _held(thing, clocks.get((thing.measure, thing.kind))) for thing in goods_of(connection, case_id)}


def awaiting_return(connection: Connection, case_id: str) -> list[Goods]:
    """Return the things of a case that wait for their owner: they must go back, or the money for those that were sold."""
    things = [thing for thing in goods_of(connection, case_id) if to_return(thing) or owed(thing)]
    free = set(connection.execute(_FREE, {"case": case_id}).scalars()) if things else set()
    return [thing for thing in things if is_free(thing, free)]


def to_return(thing: Goods) -> bool:
    """Tell whether a thing itself must go back: by its measure, or because the decision that confiscated it fell or spares it now."""
    return thing.intent == "return" and (thing.disposal is None or (thing.disposal == "confiscated" and thing.final is None))


def owed(thing: Goods) -> bool:
    """Tell whether the money for a thing that was sold early still lies with the agency."""
    return thing.disposal == "sold" and thing.proceeds_to is None


def is_free(thing: Goods, free: Collection[str]) -> bool:
    """Tell whether the owner may fetch a thing, or its money; `free` are the measures that wait for him or have ended."""
    return thing.disposal == "confiscated" or thing.measure in free


def promised(connection: Connection, case_id: str) -> list[Goods]:
    """Return the things that go back and that no measure holds any more, and those sold early whose money does; the measure fell."""
    return tables.rows(connection, Goods, _PROMISED, {"case": case_id})


def numbers(data: Mapping[str, Any], field: str) -> list[int]:
    """Return the numbers of things that a form names in a field; what is no number is -1, which nothing has."""
    return [int(number) if str(number).isdecimal() else -1 for number in data.get(field) or ()]


def phrases(connection: Connection, case_id: str, named: Sequence[int]) -> tuple[str, ...]:
    """Return the named things as a decision lists them: with quantity, and under which measure they are held."""
    return tuple(called(thing) for thing in goods_of(connection, case_id) if thing.number in named)


def called(thing: Goods) -> str:
    """Return a thing with its quantity and the number that it has in its case."""
    return f"{phrase(thing.name, thing.quantity, thing.unit)}（物品{thing.number}）"


def names_of(things: Iterable[Goods]) -> dict[str, str]:
    """Return what the things of a case are called, by the words by which forms refer to them."""
    return {f"物品{thing.number}": called(thing) for thing in things}


def recorded_value(connection: Connection, case_id: str, named: Sequence[int]) -> Decimal:
    """Return what the named things are worth together in yuan, by what was written down when they were taken, or by what they were sold for."""
    worth = [thing.value if thing.value is not None else thing.proceeds for thing in goods_of(connection, case_id) if thing.number in named]
    return sum((value for value in worth if value is not None), Decimal(0))


def _held(thing: Goods, clock: Deadline | None) -> Held:
    # A clock that was met stopped the term in time: what was decided then may be carried out later.
    due = clock.due if clock is not None and clock.state in {"running", "expired"} else None
    return Held(
        number=thing.number,
        name=thing.name,
        kind=thing.kind,
        disposal=thing.disposal,
        lapsed_on=thing.lapsed_on,
        due=due,
        intent=thing.intent,
        proceeds_to=thing.proceeds_to,
    )
