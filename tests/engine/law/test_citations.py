"""Whatever article the product cites, in refusals, forms, papers, processes or parameters, can be looked up in the catalogue of statutes."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from engine.law.citation import chinese_number
from tests.engine.law.published import STATUTES, text

ROOT = Path(__file__).resolve().parents[3]
PARAGRAPHS = "①②③④⑤⑥⑦⑧⑨⑩"
NUMBERS = {chinese_number(number): number for number in range(1, 1300)}
NAMES = {name: article.citation.statute for article in STATUTES.articles.values() for name in (article.citation.statute, article.citation.title)}
"""Short names and full titles, to the short name."""

_NAME = r"(?P<name>[一-龥]{1,30}(?:法|法典|条例|规定|办法))"
_PLACE = rf"\d{{1,4}}[{PARAGRAPHS}]?(?:\(\d{{1,2}}\))?(?![\d.年月日号%])"
_ORDINAL = r"第[零一二三四五六七八九十百千]+"
_WORDS = rf"{_ORDINAL}(?:条(?:{_ORDINAL}款)?(?:{_ORDINAL}项)?|款|项)"
SHORT = re.compile(rf"{_NAME}》? (?P<places>{_PLACE}(?:[、，] ?{_PLACE})*)")
LONG = re.compile(rf"{_NAME}》?(?P<places>{_ORDINAL}条(?:[、和，]?{_WORDS})*)")
_PART = re.compile(r"第(?P<number>[零一二三四五六七八九十百千]+)(?P<part>[条款项])")


def cited(said: str) -> Iterator[tuple[str, str]]:
    """Yield every place that a text cites: the statute by its short name, where the catalogue has it, and the place in the short form."""
    for found in SHORT.finditer(said):
        yield from ((statute(found["name"]), place) for place in re.findall(_PLACE, found["places"]))
    for found in LONG.finditer(said):
        yield from ((statute(found["name"]), place) for place in spelled(found["places"]))


def statute(words: str) -> str:
    """Return the short name of the statute with which some words end, such as 参照行政处罚法; the words themselves where none is known."""
    return next((NAMES[name] for name in sorted(NAMES, key=len, reverse=True) if words.endswith(name)), words)


def spelled(places: str) -> Iterator[str]:
    """Yield places in words in the short form: 第六条第一款、第二款 gives 6① and 6②."""
    article = paragraph = place = ""
    for chunk in re.split(r"[、和，]", places):
        for part in _PART.finditer(chunk):
            number = NUMBERS[part["number"]]
            match part["part"]:
                case "条":
                    article, paragraph = str(number), ""
                    place = article
                case "款":
                    paragraph = PARAGRAPHS[number - 1]
                    place = article + paragraph
                case _:
                    place = f"{article}{paragraph}({number})"
        yield place


def texts(path: Path) -> Iterator[str]:
    """Yield what a file says to people: no docstrings and no comments."""
    match path.suffix:
        case ".py":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            yield from (
                node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
            )
        case ".toml":
            yield from strings(tomllib.loads(path.read_text(encoding="utf-8")))
        case ".bpmn" | ".dmn":
            yield from (word for node in etree.parse(path).iter("{*}*") for word in (node.text or "", *map(str, node.attrib.values())))
        case _:
            yield path.read_text(encoding="utf-8")


def strings(value: object) -> Iterator[str]:
    """Yield the texts anywhere in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        yield from (said for part in (value.values() if isinstance(value, dict) else value) for said in strings(part))


@pytest.mark.parametrize("folder", ["engine", "forms", "printing", "processes", "web"])
def test_nothing_is_cited_that_nobody_can_look_up(folder: str) -> None:
    suffixes = {".py", ".toml", ".html", ".bpmn", ".dmn"}
    files = [path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in suffixes and path.name != "statutes.toml"]
    assert files
    missing = {
        f"{name} {place}（{path.relative_to(ROOT)}）"
        for path in files
        for said in texts(path)
        for name, place in cited(said)
        if f"{name} {place}" not in STATUTES.articles
    }
    assert missing == set()


def test_citations_are_found_however_they_are_written() -> None:
    said = "参照行政处罚法 45①、57②，《中华人民共和国行政强制法》第五十一条第一款第二项、第五十二条和行政复议法第六条第一款、第二款。"
    assert list(cited(said)) == [
        ("行政处罚法", "45①"),
        ("行政处罚法", "57②"),
        ("行政强制法", "51①(2)"),
        ("行政强制法", "52"),
        ("行政复议法", "6①"),
        ("行政复议法", "6②"),
    ]
    assert not list(cited("行政处罚法 2026年修订，GB/T 22239-2019 8.1.5，本办法 3%。"))


def test_what_was_not_read_is_marked_so() -> None:
    assert {article.mark for article in STATUTES.articles.values()} == {"V", "M"}
    assert text("statutes.toml").count("  ") == 0
