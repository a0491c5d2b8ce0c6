"""Prepared statements: they give and take what SQLAlchemy would, and refuse in its words."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.exc import IntegrityError

from engine.events import Change
from engine.model import Case, NumberSeries, Payment, Task
from engine.store import tables
from engine.store.statement import Statement
from tests.office import Office


def test_rows_come_out_with_the_types_of_the_model(office: Office) -> None:
    case = office.open()
    with office.house.database.reading() as connection:
        prepared = tables.find(connection, Case, case)
        through = connection.execute(select(Case.__table__).where(Case.id == case)).mappings().one()
        assert prepared is not None
        assert {name: getattr(prepared, name) for name in through} == dict(through)
        assert type(prepared.opened_at) is datetime
        assert type(prepared.discovered_on) is date
        for row in tables.rows(connection, Task, tables.matching(Task, ("case_id",), "id"), {"case_id": case}):
            stored = connection.execute(select(Task.__table__).where(Task.id == row.id)).mappings().one()
            assert {name: getattr(row, name) for name in stored} == dict(stored)


def test_values_go_in_as_the_model_writes_them(office: Office) -> None:
    case = office.open()
    paid = {"case_id": case, "amount": Decimal("100.50"), "paid_on": date(2026, 9, 1), "channel": "bank", "receipt_no": "P1"}
    with office.house.database.writing() as connection:
        tables.apply(connection, Change("payment", "p", paid), fresh={})
        tables.apply(connection, Change("payment", "p", {"amount": Decimal(200)}), fresh={})
        tables.apply(connection, Change("case", case, {"filed_on": date(2026, 9, 2), "overdue": True}), fresh={})
        found = connection.execute(select(Payment.amount, Payment.paid_on)).one()
        assert tuple(found) == (Decimal(200), date(2026, 9, 1))
        assert connection.exec_driver_sql("SELECT amount, paid_on FROM payment").one() == ("200", "2026-09-01")


def test_a_change_says_how_many_rows_it_met(office: Office) -> None:
    forget = Statement(delete(NumberSeries).where(NumberSeries.id == bindparam("series")))
    count = Statement(select(func.count()).select_from(NumberSeries.__table__))
    with office.house.database.writing() as connection:
        before = count.rows(connection, {})[0][0]
        tables.put(connection, NumberSeries, [{"id": "x", "last": 1}, {"id": "y", "last": 2}])
        assert count.rows(connection, {})[0][0] == before + 2
        assert [forget.change(connection, {"series": name}) for name in ("x", "x", "z")] == [1, 0, 0]


def test_what_the_database_refuses_is_refused_in_the_same_words(office: Office) -> None:
    with office.house.database.writing() as connection:
        tables.put(connection, NumberSeries, {"id": "x", "last": 1})
        with pytest.raises(IntegrityError, match="number_series"):
            tables.put(connection, NumberSeries, {"id": "x", "last": 2})


def test_a_row_that_was_read_follows_a_change_unless_it_holds_json(office: Office) -> None:
    case = office.open()
    with office.house.database.writing() as connection:
        before = tables.find(connection, Case, case)
        assert before is not None
        values = {"state": "filed", "filed_on": date(2026, 9, 2), "fine": Decimal("1.50"), "opened_at": datetime(2026, 9, 1, tzinfo=UTC)}
        tables.apply(connection, Change("case", case, values), fresh={})
        changed, read = tables.changed(before, values), tables.find(connection, Case, case)
        assert changed is not None
        assert read is not None
        assert {name: getattr(changed, name) for name in Case.__table__.c.keys()} == {name: getattr(read, name) for name in Case.__table__.c.keys()}  # noqa: SIM118
        [task] = tables.rows(connection, Task, tables.matching(Task, ("case_id",), "id"), {"case_id": case})
        assert tables.changed(task, {"data": {"facts": "…"}}) is None
