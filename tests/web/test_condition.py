import pytest

from engine.rules.tier import REPEATS
from web.condition import said


@pytest.mark.parametrize(
    ("cell", "words"), [("<= 0", "第1次"), ("<= 1", "第1次至第2次"), ("< 1", "第1次"), ("< 2", "第1次至第2次"), ("1", "第2次"), (">= 2", "第3次以上")]
)
def test_fines_before_are_told_as_which_time_it_is(cell: str, words: str) -> None:
    assert said(cell, REPEATS) == words
