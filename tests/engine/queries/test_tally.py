"""The tally of a year: played stories give the numbers that their papers, payments and remedies say, and no others."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from engine.clock import SHANGHAI
from engine.commands.inspection import EndInspection
from engine.queries.inspection import inspections_in
from engine.queries.tally import Tally, tally
from engine.rules.statistics import GROUPS, LINES, total
from tests.engine.commands.test_inspection import LEAD, RESULT, give, register, visit
from tests.office import Office, found_city, found_office

STORIES = Path(__file__).parents[2] / "processes"
JANUARY = datetime(2026, 1, 5, 9, tzinfo=SHANGHAI)


@pytest.fixture(scope="module")
def january(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a city that was founded at the beginning of the year."""
    return found_city(tmp_path_factory.mktemp("january"), start=JANUARY)


@pytest.fixture
def year(january: Path, tmp_path: Path) -> Iterator[Office]:
    """An office with the whole year before it."""
    opened = found_office(tmp_path / "office", january, start=JANUARY)
    yield opened
    opened.house.close()


def counted(office: Office, year: int = 2026) -> Tally:
    """The tally of a year as it stands."""
    with office.house.database.reading() as connection:
        return tally(connection, year)


def told(found: Tally) -> dict[str, str]:
    """The lines that are not empty, by their values of the year."""
    return {key: str(total(values)) for key, values in found.lines.items() if total(values)}


FINED = {"decision.count": "1", "decision.ordinary": "1", "kind.罚款": "1"}
SPOT = {"case.filed": "2", "decision.count": "2", "decision.summary": "2"}


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("s1", SPOT | {"kind.罚款": "2", "money.fine": "350", "money.paid": "350", "money.net": "350"}),
        (
            "s2",
            FINED | {"case.filed": "1", "money.fine": "19500", "money.paid": "19500", "money.net": "19500", "report.received": "1"},
        ),
        ("s3", FINED | {"case.filed": "1", "money.fine": "510000"}),
        ("s4", FINED | {"case.filed": "1", "kind.没收非法财物": "1", "money.fine": "1000", "measure.preservation": "1"}),
        ("spot_warning", SPOT | {"kind.罚款": "1", "kind.警告": "1", "money.fine": "150"}),
        (
            "reconsideration",
            FINED
            | {"case.filed": "1", "money.fine": "19500", "money.paid": "19500", "money.refunded": "4500", "money.net": "15000"}
            | {"reconsideration.sought": "1", "reconsideration.ended": "1", "reconsideration.changed": "1", "fallen.changed": "1"}
            | {"report.received": "1"},
        ),
        ("correction_revoked", FINED | {"case.filed": "1", "money.fine": "22500", "own.revoked": "1", "report.received": "1"}),
        ("surcharge_decided", FINED | {"case.filed": "1", "money.fine": "22500", "execution.surcharge": "1", "report.received": "1"}),
        ("crime_decided", {"case.filed": "1", "police.transfer": "1", "report.received": "1"}),
        ("cost_court", {"case.filed": "1", "execution.performance": "1", "report.received": "1"}),
    ],
)
def test_a_story_counts_as_what_it_is(office: Office, story: str, expected: dict[str, str]) -> None:
    office.play(STORIES / f"{story}.yaml")
    assert told(counted(office)) == expected


@pytest.mark.parametrize("story", ["s5", "s6", "s7", "s8"])
def test_the_longer_stories_agree_with_their_cases(year: Office, story: str) -> None:
    year.play(STORIES / f"{story}.yaml")
    found = counted(year)
    with year.house.database.reading() as connection:
        cases = list(connection.exec_driver_sql("SELECT filed_on, outcome, fine FROM 'case'"))
    fines = sum((Decimal(fine or 0) for _, outcome, fine in cases if outcome == "penalty"), Decimal(0))
    assert total(found.lines["case.filed"]) == sum(str(filed).startswith("2026") for filed, _, _ in cases)
    assert total(found.lines["money.fine"]) == fines
    assert sum(cause.filed for cause in found.causes.values()) == total(found.lines["case.filed"])
    assert sum((cause.fine for cause in found.causes.values()), Decimal(0)) == fines


def test_what_came_of_it_counts_in_the_year_in_which_it_came(office: Office) -> None:
    office.play(STORIES / "litigation.yaml")
    before, after = counted(office), counted(office, 2027)
    assert (total(before.lines["litigation.sought"]), total(before.lines["litigation.ended"])) == (1, 0)
    assert told(after) == {"litigation.ended": "1", "litigation.claims_dismissed": "1"}
    assert before.lines["money.fine"] == [0, 0, 0, 19500]
    assert [(item.cause, item.filed, item.decided, item.fine) for item in before.causes.values()] == [("JC04", 1, 1, Decimal(19500))]


def test_inspections_are_counted_as_their_register_counts_them(office: Office) -> None:
    give(office, "zhouyan", EndInspection(inspection=visit(office), data=RESULT))
    register(office, **LEAD | {"uscc": "91999901MA0TE5T16F", "planned_on": "2026-09-20"})
    found = counted(office)
    with office.house.database.reading() as connection:
        counts = inspections_in(connection, 2026)
    assert total(found.lines["inspection.count"]) == counts.total == 1
    assert {finding: total(found.lines[f"inspection.{finding}"]) for finding in counts.findings} == counts.findings
    assert found.lines["inspection.count"] == [0, 0, 1, 0]


def test_every_line_has_its_place_and_an_empty_year_its_zeros(office: Office) -> None:
    found = counted(office, 2025)
    assert found.lines.keys() == {key for key, line in LINES.items() if not line.by_hand}
    assert told(found) == {}
    assert len(LINES) == sum(len(group.lines) for group in GROUPS)


def test_the_last_and_the_first_moment_belong_to_their_years(office: Office) -> None:
    office.at("2026-12-31 23:59")
    office.open(source="hotline")
    office.at("2027-01-01 00:00")
    office.open(source="hotline")
    assert [total(counted(office, year).lines["report.received"]) for year in (2026, 2027)] == [1, 1]
    assert counted(office).lines["report.received"] == [0, 0, 0, 1]
    assert counted(office, 2027).lines["report.received"] == [1, 0, 0, 0]
