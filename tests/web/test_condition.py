import pytest

from engine.rules.tier import REPEATS
from web.condition import said


@pytest.mark.parametrize(
    ("cell", "words"), [("<= 0", "第1次"), ("<= 1", "第1次至第2次"), ("< 1", "第1次"), ("< 2", "第1次至第2次"), ("1", "第2次"), (">= 2", "第3次以上")]
)
def test_fines_before_are_told_as_which_time_it_is(cell: str, words: str) -> None:
    assert said(cell, REPEATS) == words


def test_nothing_falls_short_of_nothing() -> None:
    assert (said("< 0", "相差", "元"), said("> 0", "相差"), said("> 0", REPEATS)) == ("小于0元", "大于0", "第2次以上")
