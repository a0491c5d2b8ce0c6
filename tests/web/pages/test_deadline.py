"""The correction of a date of service: by a superior, with its reason, added to the record."""

import pytest

from tests.engine.commands.clockwork import clock_of
from tests.office import Office
from tests.web.desk import Desk


@pytest.fixture
def served(office: Office) -> tuple[Office, str]:
    """An office whose case has its notice served on 2026-10-13."""
    return office, office.play_s2(until="plea")


def address(case: str) -> str:
    return f"/cases/{case}/deadlines/plea"


def test_a_superior_corrects_the_day_and_the_clocks_follow(served: tuple[Office, str]) -> None:
    office, case = served
    before = clock_of(office, case, "plea")
    assert (str(before.start_on), str(before.due)) == ("2026-10-13", "2026-10-20")
    office.at("2026-10-14 09:00")
    desk = Desk(office, "hanlei")
    assert "现记送达日期2026年10月13日" in desk.get(address(case)).text
    assert desk.post(address(case), {"served_on": "2026-10-14", "reason": "回执邮戳为10月14日"}).status == 303
    assert str(clock_of(office, case, "plea").due) == "2026-10-21"
    said = [sentence for item in office.file(case).timeline for sentence in item.sentences]
    assert any("送达日期由2026-10-13更正为2026-10-14：回执邮戳为10月14日" in sentence for sentence in said)
    assert any("于2026-10-13送达" in sentence for sentence in said)
    assert office.faults() == []


@pytest.mark.parametrize(
    ("day", "reason", "status", "words"),
    [
        ("2026-12-01", "邮戳", 409, "尚未到来"),
        ("2026-01-01", "邮戳", 409, "早于文书日期"),
        ("2026-10-13", "邮戳", 422, "与原记录相同"),
        ("2026-02-30", "邮戳", 422, "请填日期"),
        ("2026-10-14", " ", 422, "请写明更正的理由"),
    ],
)
def test_a_wrong_correction_is_refused_and_kept_on_the_page(served: tuple[Office, str], day: str, reason: str, status: int, words: str) -> None:
    office, case = served
    office.at("2026-10-14 09:00")
    before = office._entries()
    answer = Desk(office, "hanlei").post(address(case), {"served_on": day, "reason": reason})
    assert answer.status == status
    assert words in answer.text
    assert day in answer.source
    assert office._entries() == before


def test_an_officer_of_the_case_may_not_and_is_not_asked(served: tuple[Office, str]) -> None:
    office, case = served
    desk = Desk(office, "zhouyan")
    assert "更正送达日期" not in desk.get(address(case)).text
    assert desk.post(address(case), {"served_on": "2026-10-12", "reason": "邮戳"}).status == 403
    assert str(clock_of(office, case, "plea").due) == "2026-10-20"
