"""Off-site enforcement: what a device may collect, from when, and what is asked of its records."""

from dataclasses import replace
from datetime import date

import pytest

from engine.departments.device import Device, read_device
from engine.errors import LawError
from engine.rules.off_site import check_audited, check_device

READY = Device(
    code="DH-0001",
    name="抓拍机",
    place="路口",
    basis="道路交通安全法 114",
    rank="法律",
    causes=("JC13",),
    law_reviewed_on=date(2026, 3, 2),
    technically_reviewed_on=date(2026, 3, 16),
    published_on=date(2026, 4, 1),
)


def test_a_device_is_ready_when_the_last_of_the_three_was_done() -> None:
    assert READY.ready_on == date(2026, 4, 1)
    check_device(READY, "JC13", date(2026, 4, 1), "、".join)


@pytest.mark.parametrize(
    ("name", "word"), [("law_reviewed_on", "经过法制审核"), ("technically_reviewed_on", "经过技术审核"), ("published_on", "向社会公布设置地点")]
)
def test_what_is_missing_or_came_later_is_named(name: str, word: str) -> None:
    for day in (None, date(2026, 11, 3)):
        device = replace(READY, **{name: day})  # type: ignore[arg-type]
        with pytest.raises(LawError, match=f"还没有{word}，") as refused:
            check_device(device, "JC13", date(2026, 11, 2), "、".join)
        assert (refused.value.code, refused.value.basis) == ("evidence_inadmissible", "行政处罚法 41①")


def test_a_device_collects_only_what_its_law_lets_it() -> None:
    with pytest.raises(LawError, match="只依照道路交通安全法 114采集JC13") as refused:
        check_device(READY, "JC04", date(2026, 11, 2), "、".join)
    assert refused.value.code == "no_basis"


@pytest.mark.parametrize("wrong", [{"rank": "地方性法规"}, {"rank": "规章"}, {"causes": []}])
def test_a_device_without_a_law_that_allows_it_is_not_registered(wrong: dict[str, object]) -> None:
    entry = {"code": "A", "name": "抓拍机", "place": "路口", "basis": "某条例 1", "rank": "行政法规", "causes": ["JC13"]}
    assert read_device(entry).ready_on is None
    with pytest.raises(ValueError, match="抓拍机"):
        read_device({**entry, **wrong})


@pytest.mark.parametrize(("kept", "waiting", "word"), [(1, 1, "还没有审核"), (0, 0, "没有经审核符合要求的记录")])
def test_records_that_nobody_audited_are_no_evidence(kept: int, waiting: int, word: str) -> None:
    check_audited(1, 0)
    with pytest.raises(LawError, match=word) as refused:
        check_audited(kept, waiting)
    assert refused.value.basis == "行政处罚法 41②"
