"""Rows in and out (读写): changes of facts become statements, rows become instances of the model."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Insert, Select, Table, Update, bindparam, insert, select, update
from sqlalchemy.orm import configure_mappers

from engine.events import Change
from engine.model import Base

Row = TypeVar("Row", bound=Base)

TABLES: Mapping[str, Table] = Base.metadata.tables

# Attributes of rows can be read only after the mappers were put together.
configure_mappers()

_UPDATES: dict[tuple[str, tuple[str, ...]], Update] = {}
_MATCHING: dict[tuple[str, tuple[str, ...], str], Select[Any]] = {}
_INSERTS: dict[str, Insert] = {name: insert(table) for name, table in TABLES.items()}
_BY_KEY: dict[str, Select[Any]] = {name: select(table).where(table.c.id == bindparam("key")) for name, table in TABLES.items() if "id" in table.c}


def apply(connection: Connection, change: Change, *, fresh: Mapping[str, Mapping[str, object]]) -> None:
    """Give the row of a change its values; `fresh` holds, by table, what a new row needs beside them."""
    if change.new:
        connection.execute(_INSERTS[change.table], {"id": change.key, **fresh.get(change.table, {}), **change.values})
        return
    shape = (change.table, tuple(change.values))
    statement = _UPDATES.get(shape)
    if statement is None:
        table = TABLES[change.table]
        statement = _UPDATES[shape] = (
            update(table).where(table.c.id == bindparam("row_key")).values({name: bindparam(name) for name in change.values})
        )
    if connection.execute(statement, {"row_key": change.key, **change.values}).rowcount == 0:
        connection.execute(_INSERTS[change.table], {"id": change.key, **fresh.get(change.table, {}), **change.values})


def find(connection: Connection, model: type[Row], key: str) -> Row | None:
    """Return the row of a key as a detached instance, or None."""
    row = connection.execute(_BY_KEY[model.__tablename__], {"key": key}).mappings().one_or_none()
    return None if row is None else _instance(model, row)


def rows(connection: Connection, model: type[Row], statement: Executable, values: Mapping[str, object] | None = None) -> list[Row]:
    """Return what a statement selects from the model's table, as detached instances."""
    return [_instance(model, row) for row in connection.execute(statement, values).mappings()]


def matching(model: type[Base], names: tuple[str, ...], order: str) -> Select[Any]:
    """Return the statement for rows whose named columns have values that are still to be given; it is made once."""
    shape = (model.__tablename__, names, order)
    statement = _MATCHING.get(shape)
    if statement is None:
        table = TABLES[model.__tablename__]
        statement = select(table).where(*(table.c[name] == bindparam(name) for name in names)).order_by(table.c[order])
        _MATCHING[shape] = statement
    return statement


def put(connection: Connection, model: type[Base], values: Mapping[str, object] | Iterable[Mapping[str, object]]) -> None:
    """Insert working state that is no fact: one row, or several."""
    several = [dict(values)] if isinstance(values, Mapping) else [dict(item) for item in values]
    if several:
        connection.execute(_INSERTS[model.__tablename__], several)


def _instance(model: type[Row], row: Mapping[Any, Any]) -> Row:
    # A detached row is only read: the mapper's constructor, which prepares it for a session, would cost more than the query.
    instance = model.__new__(model)
    instance.__dict__.update(row)
    return instance
