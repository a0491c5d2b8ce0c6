"""Forgery (伪造): a played case in a database whose guards were taken away, where each edit is undone after the proof was asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson
from sqlalchemy import Connection

from engine.journal.verify import Fault, faults
from engine.proof.stream import Proof, prove
from tests.office import Office

Path = tuple[str | int, ...]

GUARDS = ("entry_no_update", "entry_no_delete")


class Forger:
    """Somebody who may write into the database as they please."""

    def __init__(self, connection: Connection, case: str) -> None:
        self.connection = connection
        self.case = case

    def prove(self, stream: str | None = None) -> Proof:
        """What the proof says now."""
        return prove(self.connection, stream or self.case)

    def chain(self) -> list[Fault]:
        """What is wrong with the chain alone, which is quicker to ask."""
        seq, digest = self.one("SELECT head_seq, head_digest FROM 'case' WHERE id = ?", self.case)
        return list(faults(self.connection, self.case, head_seq=seq, head_digest=digest))

    def one(self, statement: str, *values: Any) -> Any:
        """The first row of an answer."""
        return self.connection.exec_driver_sql(statement, values).one()

    def all(self, statement: str, *values: Any) -> list[Any]:
        """All rows of an answer."""
        return list(self.connection.exec_driver_sql(statement, values))

    def write(self, statement: str, *values: Any) -> None:
        """Change what is stored."""
        self.connection.exec_driver_sql(statement, values)

    def bodies(self) -> list[Any]:
        """The entries of the case, read."""
        return [orjson.loads(row.body) for row in self.all("SELECT body FROM entry WHERE stream = ? ORDER BY seq", self.case)]

    @contextmanager
    def edit(self, statement: str, *values: Any) -> Iterator[None]:
        """Change what is stored, for a moment."""
        with self.moment():
            self.write(statement, *values)
            yield

    @contextmanager
    def moment(self) -> Iterator[None]:
        """A moment after which everything is as it was."""
        point = self.connection.begin_nested()
        try:
            yield
        finally:
            point.rollback()


@contextmanager
def forging(office: Office, case: str) -> Iterator[Forger]:
    """Open the database with its guards taken away; nothing that is done there stays."""
    with office.house.database.writing() as connection:
        for guard in GUARDS:
            connection.exec_driver_sql(f"DROP TRIGGER {guard}")
        # Rows that others refer to are forged too.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        yield Forger(connection, case)
        connection.rollback()


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every place of a JSON value that holds no other places; empty lists and objects too."""
    if isinstance(value, dict | list) and value:
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(item, (*path, key))
    else:
        yield path


def forged(body: Any, path: Path) -> Any:
    """The value with one place changed."""
    copy = orjson.loads(orjson.dumps(body))
    place = copy
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = _other(place[path[-1]])
    return copy


def _other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str):
        return value[:-1] + ("0" if value[-1:] != "0" else "1")
    return "伪造"
