"""The slip: 80 mm wide, everything that the law asks, the same bytes again, no mark at the wrong end of a line."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from engine.rules.document.facts import statements
from engine.rules.document.part import Factor
from engine.rules.document.spot_decision import SpotDecision
from printing import slip
from printing.sample import SPOT

URL = "https://zhifa.example/public/check/TOKEN"


def words(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).replace("\n", "")


def test_the_slip_is_one_page_of_eighty_millimetres() -> None:
    [page] = PdfReader(BytesIO(slip.render(SPOT, check_url=URL))).pages
    assert round(float(page.mediabox.width) / 72 * 25.4) == 80


def test_the_slip_says_what_the_paper_says() -> None:
    said = words(slip.render(SPOT, check_url=URL))
    for fact in (SPOT.number, SPOT.party.name, SPOT.party.code, SPOT.place, SPOT.agency.name, SPOT.check_token, "周岩", "吴敏", "JC0101", "JC0102"):
        assert fact in said
    for words_of_law in (
        "人民币壹佰伍拾元整",
        "第一千一百六十九条第三款",
        "须先申请行政复议",
        "60日内",
        "江川市人民政府",
        "江川市人民法院",
        "2026年10月27日",
    ):
        assert words_of_law in said


def test_the_same_facts_give_the_same_bytes() -> None:
    assert slip.render(SPOT, check_url=URL) == slip.render(SPOT, check_url=URL)


@pytest.mark.parametrize("name", sorted(name for name in statements(SpotDecision) if isinstance(getattr(SPOT, name), (str, tuple))))
def test_what_the_law_asks_for_must_be_there(name: str) -> None:
    blank = "" if isinstance(getattr(SPOT, name), str) else ()
    with pytest.raises(ValueError, match="文书要素不全"):
        slip.render(replace(SPOT, **{name: blank}), check_url=URL)  # type: ignore[arg-type]  # Its names are those of the fields.


def test_no_number_is_parted_at_the_end_of_a_line() -> None:
    slip._faces()
    lines = list(slip.wrapped("罚款幅度为15,000元以上30,000元以下，系数0.35，2026年12月25日前", "ZhifaSong", 10, 61))
    assert all(any(number in line for line in lines) for number in ("15,000", "30,000", "0.35", "2026", "12", "25"))


@given(st.text("，。、（）《》罚款ABC12", min_size=1, max_size=80))
def test_no_line_begins_or_ends_with_the_wrong_mark(text: str) -> None:
    slip._faces()
    lines = list(slip.wrapped(text, "ZhifaSong", 10, 60))
    assert "".join(lines) == text
    assert not any(line[0] in "，。、）》" for line in lines[1:])


def test_a_fixed_sum_has_no_tier_and_a_warning_is_a_clause() -> None:
    fixed = replace(SPOT.discretion, tier="", condition="", minimum="50", maximum="50", reason="按法律规定的数额处罚。")
    said = words(slip.render(replace(SPOT, discretion=fixed, sanction=replace(SPOT.sanction, fine="50", others=("给予警告",))), check_url=URL))
    assert "法律规定了确定的罚款数额50元，没有裁量幅度。按法律规定的数额处罚。" in said
    assert "给予警告。" in said
    assert "阶次" not in said


def test_a_warning_alone_asks_for_no_payment() -> None:
    applied = replace(SPOT.discretion, tier="", condition="", minimum=None, maximum=None, factors=(), reason="依规定警告。")
    warned = replace(SPOT, discretion=applied, payment=None, sanction=replace(SPOT.sanction, fine=None, others=("给予警告",)))
    said = words(slip.render(warned, check_url=URL))
    assert "给予警告。" in said
    assert "本案不处罚款。依规定警告。" in said
    assert "须先申请行政复议" in said
    assert "缴款" not in said
    assert "加处" not in said
    with pytest.raises(ValueError, match="罚款的缴纳方式和期限"):
        slip.render(replace(SPOT, payment=None), check_url=URL)


def test_factors_are_stated_with_their_basis() -> None:
    factor = Factor(text="主动消除危害后果（证据1）", direction="从轻", basis="《中华人民共和国行政处罚法》第三十二条第一项")
    said = words(slip.render(replace(SPOT, discretion=replace(SPOT.discretion, factors=(factor,))), check_url=URL))
    assert "主动消除危害后果（证据1），依据《中华人民共和国行政处罚法》第三十二条第一项，具有从轻情节。" in said
