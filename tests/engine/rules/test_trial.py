"""A draft on thousands of past cases: every verdict, and a spread that counts each case once."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from engine.dmn import read_model
from engine.rules.trial import PastCase, Trial, try_table
from tests.engine.dmn.drawing import Column, Drawn, model
from tests.engine.law.published import BOOK

OUTPUTS = [Column("阶次", "string", '"严重","一般","不构成"'), Column("下限"), Column("上限")]
ROWS = [("<= 0", '"不构成"', "0", "0"), ("(0..5]", '"一般"', "100", "200"), ("(5..10]", '"严重"', "200", "400")]
TABLE = read_model(model(Drawn([Column("面积")], OUTPUTS, ROWS, policy="PRIORITY")), file="t.dmn")


def past(**seen: Any) -> PastCase:
    """A case for which the published rule of amounts was in force."""
    facts = {"number": "1", "inputs": {"面积": Decimal(1)}, "tier": "一般", "amount": Decimal(150), "lenient": 0, "severe": 0}
    return PastCase(**{**facts, "amounts": BOOK.benchmarks["amount"], **seen})


def tried(*areas: str | None, amount: str = "150") -> Trial:
    cases = [
        past(number=f"{place}号", inputs={} if area is None else {"面积": Decimal(area)}, amount=Decimal(amount)) for place, area in enumerate(areas)
    ]
    return try_table(TABLE, cases)


def test_every_case_has_a_verdict() -> None:
    found = tried("0", "1", "6", "11", None)
    assert [case.verdict for case in found.cases] == ["nothing", "same", "more", "undecided", "undecided"]
    assert found.counts == {"more": 1, "less": 0, "same": 1, "nothing": 1, "undecided": 2}


def test_factors_count_as_they_were_recorded() -> None:
    case = past(lenient=1)
    assert try_table(TABLE, [case]).cases[0].amount == 130


def test_the_columns_hold_each_case_that_can_be_told_once() -> None:
    found = tried(*["0"] * 2, *["1"] * 3, *["6"] * 4, "11")
    columns = dict(found.columns)
    assert sum(columns.values()) == 9
    assert (columns["少一半以上"], columns["不变"], columns["多一半以上"]) == (2, 3, 4)
    assert tried("11").columns == []


def test_thousands_of_cases_are_tried() -> None:
    found = tried(*(str(place % 12) for place in range(5000)))
    assert sum(found.summary()[verdict] for verdict in ("more", "less", "same", "nothing", "undecided")) == 5000


def test_a_case_without_a_tier_counts_as_undecided_with_its_reason() -> None:
    case = past(tier="", amount=None, reason="经集体讨论决定")
    found = try_table(TABLE, [case])
    assert (found.cases[0].verdict, found.cases[0].reason, found.cases[0].amount) == ("undecided", "经集体讨论决定", None)
    assert (found.counts["undecided"], found.columns) == (1, [])


def test_every_undecided_case_says_why() -> None:
    found = tried("11", None, "1")
    assert [case.reason for case in found.cases] == ["草案没有适用的行", "没有记录面积", ""]
    assert [case.stopped for case in found.cases] == [True, False, False]
    assert [item.message for item in found.objections()] == [
        f"试算中有1件定不出结果，如{found.cases[0].number}：草案没有适用的行。这样的案件发布后办不下去。"
    ]


def test_a_percentage_is_taken_of_the_base_of_each_case() -> None:
    rows = [("> 0", '"一般"', "5", "10")]
    table = read_model(model(Drawn([Column("面积")], OUTPUTS, rows, policy="PRIORITY")), file="t.dmn")
    case = past(amount=Decimal(7000), base=Decimal(100_000))
    found = try_table(table, [case, replace(case, base=None)], unit="percent")
    assert [(each.verdict, each.amount) for each in found.cases] == [("more", Decimal(7500)), ("undecided", None)]
