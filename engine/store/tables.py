"""Rows in and out (读写): changes of facts become statements, rows become instances of the model."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Table, bindparam, insert, select, update
from sqlalchemy.orm import configure_mappers

from engine.events import Change
from engine.model import Base
from engine.store.statement import Statement

Row = TypeVar("Row", bound=Base)

TABLES: Mapping[str, Table] = Base.metadata.tables

# Attributes of rows can be read only after the mappers were put together.
configure_mappers()

_UPDATES: dict[tuple[str, tuple[str, ...]], Statement] = {}
_INSERTS: dict[tuple[str, tuple[str, ...]], Statement] = {}
_MATCHING: dict[tuple[str, tuple[str, ...], str], Statement] = {}
_BY_KEY: dict[str, Statement] = {
    name: Statement(select(table).where(table.c.id == bindparam("key"))) for name, table in TABLES.items() if "id" in table.c
}


def apply(connection: Connection, change: Change, *, fresh: Mapping[str, Mapping[str, object]]) -> None:
    """Give the row of a change its values; `fresh` holds, by table, what a new row needs beside them."""
    if change.new or _update(change).change(connection, {"row_key": change.key, **change.values}) == 0:
        values = {"id": change.key, **fresh.get(change.table, {}), **change.values}
        _insert(change.table, tuple(values)).change(connection, values)


def find(connection: Connection, model: type[Row], key: str) -> Row | None:
    """Return the row of a key as a detached instance, or None."""
    found = rows(connection, model, _BY_KEY[model.__tablename__], {"key": key})
    return found[0] if found else None


def changed(row: Row, values: Mapping[str, object]) -> Row | None:
    """Return a row of before as it is after a change, or None where it must be read: JSON comes back from a table in other types."""
    if any(isinstance(value, Mapping | list | tuple) for value in values.values()):
        return None
    model = type(row)
    names = tuple(TABLES[model.__tablename__].c.keys())
    return _instance(model, names, [values.get(name, getattr(row, name)) for name in names])


def rows(connection: Connection, model: type[Row], statement: Executable | Statement, values: Mapping[str, object] | None = None) -> list[Row]:
    """Return what a statement selects from the model's table, as detached instances."""
    if isinstance(statement, Statement):
        return [_instance(model, statement.names, row) for row in statement.rows(connection, values or {})]
    found = connection.execute(statement, values)
    names = tuple(found.keys())
    return [_instance(model, names, row) for row in found]


def matching(model: type[Base], names: tuple[str, ...], order: str) -> Statement:
    """Return the statement for rows whose named columns have values that are still to be given; it is made once."""
    shape = (model.__tablename__, names, order)
    statement = _MATCHING.get(shape)
    if statement is None:
        table = TABLES[model.__tablename__]
        statement = Statement(select(table).where(*(table.c[name] == bindparam(name) for name in names)).order_by(table.c[order]))
        _MATCHING[shape] = statement
    return statement


def put(connection: Connection, model: type[Base], values: Mapping[str, object] | Iterable[Mapping[str, object]]) -> None:
    """Insert working state that is no fact: one row, or several."""
    for row in [values] if isinstance(values, Mapping) else values:
        _insert(model.__tablename__, tuple(row)).change(connection, row)


def _insert(table: str, names: tuple[str, ...]) -> Statement:
    statement = _INSERTS.get((table, names))
    if statement is None:
        statement = _INSERTS[table, names] = Statement(insert(TABLES[table]).inline(), names)
    return statement


def _update(change: Change) -> Statement:
    shape = (change.table, tuple(change.values))
    statement = _UPDATES.get(shape)
    if statement is None:
        table = TABLES[change.table]
        made = update(table).where(table.c.id == bindparam("row_key")).values({name: bindparam(name) for name in change.values})
        statement = _UPDATES[shape] = Statement(made)
    return statement


def _instance(model: type[Row], names: Sequence[str], row: Iterable[Any]) -> Row:
    # A detached row is only read: the mapper's constructor, which prepares it for a session, would cost more than the query.
    instance = model.__new__(model)
    instance.__dict__.update(zip(names, row, strict=True))
    return instance
