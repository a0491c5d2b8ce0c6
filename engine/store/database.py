"""The database (数据库): opened the one way that keeps what was promised."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, create_engine, event, text


class DatabaseError(Exception):
    """The database cannot be opened or brought up to date."""


class Database:
    """A database of cases: SQLite (one file, one writer at a time) or PostgreSQL, by its SQLAlchemy address.

    On SQLite every acknowledged command survives a power cut: write-ahead log with `synchronous=FULL`. Who fills a folder and
    can go on where the disk stands may do without (`durable=False`): a power cut then takes the last commands, and nothing is torn.
    """

    def __init__(self, url: str, *, durable: bool = True) -> None:
        self.engine: Engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"), json_serializer=_to_json, json_deserializer=orjson.loads)
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", partial(_prepare_sqlite, synchronous="FULL" if durable else "NORMAL"))

    @property
    def locks_rows(self) -> bool:
        """Return whether a command locks the row of its case; SQLite has one writer at a time anyway."""
        return self.engine.dialect.name != "sqlite"

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open the one transaction of a command; it is rolled back unless the caller commits."""
        with self.engine.connect() as connection:
            if self.engine.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection for questions; what it sees does not change while it is open."""
        with self.engine.connect() as connection:
            if self.engine.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN")
            yield connection

    def answers(self) -> bool:
        """Return whether the database answers at all."""
        with self.engine.connect() as connection:
            return connection.execute(text("SELECT 1")).scalar() == 1

    def survey(self) -> None:
        """Let SQLite look at samples of the tables; without them it takes any index for a good one, such as that of a district with most cases."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA analysis_limit=1000")
                connection.exec_driver_sql("ANALYZE")

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def _to_json(value: object) -> str:
    return orjson.dumps(value).decode()


def _prepare_sqlite(connection: Any, _record: object, *, synchronous: str) -> None:
    # The driver must not begin transactions on its own: a command begins its own with the write lock in hand.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        f"synchronous={synchronous}",
        "foreign_keys=ON",
        "busy_timeout=10000",
        "temp_store=MEMORY",
        "cache_size=-16000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
