from datetime import UTC, date, datetime

import pytest

from web.date import day, full_instant, instant, iso, short_day

LATE = datetime(2026, 9, 14, 16, 30, 7, tzinfo=UTC)


@pytest.mark.parametrize(("value", "written"), [(date(2026, 9, 14), "2026年9月14日"), ("2026-09-14", "2026年9月14日"), (None, "—"), ("", "—")])
def test_days_are_written_in_chinese(value: date | str | None, written: str) -> None:
    assert day(value) == written


def test_instants_are_shown_in_the_local_time_of_the_law() -> None:
    assert day(LATE) == "2026年9月15日"
    assert short_day(LATE) == "9月15日"
    assert instant(LATE) == "9月15日 00:30"
    assert full_instant(LATE) == "2026年9月15日 00:30:07"
    assert instant(LATE.isoformat()) == "9月15日 00:30"
    assert instant(None) == full_instant(None) == "—"


def test_machines_read_iso() -> None:
    assert iso(date(2026, 9, 14)) == iso("2026-09-14") == "2026-09-14"
    assert iso(None) == ""
