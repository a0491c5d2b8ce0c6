"""Explanations are plain JSON and lose nothing."""

import json
from datetime import date
from decimal import Decimal

import pytest

from engine.dmn import evaluate, read_model
from engine.dmn.outcome import plain
from engine.feel import DAY, Duration, Months, Range
from tests.engine.dmn.drawing import Column, Drawn, literal, model


def test_an_outcome_explains_itself() -> None:
    tier = Drawn(
        [Column("日期", "date"), Column("面积")],
        [Column("档", "string"), Column("上限")],
        [('>= date("2021-07-15")', "(0..10]", '"一"', "1E3", "裁量基准第 3 条")],
        annotations=["依据"],
    )
    read = read_model(model(tier, literal("amount", "金额", "档次.上限 / 2", requires=["tier"])), file="a")
    explained = evaluate(read, "amount", {"日期": date(2021, 7, 15), "面积": Decimal("9.50")}).explain()
    assert json.loads(json.dumps(explained)) == explained
    assert explained == {
        "decision": "amount",
        "name": "金额",
        "value": "500",
        "inputs": {"档次": {"档": "一", "上限": "1000"}},
        "hits": [],
        "required": [
            {
                "decision": "tier",
                "name": "档次",
                "value": {"档": "一", "上限": "1000"},
                "inputs": {"日期": "2021-07-15", "面积": "9.5"},
                "hits": [
                    {
                        "rule": "r1",
                        "index": 1,
                        "conditions": {"日期": '>= date("2021-07-15")', "面积": "(0..10]"},
                        "outputs": {"档": "一", "上限": "1000"},
                        "annotations": {"依据": "裁量基准第 3 条"},
                    }
                ],
                "required": [],
            }
        ],
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.1"),
        (Decimal("1" * 40), "1" * 40),
        (Months(18), "P1Y6M"),
        (Duration(90 * DAY), "P90D"),
        (Range(Decimal(1), Decimal(2), low_closed=False), "(1..2]"),
        ([Decimal(1), {"a": Decimal(2)}], ["1", {"a": "2"}]),
    ],
)
def test_values_have_a_plain_form(value: object, expected: object) -> None:
    assert plain(value) == expected


def test_a_foreign_value_has_none() -> None:
    with pytest.raises(TypeError):
        plain(object())


def test_a_decision_that_two_others_require_is_told_once() -> None:
    drawn = model(
        literal("end", "末", "左 + 右", requires=["left", "right"]),
        literal("left", "左", "始 + 1", requires=["start"]),
        literal("right", "右", "始 + 2", requires=["start"]),
        literal("start", "始", "1"),
    )
    outcome = evaluate(read_model(drawn, file="a"), "end", {})
    told = outcome.explain()
    assert told["value"] == "5"
    assert json.dumps(told).count('"start"') == 1
    assert outcome.part("start").value == 1
    with pytest.raises(KeyError):
        outcome.part("end")
