"""Rules of all causes tried by hand: every rule says what it asks for, and answers what is typed with the rows that were hit."""

from typing import Any

import pytest

from engine.errors import InvalidInputError
from engine.law.benchmark import RULES
from engine.rules.hand_rule import RuleTrial, ask_by_hand, fields, questions
from tests.engine.law.published import BOOK


def asked(name: str, decision: str, **typed: str) -> RuleTrial:
    """The answer to the samples, with other values under keys in which `_` stands for `.`."""
    rule = BOOK.benchmarks[name]
    given = {field.key: field.sample for field in fields(rule.model, decision, BOOK)}
    return ask_by_hand(rule, decision, given | {key.replace("_", "."): value for key, value in typed.items()}, BOOK)


def value(trial: RuleTrial) -> Any:
    assert trial.run is not None, trial.message
    return trial.run.outcome["value"]


def test_the_decisions_that_can_be_asked_are_those_that_no_other_requires() -> None:
    found = {name: [key for key, _ in questions(BOOK.benchmarks[name].model)] for name in RULES}
    assert found == {
        "basis": ["basis", "concurrence"],
        "shared": ["exemption", "lenient", "severe", "guard"],
        "amount": ["fine"],
        "routing": ["routing"],
    }


@pytest.mark.parametrize(("name", "decision"), [(name, key) for name in RULES for key, _ in questions(BOOK.benchmarks[name].model)])
def test_the_samples_are_answered(name: str, decision: str) -> None:
    assert asked(name, decision).run is not None


def test_the_lighter_law_is_found_and_the_older_one_where_it_is_heavier() -> None:
    assert value(asked("basis", "basis")) == {"结论": "决定时的规定", "条款": "新规定"}
    assert value(asked("basis", "basis", 各时期的规定_2_罚款上限="9000")) == {"结论": "行为时的规定", "条款": "旧规定"}
    assert value(asked("basis", "basis", 行为终了日="2019-05-01"))["结论"] == "行为时没有依据"


def test_a_second_rule_that_was_left_empty_does_not_count() -> None:
    assert value(asked("basis", "concurrence")) == {"结论": "按另一规定处罚"}
    assert value(asked("basis", "concurrence", 违反的其他规定_2_条款="重的", 违反的其他规定_2_罚款上限="9000"))["结论"] == "按另一规定处罚"
    assert value(asked("basis", "concurrence", 本案罚款上限="9000")) == {"结论": "按本案处罚"}


def test_factors_are_ticked() -> None:
    assert value(asked("shared", "lenient")) in (None, "0")
    assert value(asked("shared", "lenient", **{"从轻情节_harm.reduced": ""})) in (None, "0")
    rule = BOOK.benchmarks["shared"]
    (field,) = fields(rule.model, "lenient", BOOK)
    key, title = field.choices[0]
    assert title
    assert value(ask_by_hand(rule, "lenient", {f"从轻情节.{key}": "on"}, BOOK)) == "1"


def test_the_sum_is_reckoned() -> None:
    assert value(asked("amount", "fine", 从轻项数="0")) == "1000"


@pytest.mark.parametrize(("key", "text", "message"), [("阶次下限", "五百", "“阶次下限”请填数。"), ("阶次上限", "NaN", "“阶次上限”请填数。")])
def test_what_is_no_number_is_refused(key: str, text: str, message: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        asked("amount", "fine", **{key: text})
    assert refused.value.fields == {key: (message,)}


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(InvalidInputError) as refused:
        asked("basis", "basis", 决定日="明天")
    assert refused.value.fields == {"决定日": ("“决定日”请填日期，如2026-08-15。",)}


def test_what_a_rule_cannot_tell_is_said() -> None:
    assert "计罚单位" in asked("amount", "fine", 计罚单位="斤").message
