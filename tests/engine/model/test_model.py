"""The tables: no type that rounds or forgets the zone, and every table is told by facts or named as working state."""

import pytest
from sqlalchemy import DateTime, Float, Numeric

from engine.journal.fold import WORKING_STATE
from engine.model import Base
from engine.store.tables import TABLES

OFFICE = {
    "absence",
    "benchmark_draft",
    "bundle",
    "calendar_feed",
    "calibration",
    "delegation",
    "device",
    "holiday_proposal",
    "inspection",
    "inspection_plan",
    "law_version",
    "office_duty",
    "parameter_proposal",
    "partner_key",
    "statistics",
    "statistics_report",
    "token",
    "user",
}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_no_column_rounds_money_or_forgets_the_zone(name: str) -> None:
    assert not [column.name for column in TABLES[name].c if isinstance(column.type, Float | Numeric | DateTime)]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_is_told_by_facts_or_named_as_working_state(name: str) -> None:
    assert name in WORKING_STATE or name in OFFICE or "case_id" in TABLES[name].c


def test_every_table_has_one_class_that_says_what_it_holds() -> None:
    classes = [mapper.class_ for mapper in Base.registry.mappers]
    assert sorted(each.__tablename__ for each in classes) == sorted(TABLES)
    assert all(each.__doc__ for each in classes)
