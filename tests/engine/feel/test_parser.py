"""The parser: precedence, names of many words, and refusals with their places."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.feel import FeelError, compile_expression, compile_unary_tests, parse
from engine.feel.parser import NESTING_LIMIT
from engine.feel.tree import Arithmetic, Between, Call, Comparison, Filter, In, ListLiteral, Literal, Logic, Name, Path, RangeLiteral, height, walk


def shape(text: str, *names: str) -> type:
    return type(parse(text, names))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("1 + 2 * 3", Arithmetic),
        ("a < 1 and b", Logic),
        ("a = b", Comparison),
        ("a between 1 and 2", Between),
        ("a in (1, 2)", In),
        ("a.b", Path),
        ("[1, 2]", ListLiteral),
        ("[1..2)", RangeLiteral),
        ("(1..2]", RangeLiteral),
        ("]1..2[", RangeLiteral),
        ("[1..max(a[1], 2)[", RangeLiteral),
        ("[1..[a[1]]]", RangeLiteral),
        ("(1)", Literal),
        ("a[1]", Filter),
        ("a[item > 1]", Filter),
        ("count([1])", Call),
    ],
)
def test_each_form_has_its_node(text: str, node: type) -> None:
    assert shape(text, "a", "b") is node


def test_and_binds_stronger_than_or_and_both_are_flat() -> None:
    tree = parse("a or b and c and a or b", ["a", "b", "c"])
    assert isinstance(tree, Logic)
    assert tree.operator == "or"
    assert [type(operand) for operand in tree.operands] == [Name, Logic, Name]


def test_nodes_know_their_place() -> None:
    assert [node.at for node in walk(parse("金额 + 12", ["金额"]))] == [3, 5, 0]


def test_the_longest_known_name_wins() -> None:
    assert parse("a-b", ["a", "b", "a-b"]) == Name(0, "a-b")
    assert shape("a-b", "a", "b") is Arithmetic
    assert parse("罚款 金额", ["罚款", "罚款 金额"]) == Name(0, "罚款 金额")
    assert parse("Level  2", ["Level 2"]) == Name(0, "Level 2")


def test_a_name_may_be_called_like_a_function() -> None:
    assert parse("count", ["count"]) == Name(0, "count")
    assert shape("count(count)", "count") is Call


def test_free_names_are_those_of_the_scope() -> None:
    expression = compile_expression("for x in 名单 return x + y + {z: y}.z", ["名单", "x", "y", "z"])
    assert expression.names == {"名单", "y"}


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ("", 1, 1, "空"),
        ("   ", 1, 4, "空"),
        ("金额 >", 1, 5, "没有写完"),
        ("(金额", 1, 4, "）".translate({0xFF09: ")"})),
        ("金额 金额", 1, 4, "多余"),
        ("总额 > 1", 1, 1, "名称“总额”"),
        ("金额 > 1\nand 总额 > 1", 2, 5, "名称“总额”"),
        ("deadline(金额)", 1, 1, "函数“deadline”"),
        ("count(1, 2)", 1, 1, "2 个参数"),
        ("count(lst: [1])", 1, 1, "lst"),
        ("1 < 2 < 3", 1, 7, "连写"),
        ("1 = 2 in [1]", 1, 7, "连写"),
        ('date("2021-02-30")', 1, 1, "不接受"),
        ("date(2021, 13, 1)", 1, 1, "不接受"),
        ('duration("90")', 1, 1, "不接受"),
        ('@"昨天"', 1, 1, "日期"),
        ("@1", 1, 2, "引号"),
        ("if true then 1", 1, 15, "else"),
        ("for 1 in [1] return 1", 1, 5, "名称"),
        ("?", 1, 1, "?"),
        ("then", 1, 1, "then"),
        ("[1..2", 1, 6, "括号"),
        ("]1, 2]", 1, 3, ".."),
        ("{金额 1}", 1, 2, "名称:"),
        ("1e9999", 1, 7, "范围"),
        ("金额.", 1, 4, "名称"),
    ],
)
def test_a_wrong_text_is_refused_at_its_place(text: str, line: int, column: int, word: str) -> None:
    with pytest.raises(FeelError) as refusal:
        parse(text, ["金额"])
    assert word in refusal.value.reason
    assert (refusal.value.line, refusal.value.column) == (line, column)


@pytest.mark.parametrize("name", ["", "true", "1a", '"a"', "and", "#"])
def test_a_name_that_cannot_be_written_is_refused(name: str) -> None:
    with pytest.raises(FeelError):
        parse("1", [name])


@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("[", "]"), ("-", ""), ("{a: ", "}"), ("not(", ")"), ("if true then 1 else ", "")])
def test_nesting_is_bounded(opening: str, closing: str) -> None:
    fits, too_deep = NESTING_LIMIT // 2, NESTING_LIMIT + 1
    compile_expression(opening * fits + "1" + closing * fits, [])({})
    with pytest.raises(FeelError, match="嵌套"):
        parse(opening * too_deep + "1" + closing * too_deep, [])


def test_long_chains_are_bounded_but_lists_and_conditions_are_not() -> None:
    with pytest.raises(FeelError, match="太长"):
        parse("1" + "+1" * 1000, [])
    assert compile_expression("1" + "+1" * 200, [])({}) == 201
    assert height(parse("[" + ",".join("1" * 1000) + "]", [])) == 2
    assert compile_expression(" or ".join(["false"] * 400), [])({}) is False


PIECES = [
    "a",
    "b c",
    "?",
    "1",
    ".5",
    '"x"',
    "null",
    "true",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "..",
    ".",
    "+",
    "-",
    "*",
    "/",
    "**",
    "=",
    "!=",
    "<",
]
WORDS = [
    " in ",
    " and ",
    " or ",
    " between ",
    " if ",
    " then ",
    " else ",
    " for ",
    " return ",
    " some ",
    " satisfies ",
    "not",
    "count",
    "item",
    "@",
    "date",
]


@given(st.lists(st.sampled_from(PIECES + WORDS), max_size=25).map("".join) | st.text(max_size=60))
def test_every_text_compiles_or_is_refused_and_then_evaluates(text: str) -> None:
    values: dict[str, object] = {"a": 3, "b c": ["x", None, 5]}
    with suppress(FeelError):
        compile_expression(text, list(values))(values)
    with suppress(FeelError):
        assert compile_unary_tests(text, list(values))(7, values) in (True, False, None)
