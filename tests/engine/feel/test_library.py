"""The built-in functions."""

from datetime import date
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.feel import FeelError, compile_expression, feel_value
from engine.feel.library import BUILT_IN


def value(text: str, **values: object) -> object:
    return compile_expression(text, list(values))(values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("round half up(2.345, 2)", "2.35"),
        ("round half up(-2.5)", "-3"),
        ("round half even(2.5, 0)", "2"),
        ("round half down(2.5)", "2"),
        ("round up(2.1, 0)", "3"),
        ("round down(-2.9, 0)", "-2"),
        ("round half up(1234, -2)", "1200"),
        ("round half up(1, 40)", "1"),
        ("round half up(1, 9999)", None),
        ("decimal(1 / 3, 2)", "0.33"),
        ("floor(-1.5)", "-2"),
        ("ceiling(-1.5)", "-1"),
        ("floor(1.56, 1)", "1.5"),
        ("abs(-3)", "3"),
        ("modulo(-12, 5)", "3"),
        ("modulo(12, -5)", "-3"),
        ("modulo(1, 0)", None),
        ("sqrt(16)", "4"),
        ("sqrt(-1)", None),
        ('number("12.50")', "12.5"),
        ('number("十二")', None),
        ("min(3, 1, 2)", "1"),
        ("max([3, 1, 2])", "3"),
        ("min([])", None),
        ("max(1, null)", None),
        ('max(1, "a")', None),
        ("sum(1, 2, 3)", "6"),
        ("sum([])", None),
        ("sum([1, null])", None),
        ("mean([1, 2])", "1.5"),
        ("median(3, 1, 2)", "2"),
        ("median([1, 2])", "1.5"),
        ("count([])", "0"),
        ("count([1, null])", "2"),
        ("count(null)", None),
        ('string length("执法🐎")', "3"),
    ],
)
def test_numbers(text: str, expected: str | None) -> None:
    assert value(text) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('contains("店外经营", "经营")', True),
        ('contains(["a"], "a")', True),
        ('contains(["a", "b"], "a")', None),
        ('contains(null, "a")', None),
        ('starts with("沪A12345", "沪")', True),
        ('ends with(string: "ab", match: "b")', True),
        ('upper case("abc")', "ABC"),
        ('lower case("ABC")', "abc"),
        ('substring("执法文书", 3)', "文书"),
        ('substring("执法文书", -2, 1)', "文"),
        ('substring("abc", 0)', None),
        ('substring("abc", 4)', None),
        ('substring("abc", 1, 10 ** 20)', "abc"),
        ('substring before("a-b-c", "-")', "a"),
        ('substring after("a-b-c", "-")', "b-c"),
        ('substring after("abc", "x")', ""),
        ('string join(["a", null, "b"], "、")', "a、b"),
        ('string join(["a", 1])', None),
        ("string(1.50)", "1.5"),
        ("string(10 ** 20)", "1" + "0" * 20),
        ("string(true)", "true"),
        ("string(null)", None),
        ('string([1, "a", null])', '[1, "a", null]'),
        ('string({a: "x"})', '{a: "x"}'),
        ('string(@"2021-07-15")', "2021-07-15"),
        ('string(@"P90D")', "P90D"),
        ("all([true, true])", True),
        ("all([true, null])", None),
        ("all(false, null)", False),
        ("any([null, true])", True),
        ("any([])", False),
        ("any([1])", None),
        ("is defined(null)", False),
        ("is defined(0)", True),
        ("odd(3)", True),
        ("even(3.5)", None),
        ("list contains([1, null], null)", True),
        ('list contains([1], "1")', False),
        ("index of([1, 2, 1], 1)", [1, 3]),
        ("distinct values([1, 1.0, 2])", [1, 2]),
        ("flatten([1, [2, [3]]])", [1, 2, 3]),
        ("reverse([1, 2])", [2, 1]),
        ("append([1], 2, 3)", [1, 2, 3]),
        ("concatenate([1], [2])", [1, 2]),
        ("concatenate([1], 2)", [1, 2]),
        ("concatenate([1], null)", None),
        ("union([1, 2], [2, 3])", [1, 2, 3]),
        ("sublist([1, 2, 3], 2)", [2, 3]),
        ("sublist([1, 2, 3], -2, 1)", [2]),
        ("sublist([1], 2)", None),
        ('get value({a: 1}, "a")', 1),
        ("get entries({a: 1})", [{"key": "a", "value": 1}]),
        ("before(range: [1..10], point: 11)", True),
        ("before(point: 11, range: [1..10])", False),
        ("after(range: [5..10], point: 1)", True),
    ],
)
def test_other_values(text: str, expected: object) -> None:
    found = value(text)
    assert found == expected
    assert isinstance(found, bool) == isinstance(expected, bool)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('string(date("2021-07-15"))', "2021-07-15"),
        ("string(date(2021, 7, 15))", "2021-07-15"),
        ("string(date(a, 2, 30))", None),
        ('string(date(date and time("2021-07-15T08:30:00")))', "2021-07-15"),
        ('string(time("08:30:00"))', "08:30:00"),
        ('string(date and time(date("2021-07-15"), time("08:30:00")))', "2021-07-15T08:30:00"),
        ('string(duration("P1Y2M"))', "P1Y2M"),
        ('string(years and months duration(date("2020-01-31"), date("2021-03-30")))', "P1Y1M"),
        ("string(date(b))", None),
    ],
)
def test_temporal_constructors(text: str, expected: str | None) -> None:
    assert value(text, a=2021, b="昨天") == expected


def test_nothing_in_the_register_knows_the_time_or_chance() -> None:
    assert not {"today", "now", "random"} & set(BUILT_IN)


def test_the_register_names_each_function_once_and_by_its_name() -> None:
    assert all(name == function.name for name, function in BUILT_IN.items())


@pytest.mark.parametrize("name", sorted(BUILT_IN))
def test_every_function_answers_null_or_a_value_for_every_kind(name: str) -> None:
    function = BUILT_IN[name]
    kinds: list[object] = [
        None,
        True,
        Decimal("1.5"),
        "a",
        [],
        [Decimal(1)],
        {},
        *(feel_value(value(text)) for text in ('@"P1D"', '@"P1M"', '@"2021-07-15"', "[1..2]")),
    ]
    for count in range(1, 4):
        for kind in kinds:
            if function.accepts(count):
                function([kind] * count)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4), st.integers(0, 3))
def test_rounding_agrees_with_python(number: Decimal, scale: int) -> None:
    quantum = Decimal(1).scaleb(-scale)
    assert value("round half up(n, s)", n=number, s=scale) == number.quantize(quantum, ROUND_HALF_UP)
    assert value("round half even(n, s)", n=number, s=scale) == number.quantize(quantum, ROUND_HALF_EVEN)


@given(st.lists(st.integers(-1000, 1000), min_size=1))
def test_aggregates_agree_with_python(numbers: list[int]) -> None:
    assert value("[min(l), max(l), sum(l), count(l)]", l=numbers) == [min(numbers), max(numbers), sum(numbers), len(numbers)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("abs = abs", True),
        ("abs = floor", False),
        ("[abs][1](-2)", Decimal(2)),
        ('[string length][1]("裁量")', Decimal(2)),
        ('(string length)("裁量")', Decimal(2)),
        ('(substring)(string: "裁量", start position: 2)', "量"),
        ("((abs))(-2)", Decimal(2)),
        ("(if true then abs else floor)(-2.5)", Decimal("2.5")),
        ("{f: max, r: f(1, 3)}.r", Decimal(3)),
        ("(function(g) g(-7))(abs)", Decimal(7)),
        ("sort([3, 1, 2], function(x, y) x < y)[1]", Decimal(1)),
        ("abs instance of function<number>->number", True),
    ],
)
def test_a_built_in_function_is_a_value(text: str, value: object) -> None:
    assert compile_expression(text, ())({}) == value


def test_a_built_in_function_in_parentheses_is_called_with_as_many_arguments_as_it_has() -> None:
    with pytest.raises(FeelError, match="函数“string length”不能用 2 个参数"):
        compile_expression('(string length)("裁", "量")', ())


def test_a_name_of_the_scope_goes_before_a_function() -> None:
    assert compile_expression("count + 1", ("count",))({"count": 1}) == Decimal(2)


@pytest.mark.parametrize("text", ["today()", 'date(now()) > date("2026-01-01")', "today"])
def test_no_table_asks_for_the_day(text: str) -> None:
    with pytest.raises(FeelError, match=r"裁量表须可重现：不能用(today|now)\(\)，请把日期作为输入"):
        compile_expression(text, ())
    assert compile_expression("today()", (), {"today": lambda: date(2026, 1, 1)})({}) == date(2026, 1, 1)
