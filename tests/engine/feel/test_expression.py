"""Expressions: what hosts give, what they get, and the logic of null."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.feel import FeelError, Range, compile_expression


def value(text: str, **values: object) -> object:
    return compile_expression(text, list(values))(values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("2 ** 3 ** 2", 64),
        ("-3 ** 2", 9),
        ("10 ** -2", Decimal("0.01")),
        ("10 - 4 - 3", 3),
        ("0.1 + 0.2 = 0.3", True),
        ("1.0 = 1", True),
        ("1 / 0", None),
        ('1 + "1"', None),
        ('"a" + "b"', "ab"),
        ("true + 1", None),
        ("1 = true", None),
        ("true = true", True),
        ('"(" in "("', True),
        ('{"}": 1} = {"}": 2}', False),
        ("null = null", True),
        ("null != 1", True),
        ("null = false", False),
        ("null < 1", None),
        ('"a" < "b"', True),
        ('1 < "b"', None),
        ("not(null)", None),
        ("not(true)", False),
        ("not(1)", None),
        ("if null then 1 else 2", 2),
        ("if 1 then 1 else 2", 2),
        ("if 2 > 1 then if false then 1 else 2 else 3", 2),
        ("5 in [1..5]", True),
        ("5 in [1..5)", False),
        ("5 in (5..9)", False),
        ("5 in ]5..9[", False),
        ("5 in (1, 5)", True),
        ("5 in ([1..2], [4..6])", True),
        ("5 in < 6", True),
        ("5 in (> 6, < 2)", False),
        ('"b" in ["a", "b"]', True),
        ('"b" in [1..2]', None),
        ("3 between 1 and 3", True),
        ("3 between 1 and 2 or true", True),
        ("null between 1 and 2", None),
        ("[1, 2] = [1, 2]", True),
        ("[1, 2] = [1]", False),
        ('[1, "a"] = [1, 2]', None),
        ("{a: 1} = {a: 1.0}", True),
        ("{a: 1} = {b: 1}", False),
        ("{a: 1, b: a + 1}.b", 2),
        ('{"某 键": 1}.某 键', 1),
        ("[{a: 1}, {a: 2}].a", [1, 2]),
        ("[1..3].a", None),
        ("(1).a", None),
        ("9 ** (9 ** (9 ** 9))", None),
        ("10 ** 6000 * 10 ** 6000", None),
        ("1 / 3", Decimal("0.3333333333333333333333333333333333")),
    ],
)
def test_an_expression_has_its_value(text: str, expected: object) -> None:
    found = value(text)
    assert found == expected
    assert isinstance(found, bool) == isinstance(expected, bool)


def test_values_of_the_host_become_feel_values() -> None:
    class Kind(StrEnum):
        UNIT = "单位"

    class Level(IntEnum):
        HIGH = 3

    assert value("a", a=5) == Decimal(5)
    assert type(value("a", a=5)) is Decimal
    assert value("a", a=True) is True
    assert value('a = "单位"', a=Kind.UNIT) is True
    assert value("a = 3", a=Level.HIGH) is True
    assert value("a", a=(1, [2, None])) == [1, [2, None]]
    assert value("a.b", a={"b": {"c": 1}}) == {"c": 1}
    assert value("a", a=date(2021, 7, 15)) == date(2021, 7, 15)
    assert value("2 in a", a=Range(Decimal(1), Decimal(3))) is True


@pytest.mark.parametrize("foreign", [1.5, b"x", object(), Decimal("NaN"), Decimal("Infinity"), Decimal("1E+9999"), [1.0], {"a": 1.0}, {1: 2}, {1, 2}])
def test_foreign_values_are_refused(foreign: object) -> None:
    with pytest.raises(TypeError):
        value("a", a=foreign)


def test_values_that_the_text_does_not_use_are_not_looked_at() -> None:
    assert compile_expression("a", ["a", "b"])({"a": 1, "b": 1.5}) == 1


def test_a_name_without_a_value_is_refused() -> None:
    with pytest.raises(FeelError, match="金额"):
        compile_expression("金额 > 1", ["金额"])({})


def test_an_expression_knows_its_text() -> None:
    expression = compile_expression("金额 > 1", ["金额", "类别"])
    assert expression.text == "金额 > 1"
    assert expression.names == {"金额"}


def test_the_host_may_give_functions() -> None:
    def deadline(key: str, shift: Decimal = Decimal(0)) -> date:
        return date(2026, 1, 1 + int(shift))

    def total(*parts: Decimal) -> Decimal:
        return sum(parts, Decimal(0))

    functions: dict[str, Callable[..., object]] = {"deadline": deadline, "最大 罚款": lambda: 1000, "total": total}
    assert compile_expression('deadline("hearing.request")', [], functions)({}) == date(2026, 1, 1)
    assert compile_expression('deadline("x", 2).day', [], functions)({}) == 3
    assert compile_expression('deadline(shift: 2, key: "x").day', [], functions)({}) == 3
    assert compile_expression("最大 罚款() + total(1, 2)", [], functions)({}) == 1003
    for wrong in ("deadline()", 'deadline("a", 1, 2)', 'deadline(name: "a")', "最大 罚款(1)"):
        with pytest.raises(FeelError):
            compile_expression(wrong, [], functions)


def test_the_answer_of_a_host_function_is_checked() -> None:
    with pytest.raises(TypeError):
        compile_expression("f()", [], {"f": lambda: 1.5})({})


def test_the_errors_of_a_host_function_are_the_hosts() -> None:
    def broken() -> None:
        raise LookupError("no such deadline")

    with pytest.raises(LookupError):
        compile_expression("f()", [], {"f": broken})({})


THREE = (True, False, None)


@pytest.mark.parametrize(("left", "right"), list(product(THREE, THREE)))
def test_logic_is_three_valued(left: object, right: object) -> None:
    conjunction = False if False in (left, right) else None if None in (left, right) else True
    disjunction = True if True in (left, right) else None if None in (left, right) else False
    assert value("a and b", a=left, b=right) is conjunction
    assert value("a or b", a=left, b=right) is disjunction


@given(st.lists(st.sampled_from(THREE), min_size=2, max_size=6))
def test_de_morgan_holds_in_three_valued_logic(values: list[bool | None]) -> None:
    names = [f"a{index}" for index in range(len(values))]
    scope = dict(zip(names, values, strict=True))
    left = compile_expression(f"not({' and '.join(names)})", names)(scope)
    right = compile_expression(" or ".join(f"not({name})" for name in names), names)(scope)
    assert left is right


numbers = st.decimals(min_value=-1000, max_value=1000, places=2)


@given(numbers, numbers, numbers, st.sampled_from("[("), st.sampled_from("])"))
def test_ranges_agree_with_python(number: Decimal, low: Decimal, high: Decimal, left: str, right: str) -> None:
    inside = (low <= number if left == "[" else low < number) and (number <= high if right == "]" else number < high)
    assert value(f"x in {left}a..b{right}", x=number, a=low, b=high) is inside


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9))
def test_arithmetic_agrees_with_python(left: int, right: int) -> None:
    results = {"+": left + right, "-": left - right, "*": left * right}
    truths = {"<": left < right, "<=": left <= right, "=": left == right, "!=": left != right, ">": left > right, ">=": left >= right}
    for sign, expected in {**results, **truths}.items():
        assert value(f"a {sign} b", a=left, b=right) == expected
