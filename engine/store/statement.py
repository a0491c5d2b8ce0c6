"""Statements (语句): what every command asks of the database, turned into SQL once and then handed to the driver.

SQLAlchemy makes the SQL, knows the types and holds the transaction; to carry a statement out through it costs ten times what SQLite takes for the
work. So the few statements that every command needs are prepared. Where the database is another one, SQLAlchemy carries them out.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Delete, Dialect, Insert, Select, Update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

Values = Mapping[str, object]
Converter = Callable[[Any], Any]
Made = Select[*tuple[Any, ...]] | Insert | Update | Delete


@dataclass(frozen=True, slots=True)
class _Plan:
    """The SQL with, in the order of its marks, the values that it wants; and which columns of a result are not yet what they mean."""

    sql: str
    wanted: tuple[tuple[str, object, Converter | None], ...]
    converted: tuple[tuple[int, Converter], ...]

    def values(self, given: Values) -> tuple[object, ...]:
        """Return the values of one execution as the driver takes them."""
        values = []
        for name, fixed, convert in self.wanted:
            value = given.get(name, fixed)
            values.append(value if convert is None else convert(value))
        return tuple(values)

    def row(self, row: Sequence[Any]) -> Sequence[Any]:
        """Return a row of the driver with the types of the model."""
        if not self.converted:
            return row
        meant = list(row)
        for place, convert in self.converted:
            # What is not there has no type.
            if meant[place] is not None:
                meant[place] = convert(meant[place])
        return meant


class Statement:
    """A statement whose values are given at each execution; an insertion names the columns that it fills."""

    def __init__(self, made: Made, columns: Sequence[str] | None = None) -> None:
        self._made = made
        self._columns = columns
        self._plan: _Plan | None = None
        self.names: tuple[str, ...] = tuple(column.name for column in made.selected_columns) if isinstance(made, Select) else ()

    def rows(self, connection: Connection, values: Values) -> list[Sequence[Any]]:
        """Return the rows that are selected, in the order of `names`."""
        if connection.dialect.name != "sqlite":
            return list(connection.execute(self._made, values))
        plan = self._prepared(connection.dialect)
        return [plan.row(row) for row in _carry_out(connection, plan, plan.values(values)).fetchall()]

    def change(self, connection: Connection, values: Values) -> int:
        """Carry out a change and return how many rows it met."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._made, values).rowcount
        plan = self._prepared(connection.dialect)
        return int(_carry_out(connection, plan, plan.values(values)).rowcount)

    def _prepared(self, dialect: Dialect) -> _Plan:
        if self._plan is None:
            compiled = self._made.compile(dialect=dialect, column_keys=self._columns)
            if not isinstance(compiled, SQLCompiler):
                raise TypeError(f"no SQL can be made of {self._made}")
            binds = [compiled.binds[name] for name in compiled.positiontup or ()]
            wanted = tuple((bind.key, bind.value, _of(bind.type, dialect).bind_processor(dialect)) for bind in binds)
            results = [_of(column.type, dialect).result_processor(dialect, None) for column in getattr(self._made, "selected_columns", ())]
            converted = tuple((place, convert) for place, convert in enumerate(results) if convert is not None)
            self._plan = _Plan(str(compiled), wanted, converted)
        return self._plan


def _of(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return kind.dialect_impl(dialect)


def _carry_out(connection: Connection, plan: _Plan, values: tuple[object, ...]) -> Any:
    """Hand a statement to the driver; what it refuses is refused in SQLAlchemy's words."""
    try:
        return connection.connection.cursor().execute(plan.sql, values)
    except sqlite3.Error as error:
        raise DBAPIError.instance(plan.sql, values, error, sqlite3.Error) from error
