"""Every worked date of the acceptance scenarios (domain.md §9) and of the precisions (§12), as one table."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from engine.law.calendar import DAY
from engine.rules.deadlines import DEADLINES, Extension, Suspension, Unit, reckon
from tests.engine.law.published import CALENDAR, PARAMETERS

LAB = Suspension(date(2026, 9, 15), date(2026, 9, 22), "检测")
TEST = Suspension(date(2026, 3, 16), date(2026, 3, 25), "检测")
LONGER = Extension(30, "经负责人批准：进销凭证需核查")

WORKED = [
    ("S1 payment", "payment", "2026-10-12", (), (), "2026-10-27", False),
    ("S1 reconsideration", "reconsideration", "2026-10-12", (), (), "2026-12-11", False),
    ("S1 publication", "publication", "2026-10-12", (), (), "2026-10-21", False),
    ("S2 decision", "decision", "2026-09-14", (), (), "2026-12-13", False),
    ("S2 decision, the lab excluded", "decision", "2026-09-14", (LAB,), (), "2026-12-21", False),
    ("S2 plea", "plea", "2026-10-13", (), (), "2026-10-20", False),
    ("S2 service", "service", "2026-10-26", (), (), "2026-11-04", False),
    ("S2 publication", "publication", "2026-10-26", (), (), "2026-11-04", False),
    ("S2 payment", "payment", "2026-10-28", (), (), "2026-11-12", False),
    ("S2 reconsideration rolls over a Sunday", "reconsideration", "2026-10-28", (), (), "2026-12-28", False),
    ("S2 litigation", "litigation", "2026-10-28", (), (), "2027-04-28", True),
    ("S3 hearing request over the Mid-Autumn day", "hearing.request", "2026-09-22", (), (), "2026-09-30", False),
    ("S3 earliest hearing: seven clear days", "hearing.notice", "2026-09-29", (), (), "2026-10-15", False),
    ("S3 service", "service", "2026-11-05", (), (), "2026-11-16", False),
    ("S3 publication", "publication", "2026-11-05", (), (), "2026-11-16", False),
    ("S3 payment rolls over a Saturday", "payment", "2026-11-06", (), (), "2026-11-23", False),
    ("S4 preservation over the national days", "preservation", "2026-09-24", (), (), "2026-10-12", False),
    ("S4 plea ends on a worked Saturday", "plea", "2026-09-28", (), (), "2026-10-10", False),
    ("S5 seizure", "seizure", "2026-03-10", (), (), "2026-04-09", False),
    ("S5 seizure, the test excluded", "seizure", "2026-03-10", (TEST,), (), "2026-04-19", False),
    ("S5 seizure, lengthened", "seizure", "2026-03-10", (TEST,), (LONGER,), "2026-05-19", False),
    ("S5 payment", "payment", "2026-04-15", (), (), "2026-04-30", False),
    ("S5 publication", "publication", "2026-04-15", (), (), "2026-04-24", False),
    ("S6 reply of the partner", "collaboration.reply", "2026-06-08", (), (), "2026-06-18", False),
    ("S6 payment", "payment", "2026-07-21", (), (), "2026-08-05", False),
    ("S6 publication", "publication", "2026-07-20", (), (), "2026-07-29", False),
    ("S7 announcement rolls over Qingming", "service.announcement", "2026-03-05", (), (), "2026-04-07", False),
    ("S7 payment", "payment", "2026-04-07", (), (), "2026-04-22", False),
    ("S7 litigation rolls over the national days", "litigation", "2026-04-07", (), (), "2026-10-08", False),
    ("S7 demand", "demand", "2026-10-09", (), (), "2026-10-22", False),
    ("S7 court window from the rolled end", "court.application", "2026-10-08", (), (), "2027-01-08", True),
    ("§12 the reconsideration organ rolls", "reconsideration.review", "2026-07-29", (), (), "2026-09-28", False),
    ("§12 three clear days before a substitute acts", "performance.demand", "2026-09-24", (), (), "2026-10-08", False),
]


@pytest.mark.parametrize(("what", "key", "start", "suspensions", "extensions", "expected", "provisional"), WORKED, ids=[row[0] for row in WORKED])
def test_the_worked_dates(
    what: str,
    key: str,
    start: str,
    suspensions: tuple[Suspension, ...],
    extensions: tuple[Extension, ...],
    expected: str,
    provisional: bool,  # A column of the table.
) -> None:
    rule = DEADLINES[key]
    length = PARAMETERS.at(date(2026, 11, 1)).integer(rule.parameter or "")
    reckoning = reckon(rule, date.fromisoformat(start), length, CALENDAR, suspensions, extensions)
    assert (str(reckoning.due), reckoning.provisional) == (expected, provisional), what


def test_s7_surcharge_reaches_its_cap_on_the_thirty_fourth_day() -> None:
    first = date(2026, 4, 23)
    days = next(n for n in range(1, 100) if 20_000 * 3 * n / 100 >= 20_000)
    assert (days, first + (days - 1) * DAY) == (34, date(2026, 5, 26))


def test_s4_rings_at_the_close_of_the_office() -> None:
    closes = time(17, 30)
    reckoning = reckon(DEADLINES["preservation"], date(2026, 9, 24), 7, CALENDAR, rings=closes)
    assert reckoning.ends_at == datetime(2026, 10, 12, 9, 30, tzinfo=UTC)


def test_a_leap_day_and_the_turn_of_a_year() -> None:
    assert str(reckon(DEADLINES["litigation"], date(2023, 8, 29), 6, CALENDAR).due) == "2024-02-29"
    assert str(reckon(DEADLINES["litigation"], date(2023, 8, 31), 6, CALENDAR).due) == "2024-02-29"
    assert str(reckon(DEADLINES["seizure"], date(2024, 1, 31), 30, CALENDAR).due) == "2024-03-01"
    # 2025-01-01 is a holiday: the party's last day moves on, five working days step over it.
    assert str(reckon(DEADLINES["payment"], date(2024, 12, 17), 15, CALENDAR).due) == "2025-01-02"
    assert str(reckon(DEADLINES["plea"], date(2024, 12, 27), 5, CALENDAR).due) == "2025-01-06"


@pytest.mark.parametrize("start", [datetime(2026, 12, 31, 15, 59, tzinfo=UTC), datetime(1988, 4, 16, 15, 30, tzinfo=UTC)])
def test_hours_know_neither_midnight_nor_summer_time(start: datetime) -> None:
    reckoning = reckon(DEADLINES["transfer.deliver"], start, 24, CALENDAR)
    assert reckoning.ends_at == start + timedelta(hours=24)
    assert DEADLINES["transfer.deliver"].unit is Unit.HOUR
