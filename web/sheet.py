"""Sheets (裁量表的读法): the tables and expressions of a model as people read and type them, and where two versions differ."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from engine.dmn.edit import Grid, Sheet
from engine.law.causes import Cause, Quantity
from engine.rules.benchmark import OUTPUTS, Use
from engine.rules.objection import SLIGHT
from engine.rules.tier import NONE_MADE_OUT, RATES
from web import condition
from web.outcome import WAYS

UNITS: Mapping[str, str] = {"m²": "平方米", "m³": "立方米"}
POLICIES: Mapping[str, str] = {
    "UNIQUE": "每种情形只有一行适用",
    "FIRST": "自上而下，取第一条适用的",
    "PRIORITY": "几行都适用的，取较重的",
    "ANY": "几行都适用的，结果须相同",
    "COLLECT": "各行独立，适用的都算",
    "COLLECT SUM": "适用的各行相加",
    "COLLECT MIN": "取适用各行中最小的",
    "COLLECT MAX": "取适用各行中最大的",
    "COLLECT COUNT": "计适用的行数",
    "RULE ORDER": "适用的各行，按行的次序",
    "OUTPUT ORDER": "适用的各行，按结果的次序",
}
"""How a table answers where several rows fit, in words."""

_TITLES: Mapping[str, str] = {SLIGHT: "轻微的条件"}
_HINTS: Mapping[str, str] = {SLIGHT: "轻微的先审查是否不予处罚，不进入阶次。"}
_MANY = 5
"""More conditions than these are read as one sentence: a row looks at few of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row as it is read: conditions and results with their cells as written, and the notes that papers quote."""

    number: int
    conditions: tuple[tuple[str, str, str], ...]
    results: tuple[tuple[str, str, str], ...]
    notes: tuple[tuple[str, str], ...]

    @property
    def situation(self) -> str:
        """The conditions that count as one sentence."""
        return "，".join(f"{head}{'：' if _word(cell) else ''}{words}" for head, words, cell in self.conditions if cell != "-") or "任何情形"


def _word(cell: str) -> bool:
    """Tell whether a condition names a value, which then stands apart from its head."""
    return cell in {"true", "false"} or cell.startswith('"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A decision as it is read: the rows of a table, or the text of an expression; `policy` says how the rows go together."""

    id: str
    name: str
    description: str
    policy: str = ""
    lines: tuple[Line, ...] = ()
    text: str | None = None

    @property
    def numeric(self) -> tuple[bool, ...]:
        """Tell for each result column whether it holds sums or numbers, which stand to the right."""
        columns = zip(*((words for _, words, _ in line.results) for line in self.lines), strict=True)
        return tuple(all(words == "—" or words[:1].isdigit() for words in column) and any(words != "—" for words in column) for column in columns)

    @property
    def many(self) -> bool:
        """Tell whether the conditions are better read as one sentence."""
        return bool(self.lines) and len(self.lines[0].conditions) > _MANY


def read(sheets: Sequence[Sheet], used: Sequence[Use]) -> tuple[Told, ...]:
    """Return the decisions of a model in words; `used` says in which units a cause's table measures and fines."""
    return tuple(_told(sheet, used) for sheet in sheets)


def _told(sheet: Sheet, used: Sequence[Use]) -> Told:
    name, description = _TITLES.get(sheet.id, sheet.name), _HINTS.get(sheet.id, sheet.description)
    if sheet.grid is None:
        return Told(id=sheet.id, name=name, description=description, text=sheet.text)
    lines = tuple(_lines(sheet.grid, used))
    return Told(id=sheet.id, name=name, description=description, policy=POLICIES.get(sheet.policy, sheet.policy), lines=lines)


def _lines(grid: Grid, used: Sequence[Use]) -> Iterator[Line]:
    units = _units(used)
    first, last = len(grid.inputs), len(grid.inputs) + len(grid.outputs)
    for number, row in enumerate(grid.rows, 1):
        conditions = tuple((head, condition.said(cell, head, units.get(head, "")), cell) for head, cell in zip(grid.inputs, row[:first], strict=True))
        results = tuple((head or "结果", _result(cell), cell) for head, cell in zip(grid.outputs, row[first:last], strict=True))
        notes = tuple(zip(grid.annotations, row[last:], strict=True))
        yield Line(number=number, conditions=conditions, results=_ranged(results, used) if grid.outputs == OUTPUTS else results, notes=notes)


def _ranged(results: tuple[tuple[str, str, str], ...], used: Sequence[Use]) -> tuple[tuple[str, str, str], ...]:
    """Return the tier, and its two ends as one range."""
    tier, low, high = results
    unit = used[0].basis.unit if used else "yuan"
    head = {"yuan": "罚款（元）", "each": "罚款（每件，元）"}.get(unit) or f"罚款（{RATES[unit]}）"
    return tier, (head, "—" if tier[1] == NONE_MADE_OUT else f"{low[1]}–{high[1]}", f"{low[2]}–{high[2]}")


def _result(cell: str) -> str:
    text = condition.bare(cell)
    if text.isascii() and text.isdigit():
        return f"{int(text):,}"
    return "—" if text == "null" else WAYS.get(text, text)


def _units(used: Sequence[Use]) -> Mapping[str, str]:
    quantities = [quantity for use in used for quantity in (*use.limb.inputs, *_metric(use.cause))]
    return {quantity.name: UNITS.get(quantity.unit, quantity.unit) for quantity in quantities}


def _metric(cause: Cause) -> Sequence[Quantity]:
    return [cause.metric] if cause.metric else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Where two versions of a table differ: a row that went, one that came, or one that was written anew."""

    kind: str
    old: Line | None
    new: Line | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A decision that differs: its rows, or its text before and after; None for what it had not or has no more."""

    name: str
    rows: tuple[Difference, ...] = ()
    old: str | None = None
    new: str | None = None


def changes(old: Sequence[Told], new: Sequence[Told]) -> Iterator[Change]:
    """Yield the decisions in which two versions differ, in the order of the newer; those that went come last."""
    before = {told.id: told for told in old}
    after = {told.id: told for told in new}
    for key in [*after, *(key for key in before if key not in after)]:
        first, second = before.get(key), after.get(key)
        name = (second or before[key]).name
        rows = tuple(_differences(first.lines if first else (), second.lines if second else ()))
        texts = first.text if first else None, second.text if second else None
        if rows or texts[0] != texts[1]:
            yield Change(name=name, rows=rows, old=texts[0], new=texts[1])


def _differences(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Difference]:
    matched = SequenceMatcher(a=[_key(line) for line in old], b=[_key(line) for line in new], autojunk=False)
    for kind, first, last, start, end in matched.get_opcodes():
        if kind == "equal":
            continue
        for place in range(max(last - first, end - start)):
            gone = old[first + place] if first + place < last else None
            come = new[start + place] if start + place < end else None
            yield Difference(kind="changed" if gone and come else "gone" if gone else "come", old=gone, new=come)


def _key(line: Line) -> tuple[object, ...]:
    return line.conditions, line.results, line.notes


def typed(sheet: Sheet, row: Sequence[str]) -> tuple[str, ...]:
    """Return a row as people type it: texts without quotes, an empty condition for any."""
    if sheet.grid is None:
        return tuple(row)
    first = len(sheet.grid.inputs)
    results = tuple(condition.bare(cell) if text else cell for cell, text in zip(row[first:], sheet.texts, strict=False))
    return (*("" if cell == "-" else cell for cell in row[:first]), *results, *row[first + len(sheet.texts) :])


def written(sheet: Sheet, row: Sequence[str]) -> tuple[str, ...]:
    """Return what was typed as FEEL: texts get their quotes, an empty condition means any."""
    if sheet.grid is None:
        return tuple(row)
    first = len(sheet.grid.inputs)
    results = tuple(_quoted(cell) if text else cell for cell, text in zip(row[first:], sheet.texts, strict=False))
    return (*(cell or "-" for cell in row[:first]), *results, *row[first + len(sheet.texts) :])


def _quoted(cell: str) -> str:
    return cell if cell.startswith('"') else json.dumps(cell, ensure_ascii=False)
