"""The lexer: tokens, escapes and refusals with their places."""

import pytest

from engine.feel.error import FeelError
from engine.feel.lexer import TEXT_LIMIT, tokens


def texts(text: str) -> list[str]:
    return [token.text for token in tokens(text)][:-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1..10", ["1", "..", "10"]),
        ("1.5..2", ["1.5", "..", "2"]),
        (".5+1e3", [".5", "+", "1e3"]),
        ("罚款金额>=1000", ["罚款金额", ">=", "1000"]),
        ("a**b!=c", ["a", "**", "b", "!=", "c"]),
        ("1 // 注释\n+ /* 又一个 */ 2", ["1", "+", "2"]),
        ("  \u3000\t\n", []),
        ("🐎 x", ["🐎", "x"]),
    ],
)
def test_a_text_is_cut_into_tokens(text: str, expected: object) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [(r'"a\"b"', 'a"b'), (r'"\n\t\\"', "\n\t\\"), (r'"\u4e2d\u6587"', "中文"), (r'"\U01F40E"', "🐎"), ('""', ""), (r'"it\'s"', "it's")],
)
def test_escapes_are_resolved(text: str, value: object) -> None:
    assert texts(text) == [value]


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ('a = "没有结束', 1, 5, "引号"),
        ('"一行\n二行"', 1, 1, "引号"),
        ("金额 ＞ 1", 1, 4, "半角"),
        ("（1）", 1, 1, "半角"),
        ("a\n  # b", 2, 3, "#"),
        (r'"a\q"', 1, 3, "转义"),
        (r'"\uD800"', 1, 2, "转义"),
        (r'"\U110000"', 1, 2, "转义"),
        ("1abc", 1, 1, "1"),
    ],
)
def test_what_is_no_token_is_refused_at_its_place(text: str, line: int, column: int, word: str) -> None:
    with pytest.raises(FeelError) as refusal:
        tokens(text)
    assert (refusal.value.line, refusal.value.column) == (line, column)
    assert word in refusal.value.reason
    assert str(refusal.value) == f"第 {line} 行第 {column} 列：{refusal.value.reason}"


def test_a_text_longer_than_the_limit_is_refused() -> None:
    tokens("1" * TEXT_LIMIT)
    with pytest.raises(FeelError, match=str(TEXT_LIMIT)):
        tokens("1" * (TEXT_LIMIT + 1))
