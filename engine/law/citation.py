"""Citations (法条引用): statute, article, paragraph and item, in the short form of screens and the full form of papers."""

import re
from dataclasses import dataclass

_DIGITS = "零一二三四五六七八九"
_PARAGRAPHS = "①②③④⑤⑥⑦⑧⑨⑩"
_SHORT = re.compile(rf"(?P<statute>\S+?)(?: (?P<article>\d{{1,4}})(?P<paragraph>[{_PARAGRAPHS}])?(?:\((?P<item>\d{{1,2}})\))?)?")

_PLACE = re.compile(rf"(?:(?<=[、，；])| )(?P<article>[1-9]\d{{0,3}})(?P<paragraph>[{_PARAGRAPHS}])?(?:\((?P<item>\d{{1,2}})\))?(?![\d.年月日号%])")
"""A place within a basis such as 行政处罚法 45①、57②: after a blank or a comma, and neither a date nor a section of a standard."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a statute; `title` is the statute's full name, the numbers are None where the whole is meant.

    The short form writes paragraphs (款) as circled figures and items (项) in brackets: 行政处罚法 72①(1).
    """

    statute: str
    title: str
    article: int | None = None
    paragraph: int | None = None
    item: int | None = None

    @property
    def short(self) -> str:
        """Return 生态环境法典 1132①, as refusals and tables name it."""
        if self.article is None:
            return self.statute
        paragraph = _PARAGRAPHS[self.paragraph - 1] if self.paragraph else ""
        return f"{self.statute} {self.article}{paragraph}" + (f"({self.item})" if self.item else "")

    @property
    def place(self) -> str:
        """Return 第一千一百三十二条第一款, or nothing where the whole statute is meant."""
        if self.article is None:
            return ""
        paragraph = f"第{chinese_number(self.paragraph)}款" if self.paragraph else ""
        return f"第{chinese_number(self.article)}条{paragraph}" + (f"第{chinese_number(self.item)}项" if self.item else "")

    @property
    def full(self) -> str:
        """Return 《中华人民共和国生态环境法典》第一千一百三十二条第一款, as papers name it."""
        return f"《{self.title}》{self.place}"


def read_citation(short: str, title: str) -> Citation:
    """Read the short form; raise ValueError where it is none."""
    found = _SHORT.fullmatch(short)
    if not found:
        raise ValueError(f"不是法条引用：{short}")
    article, paragraph, item = found["article"], found["paragraph"], found["item"]
    return Citation(
        found["statute"],
        title,
        int(article) if article else None,
        _PARAGRAPHS.index(paragraph) + 1 if paragraph else None,
        int(item) if item else None,
    )


def spelled(basis: str) -> str:
    """Return a basis with its places in words, as laws are cited in a sentence: 行政处罚法第四十五条第一款、第五十七条第二款."""
    return _PLACE.sub(lambda found: _placed(found).place, basis)


def _placed(found: re.Match[str]) -> Citation:
    article, paragraph, item = found["article"], found["paragraph"], found["item"]
    return Citation("", "", int(article), _PARAGRAPHS.index(paragraph) + 1 if paragraph else None, int(item) if item else None)


def statute_of(short: str) -> str:
    """Return the statute's short name in a short citation."""
    return short.partition(" ")[0]


def chinese_number(number: int) -> str:
    """Return a whole number from 1 to 9999 as statutes write it: 十五, 一百一十八, 一千一百三十二. Raises ValueError outside."""
    if not 1 <= number <= 9999:
        raise ValueError(f"{number}不在一至九千九百九十九之间")
    words, zero = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit == 0:
            zero = bool(words)
            continue
        words += ("零" if zero else "") + _DIGITS[digit] + unit
        zero = False
    return words.removeprefix("一") if 10 <= number < 20 else words
