"""Searching in Chinese (查找): how texts and typed words are brought into one form, and where a text says a word.

There are no words to split Chinese at: any run of characters may be what somebody looks for. So letters and digits of every script are kept
one by one, wide and narrow forms and capitals are the same, and brackets, stops and blanks do not count.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

WORDS = 8
"""So many words of what was typed are looked for."""

LONGEST = 40
"""So many characters of each."""


@lru_cache(maxsize=16384)
def _signs(sign: str) -> str:
    """Return what a character counts as: nothing, itself, or several."""
    return "".join(each for each in unicodedata.normalize("NFKC", sign).casefold() if each.isalnum())


def normal(text: str) -> str:
    """Return the text as it is compared."""
    return "".join(map(_signs, text))


def words(typed: str) -> tuple[str, ...]:
    """Return the words that were typed, in the form in which they are compared; every one of them must be found."""
    found = (normal(word)[:LONGEST] for word in typed.split())
    return tuple(dict.fromkeys(word for word in found if word))[:WORDS]


def pieces(text: str, wanted: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """Return the text in pieces, each with whether it is one of the words; put together again they are the text."""
    marked = [False] * len(text)
    for start, end in _places(text, wanted):
        marked[start:end] = [True] * (end - start)
    found: list[tuple[str, bool]] = []
    for sign, hit in zip(text, marked, strict=True):
        if found and found[-1][1] == hit:
            found[-1] = (found[-1][0] + sign, hit)
        else:
            found.append((sign, hit))
    return tuple(found)


def excerpt(text: str, wanted: Sequence[str], around: int = 24) -> str:
    """Return the part of a text that says one of the words first, with so many characters on either side; empty where it says none."""
    start, end = min(_places(text, wanted), default=(-1, -1))
    if start < 0:
        return ""
    left, right = max(0, start - around), min(len(text), end + around)
    return f"{'…' if left else ''}{text[left:right]}{'…' if right < len(text) else ''}"


def _places(text: str, wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the words stand in a text as it is written."""
    origins = [(each, place) for place, sign in enumerate(text) for each in _signs(sign)]
    plain = "".join(each for each, _ in origins)
    for word in wanted:
        at = plain.find(word)
        while at >= 0:
            yield origins[at][1], origins[at + len(word) - 1][1] + 1
            at = plain.find(word, at + len(word))
