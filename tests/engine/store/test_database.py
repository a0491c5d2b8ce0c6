"""The store: exact money and instants, files under their own digest, a schema that is brought up once."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, StatementError

from engine.clock import SHANGHAI, SetClock, WallClock, local_date, random_name
from engine.model import Base, NumberSeries, OutboxItem
from engine.model.base import Instant, Money
from engine.store import schema, tables
from engine.store.database import Database, DatabaseError
from engine.store.files import CorruptFileError, Files
from tests.office import START, Office


def test_bytes_lie_under_their_own_digest_and_are_checked_at_every_reading(tmp_path: Path) -> None:
    files = Files(tmp_path)
    digest = files.put(b"evidence")
    assert files.put(b"evidence") == digest
    assert (files.get(digest), files.has(digest), files.has("0" * 64)) == (b"evidence", True, False)
    path = tmp_path / digest[:2] / digest[2:4] / digest
    assert path.stat().st_mode & 0o222 == 0
    assert [item.name for item in path.parent.iterdir()] == [digest]
    path.chmod(0o600)
    path.write_bytes(b"evidencE")
    with pytest.raises(CorruptFileError):
        files.get(digest)


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "0" * 63, "G" * 64, "0" * 64])
def test_there_is_no_way_out_of_the_folder(tmp_path: Path, digest: str) -> None:
    with pytest.raises(FileNotFoundError):
        Files(tmp_path).get(digest)


def test_money_and_instants_are_kept_exactly() -> None:
    dialect = Database("sqlite://").engine.dialect
    for text in ("0.10", "22500", "99999999999999.99"):
        assert Money().process_result_value(Money().process_bind_param(Decimal(text), dialect), dialect) == Decimal(text)
    local = datetime(2026, 9, 14, 9, tzinfo=SHANGHAI)
    assert Instant().process_bind_param(local, dialect) == "2026-09-14T01:00:00.000000+00:00"
    assert Instant().process_result_value("2026-09-14T01:00:00.000000+00:00", dialect) == local
    with pytest.raises(ValueError, match="time zone"):
        Instant().process_bind_param(local.replace(tzinfo=None), dialect)


def test_the_schema_is_brought_up_once_and_then_left_alone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'a.sqlite'}")
    for _ in range(2):
        schema.upgrade(database)
    assert database.answers()
    with database.reading() as connection:
        names = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert names >= set(Base.metadata.tables)
    database.close()


def test_a_database_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(b"nonsense" * 200)
    with pytest.raises(DatabaseError):
        schema.upgrade(Database(f"sqlite:///{tmp_path / 'a.sqlite'}"))


def test_a_transaction_that_was_not_committed_leaves_nothing(office: Office) -> None:
    with office.house.database.writing() as connection:
        tables.put(connection, NumberSeries, {"id": "x", "last": 1})
    with office.house.database.reading() as connection:
        assert tables.find(connection, NumberSeries, "x") is None
    with office.house.database.writing() as connection, pytest.raises((IntegrityError, StatementError)):
        tables.put(connection, OutboxItem, {"kind": None})


def test_a_reading_does_not_change_while_it_is_open(office: Office) -> None:
    with office.house.database.reading() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM entry").scalar()
        office.open()
        assert connection.exec_driver_sql("SELECT count(*) FROM entry").scalar() == before


def test_a_survey_tells_the_planner_how_large_tables_are(office: Office) -> None:
    office.open()
    office.house.database.survey()
    with office.house.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'case'").scalar()
    assert office.faults() == []


def test_a_clock_that_is_set_never_goes_back() -> None:
    clock = SetClock(START)
    clock.move(START.replace(year=2020))
    assert clock.now() == START
    assert clock.now().tzinfo is UTC
    assert WallClock().now().tzinfo is UTC
    assert local_date(datetime(2026, 9, 13, 16, tzinfo=UTC)).isoformat() == "2026-09-14"
    assert len({random_name() for _ in range(100)}) == 100
