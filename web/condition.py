"""Conditions of tables in words (裁量情形的读法): what a cell says, for people who do not read FEEL; and how two versions differ."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from engine.dmn.edit import Grid
from engine.rules.benchmark import OUTPUTS, Use
from engine.rules.tier import REPEATS

UNITS: Mapping[str, str] = {"m²": "平方米", "m³": "立方米"}
_NUMBER = r"-?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"([\[(])\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*([\])])")
_COMPARED = re.compile(rf"(<=|>=|<|>|=)?\s*({_NUMBER})")
_TEXT = re.compile(r'"([^"]*)"')
_TEXTS = re.compile(r'"[^"]*"(?:\s*,\s*"[^"]*")*')
_LOW = {"[": "达到", "(": "超过"}
_HIGH = {"]": "不超过", ")": "不足"}
_SIGNS = {"<=": "不超过", "<": "不足", ">": "超过", ">=": "达到", "=": "", None: ""}


def said(text: str, name: str, unit: str = "") -> str:
    """Return what a cell under a head says in words; what has no simple words stays as it is written."""
    text = text.strip()
    if text in ("", "-"):
        return "不限"
    if text in ("true", "false"):
        return "是" if text == "true" else "否"
    if (inner := re.fullmatch(r"not\((.*)\)", text)) is not None:
        return f"除“{said(inner[1], name, unit)}”以外"
    if (found := _RANGE.fullmatch(text)) is not None:
        opening, low, high, closing = found.groups()
        return f"{_LOW[opening]}{low}、{_HIGH[closing]}{high}{unit}"
    if (found := _COMPARED.fullmatch(text)) is not None:
        return _count(found[1], int(found[2])) if name == REPEATS and found[2].isdigit() else f"{_SIGNS[found[1]]}{found[2]}{unit}"
    if _TEXTS.fullmatch(text):
        return "或者".join(_TEXT.findall(text))
    return text


def _count(sign: str | None, before: int) -> str:
    """Return which time it is: the table counts the fines before it."""
    match sign:
        case ">=":
            return f"第{before + 1}次以上"
        case ">":
            return f"第{before + 2}次以上"
        case "<=":
            return f"第1次至第{before + 1}次" if before else "第1次"
        case "<":
            return f"第1次至第{before}次" if before > 1 else "第1次"
        case _:
            return f"第{before + 1}次"


def bare(text: str) -> str:
    """Return a text without the quotes that FEEL wants around it."""
    found = _TEXT.fullmatch(text.strip())
    return found[1] if found else text.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a table as it is read: conditions with their cells as written, the tier, the range, the situation and its basis."""

    number: int
    conditions: tuple[tuple[str, str, str], ...]
    tier: str
    low: str
    high: str
    notes: tuple[tuple[str, str], ...]


def lines(grid: Grid, used: Sequence[Use]) -> Iterator[Line]:
    """Yield the rows of a table in words."""
    units = _units(used)
    for number, row in enumerate(grid.rows, 1):
        cells = dict(zip(grid.heads, row, strict=True))
        conditions = tuple((head, said(cells[head], head, units.get(head, "")), cells[head]) for head in grid.inputs)
        tier, low, high = (_grouped(bare(cells.get(head, ""))) for head in OUTPUTS)
        yield Line(number=number, conditions=conditions, tier=tier, low=low, high=high, notes=tuple((head, cells[head]) for head in grid.annotations))


def _grouped(text: str) -> str:
    """Return a number with thousands marks, every other text as it is."""
    return f"{int(text):,}" if text.isascii() and text.isdigit() else text


def _units(used: Sequence[Use]) -> Mapping[str, str]:
    quantities = [quantity for use in used for quantity in (*use.limb.inputs, *([use.cause.metric] if use.cause.metric else []))]
    return {quantity.name: UNITS.get(quantity.unit, quantity.unit) for quantity in quantities}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Where two versions differ: a row that went, one that came, or one that was written anew."""

    kind: str
    old: Line | None
    new: Line | None


def differences(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Difference]:
    """Yield the rows in which two versions differ, in the order of the newer."""
    matched = SequenceMatcher(a=[_key(line) for line in old], b=[_key(line) for line in new], autojunk=False)
    for kind, first, last, start, end in matched.get_opcodes():
        if kind == "equal":
            continue
        pairs = max(last - first, end - start)
        for place in range(pairs):
            gone = old[first + place] if first + place < last else None
            come = new[start + place] if start + place < end else None
            yield Difference(kind="changed" if gone and come else "gone" if gone else "come", old=gone, new=come)


def _key(line: Line) -> tuple[object, ...]:
    return line.conditions, line.tier, line.low, line.high, line.notes
