"""Loops: filters, for, some and every, and their limit."""

import pytest

from engine.feel import FeelError, compile_expression


def value(text: str, **values: object) -> object:
    return compile_expression(text, list(values))(values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for x in [1, 2] return x * 2", [2, 4]),
        ("for x in 1..3 return x", [1, 2, 3]),
        ("for x in 3..1 return x", [3, 2, 1]),
        ("for x in [1, 2], y in [10, 20] return x + y", [11, 21, 12, 22]),
        ("for x in [[1, 2], [3]], y in x return y", [1, 2, 3]),
        ("for x in 5 return x", [5]),
        ("for x in null return x", None),
        ("for x in 1.5..3 return x", None),
        ("some x in [1, 2] satisfies x > 1", True),
        ("some x in [1, 2] satisfies x > 2", False),
        ("some x in [1, null] satisfies x > 2", None),
        ("some x in [] satisfies true", False),
        ("every x in [1, 2] satisfies x > 0", True),
        ("every x in [1, null] satisfies x > 0", None),
        ("every x in [1, 0] satisfies x > 0", False),
        ("every x in [] satisfies false", True),
        ("[1, 2, 3][item >= 2]", [2, 3]),
        ("[{a: 1}, {a: 2}][item.a = 2]", [{"a": 2}]),
        ("[1, 2, 3][1]", 1),
        ("[1, 2, 3][-1]", 3),
        ("[1, 2, 3][0]", None),
        ("[1, 2, 3][4]", None),
        ("[1, 2, 3][1.5]", None),
        ('[1, 2]["a"]', None),
        ("5[1]", 5),
        ("null[1]", None),
        ("[1, null][item > 0]", [1]),
    ],
)
def test_a_loop_has_its_value(text: str, expected: object) -> None:
    assert value(text) == expected


def test_a_loop_variable_hides_a_name_of_the_scope() -> None:
    assert value("for x in [x + 1] return x", x=5) == [6]


@pytest.mark.parametrize(
    "text",
    [
        "for x in 1..10 ** 9 return x",
        "for a in 1..1000, b in 1..1000 return a",
        "for a in 1..1000 return for b in 1..1000 return a",
        "count((for a in 1..60000 return a)[item > 0])",
        "some x in 1..10 ** 30 satisfies false",
        '{a: "xxxxxxxx", ' + ", ".join(f"{chr(98 + step)}: {chr(97 + step)} + {chr(97 + step)}" for step in range(24)) + "}",
        "{a: [1, 1], " + ", ".join(f"{chr(98 + step)}: [{chr(97 + step)}, {chr(97 + step)}]" for step in range(24)) + "}",
        "count(" * 20 + "append(l, concatenate(l, l, l, l, l))" + ")" * 20,
        "for x in l return l = l",
    ],
)
def test_a_hostile_loop_is_stopped(text: str) -> None:
    with pytest.raises(FeelError, match="循环"):
        value(text, l=[1] * 20_000)
