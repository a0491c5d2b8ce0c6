"""Proposals after the notice: on the same facts nothing may become heavier (行政处罚法 Art. 45(2))."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.office import Office, found_city, found_office
from web.rehearsal import BEGINNING
from web.scenario import read_scenario

S5 = Path(__file__).parents[2] / "processes" / "s5.yaml"
REPORT: dict[str, Any] = next(
    dict(step.data) for step in reversed(read_scenario(S5).steps) if step.task == "investigation_report" and step.refuse is None
)


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city that was founded before S5 begins."""
    return found_city(tmp_path_factory.mktemp("city"), start=BEGINNING)


@pytest.fixture
def returned(early: Path, tmp_path: Path) -> Iterator[tuple[Office, str]]:
    """S5 after a plea that was rejected: the head returns the proposal."""
    office = found_office(tmp_path / "office", early, start=BEGINNING)
    case = office.play(S5, "plea")
    office.submit("zhouyan", case, "plea", plea="submitted", received_on="2026-04-08", way="written", content="处罚过重。")
    office.submit("zhengkai", case, "plea_review", finding="不予采纳。", accepted="none", reason="没有证据。", facts_changed="false")
    office.at("2026-04-16 09:00")
    office.submit("limin", case, "decide", decision="return", reason="重新核对。")
    yield office, case
    office.house.close()


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"fine": "3600"}, "fine", "拟罚款"),
        ({"gains": "4300"}, "gains", "违法所得"),
    ],
)
def test_nothing_becomes_heavier_on_the_same_facts(returned: tuple[Office, str], changes: dict[str, Any], field: str, says: str) -> None:
    office, case = returned
    with office.refusal("above_notified", basis="行政处罚法 45②", field=field, says=says):
        office.submit("zhouyan", case, "investigation_report", **REPORT | changes)


def test_new_facts_may_bear_more_gains_of_which_the_party_is_told_anew(returned: tuple[Office, str]) -> None:
    office, case = returned
    changed = REPORT | {"gains": "4300", "facts": REPORT["facts"] + "\n另查明3月8日收款2000元。"}
    assert office.submit("zhouyan", case, "investigation_report", **changed) == ["confirm_report"]


def test_what_is_lighter_may_be_proposed(returned: tuple[Office, str]) -> None:
    office, case = returned
    assert office.submit("zhouyan", case, "investigation_report", **REPORT | {"gains": "2000"}) == ["confirm_report"]
