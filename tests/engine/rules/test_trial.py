"""A draft on thousands of past cases: every verdict, and a spread that counts each case once."""

from decimal import Decimal

from engine.dmn import read_model
from engine.rules.trial import PastCase, Trial, try_table
from tests.engine.dmn.drawing import Column, Drawn, model

OUTPUTS = [Column("阶次", "string", '"严重","一般","不构成"'), Column("下限"), Column("上限")]
ROWS = [("<= 0", '"不构成"', "0", "0"), ("(0..5]", '"一般"', "100", "200"), ("(5..10]", '"严重"', "200", "400")]
TABLE = read_model(model(Drawn([Column("面积")], OUTPUTS, ROWS, policy="PRIORITY")), file="t.dmn")


def tried(*areas: str | None, amount: str = "150") -> Trial:
    cases = [
        PastCase(
            number=f"{place}号", inputs={} if area is None else {"面积": Decimal(area)}, tier="一般", amount=Decimal(amount), lenient=0, severe=0
        )
        for place, area in enumerate(areas)
    ]
    return try_table(TABLE, cases)


def test_every_case_has_a_verdict() -> None:
    found = tried("0", "1", "6", "11", None)
    assert [case.verdict for case in found.cases] == ["nothing", "same", "more", "undecided", "undecided"]
    assert found.counts == {"more": 1, "less": 0, "same": 1, "nothing": 1, "undecided": 2}


def test_factors_count_as_they_were_recorded() -> None:
    case = PastCase(number="1", inputs={"面积": Decimal(1)}, tier="一般", amount=Decimal(150), lenient=1, severe=0)
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
