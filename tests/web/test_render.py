from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from engine.queries.clock import ClockReading
from tests.engine.law.published import CAUSES
from tests.office import Office
from web import render
from web.app import create_app
from web.password import TRIFLING


@pytest.mark.parametrize(
    ("value", "written"),
    [(Decimal(19500), "19,500元"), ("1409.5", "1,409.50元"), (0, "0元"), (None, "—"), ("", "—")],
)
def test_sums_are_written_with_their_unit(value: Decimal | str | int | None, written: str) -> None:
    assert render.yuan(value) == written
    assert render.amount(value) == written.removesuffix("元")


@pytest.mark.parametrize(
    ("cause", "limb", "written"),
    [("JC04", "exceeding", "5,000–50,000元"), ("JC20", "correctable", "5–10%"), ("JC24", "felling", "5–10倍"), ("JC23", "littering", "50元")],
)
def test_ranges_are_written_in_their_own_unit(cause: str, limb: str, written: str) -> None:
    assert render.span(CAUSES.limb(cause, limb).bases[0]) == written


def test_capitals_stand_for_sums_on_paper() -> None:
    assert render.capitals("19500") == "壹万玖仟伍佰元整"


@pytest.mark.parametrize(("count", "written"), [(820, "820字节"), (12_300, "12 KB"), (3_565_158, "3.4 MB")])
def test_sizes_are_short(count: int, written: str) -> None:
    assert render.size(count) == written


def test_digests_are_read_in_fours() -> None:
    assert render.digest("7c1e90ab5f") == "7c1e 90ab 5f"


@pytest.mark.parametrize(("days", "words"), [(3, "还剩3日"), (0, "今天到期"), (-2, "已超2日"), (None, "暂停计算")])
def test_what_is_left_is_said_in_words(days: int | None, words: str) -> None:
    assert render.left(days) == words


def clock(key: str) -> ClockReading:
    return ClockReading(
        key=key,
        subject=None,
        title="期限",
        basis="",
        start_on=date(2026, 10, 13),
        due=date(2026, 10, 20),
        provisional=False,
        state="expired",
        level="late",
        left=-2,
        gone=100,
        lines=(),
        ended_on=None,
        told=None,
    )


def test_a_right_that_lapsed_is_nobodys_delay() -> None:
    assert render.remaining(clock("plea")) == "已届满"
    assert render.level(clock("plea")) == "over"
    assert render.remaining(clock("decision")) == "已超2日"
    assert render.level(clock("decision")) == "late"
    assert render.remaining(replace(clock("plea"), level="calm", left=2)) == "还剩2日"
    assert render.remaining(replace(clock("plea"), level="calm", left=729)) == "还剩729日"
    assert render.remaining(replace(clock("plea"), level="calm", left=10_712)) == "还剩约29年"


def test_squads_are_named_with_their_district(office: Office) -> None:
    with create_app(office.house, cost=TRIFLING).test_request_context():
        assert render.squad("donghu", "donghu-1") == "东湖区东湖一中队"
        assert render.squad("donghu", None) == "东湖区"
        assert render.squad(None, None) == ""


def test_only_causes_that_the_department_may_punish_are_suggested(office: Office) -> None:
    with create_app(office.house, cost=TRIFLING).test_request_context():
        assert [code for code, _ in render.causes()] == sorted(render.department().powers)
        groups = render.cause_groups()
        assert sorted(cause.id for members in groups.values() for cause in members) == sorted(render.department().powers)
        assert [cause.brief for cause in groups["噪声和光污染"]] == ["施工噪声", "社会生活噪声", "噪声扰民", "光污染"]
        assert "其他" not in groups
