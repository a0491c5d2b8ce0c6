"""Fines for every day: for whom, in which days, and how much."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from engine.errors import LawError
from engine.law.parameters import Parameter, Values
from engine.rules.daily_penalty import DailyFine, FinedCase, Round, why_not
from tests.engine.law.published import BOOK

FINED = FinedCase(person=False, discharge=True, fined=True, served=True, ordered=True, corrected=False)
EMPOWERED = BOOK.parameters.amended([Parameter("daily.empowered", "", True, date(2026, 8, 15), None, "V", "授权文件")])
FINE = DailyFine(
    case="case",
    recheck="recheck",
    decision="《行政处罚决定书》（江城管罚决字〔2026〕第0001号）",
    decided_on=date(2026, 9, 22),
    fine=Decimal("22500.50"),
    order="《责令限期改正通知书》（江城管责改字〔2026〕第0001号）",
    served_on=date(2026, 9, 25),
    stands=True,
    first_on=date(2026, 9, 26),
    checked_on=date(2026, 9, 30),
    result="continuing",
    again=False,
)


def test_the_demonstration_is_not_empowered_and_says_by_which_basis() -> None:
    reason = why_not(FINED, BOOK.parameters)
    assert reason is not None
    assert BOOK.parameters.parameter("daily.empowered").source in reason
    without = Values(BOOK.day, {key: entry for key, entry in BOOK.parameters.entries.items() if not key.startswith("daily")})
    assert "生态环境法典" in str(why_not(FINED, without))


def test_discharge_and_dumping_under_the_code_are_marked_and_nothing_else() -> None:
    limbs = [(cause.id, limb) for cause in BOOK.causes.causes.values() for limb in cause.limbs.values()]
    marked = {(cause, limb.key, basis.cite) for cause, limb in limbs for basis in limb.bases if basis.daily}
    dumped = {(cause, key, "生态环境法典 1169①") for cause, key, _ in marked if cause == "JC07"}
    assert marked == dumped | {("JC04", "exceeding", "生态环境法典 1132①")}
    assert {key for _, key, _ in dumped} == set(BOOK.causes.cause("JC07").limbs)
    assert [cause.id for cause in BOOK.causes.causes.values() if cause.daily] == ["JC30"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("person", "生产经营者"),
        ("discharge", "违法排放、倾倒"),
        ("fined", "撤销"),
        ("served", "没有送达"),
        ("ordered", "先责令改正"),
        ("corrected", "终止"),
    ],
)
def test_whatever_is_missing_is_named_with_its_basis(name: str, word: str) -> None:
    assert why_not(FINED, EMPOWERED) is None
    reason = str(why_not(replace(FINED, **{name: not getattr(FINED, name)}), EMPOWERED))
    assert word in reason
    assert "第1060条" in reason


def test_the_first_round_counts_from_the_day_after_the_order_and_ends_in_thirty_days() -> None:
    term = Round(served_on=date(2026, 9, 25), due=date(2026, 9, 28), last=None)
    assert (term.first_on, term.until(EMPOWERED)) == (date(2026, 9, 26), date(2026, 10, 25))
    term.check(date(2026, 9, 29), "continuing", EMPOWERED)
    term.check(date(2026, 10, 25), "obstructed", EMPOWERED)
    term.check(date(2026, 9, 28), "corrected", EMPOWERED)
    assert [line.value for line in term.lines(EMPOWERED)] == ["9月25日", "9月28日", "10月25日"]
    for day, code in ((date(2026, 9, 25), "before_cause"), (date(2026, 9, 28), "before_cause"), (date(2026, 10, 26), "window_closed")):
        with pytest.raises(LawError) as refusal:
            term.check(day, "continuing", EMPOWERED)
        assert (refusal.value.code, refusal.value.field) == (code, "checked_on")


def test_the_second_round_counts_from_the_day_after_the_first_recheck() -> None:
    term = Round(served_on=date(2026, 9, 25), due=date(2026, 9, 28), last=date(2026, 9, 30))
    assert (term.first_on, term.until(EMPOWERED)) == (date(2026, 10, 1), date(2026, 10, 30))
    ordered_again = replace(term, served_on=date(2026, 10, 8))
    assert (ordered_again.first_on, ordered_again.until(EMPOWERED)) == (date(2026, 10, 1), date(2026, 11, 7))


def test_the_sum_is_the_original_fine_for_every_day_and_nothing_else() -> None:
    assert (FINE.days, FINE.amount) == (5, Decimal("112502.50"))
    FINE.check_fine(Decimal("112502.50"), "fine")
    for sum_, code in (("112502.49", "below_statutory_minimum"), ("112502.51", "above_statutory_maximum")):
        with pytest.raises(LawError) as refusal:
            FINE.check_fine(Decimal(sum_), "fine")
        assert (refusal.value.code, refusal.value.basis) == (code, "生态环境法典 1060")


def test_papers_and_pages_say_where_the_sum_comes_from() -> None:
    for word in ("0001号", "2026年9月25日送达", "2026年9月26日起", "2026年9月30日止", "共5日", "22,500.50元 × 5日 = 112,502.50元"):
        assert word in FINE.sentence()
    assert "9月30日复查，仍在违法排放" in FINE.finding()
    assert [line.value for line in FINE.lines()] == ["22,500.50元", "9月25日", "9月26日", "9月30日", "5日", "112,502.50元"]


def test_nothing_is_fined_where_decision_or_order_fell() -> None:
    for fell in (replace(FINE, fine=None), replace(FINE, stands=False)):
        with pytest.raises(LawError, match="已被撤销") as refusal:
            fell.check_fine(Decimal("112502.50"), "fine")
        assert refusal.value.code == "no_basis"
