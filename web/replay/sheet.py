"""Sheets (栏目): the tables of a case as they were, value by value in words, with what the last entry changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import forms
from web import render
from web.filled import FilledForm, flatten
from web.replay.label import CODES, COLUMNS, SUMS, TABLES, WORDS

Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]

_NESTED = frozenset({"data", "facts", "explanation", "content", "lines", "suspensions"})
"""Columns that hold more than one value; each is shown in its own way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value in words; `was` is what stood there before the entry, None where the entry did not change it."""

    label: str
    text: str
    code: bool
    changed: bool
    was: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row.

    Attributes:
        fresh: whether the entry made it; `changed`, whether the entry touched it.
        inner: its nested values, each as its label and pairs of label and text.
        paper: whether it is a document that was on paper by then.
    """

    key: str
    title: str
    state: str | None
    fresh: bool
    changed: bool
    cells: tuple[Cell, ...]
    inner: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    paper: bool

    def moved(self) -> tuple[Cell, ...]:
        """Return the cells that the entry changed."""
        return tuple(cell for cell in self.cells if cell.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table with its rows."""

    table: str
    title: str
    lines: tuple[Line, ...]

    @property
    def changed(self) -> int:
        """Return how many rows the entry made or touched."""
        return sum(line.changed for line in self.lines)


def sheets(tables: Tables, before: Tables) -> tuple[Sheet, ...]:
    """Return the tables of a case after an entry; `before` are the same tables before it."""
    return tuple(
        Sheet(table=table, title=title, lines=tuple(_line(table, key, row, before.get(table, {}).get(key)) for key, row in tables[table].items()))
        for table, title in TABLES.items()
        if tables.get(table)
    )


def forms_filled(shown: Sequence[Sheet]) -> tuple[Line, ...]:
    """Return the tasks whose form was submitted in the entry."""
    return tuple(line for sheet in shown if sheet.table == "task" for line in sheet.lines if line.changed and line.inner)


def _line(table: str, key: str, row: Mapping[str, Any], old: Mapping[str, Any] | None) -> Line:
    cells = tuple(_cells(table, row, old))
    touched = old is None or any(row.get(name) != old.get(name) for name in row.keys() | old.keys())
    return Line(
        key=key,
        title=_title(table, row),
        state=None if table == "case" else WORDS.get((table, "state"), {}).get(str(row.get("state"))),
        fresh=old is None,
        changed=touched,
        cells=cells,
        inner=tuple((COLUMNS[table][name], said) for name in COLUMNS[table] if name in _NESTED and (said := tuple(_inner(table, name, row)))),
        paper=table == "document" and row.get("pdf_sha256") is not None,
    )


def _title(table: str, row: Mapping[str, Any]) -> str:
    if table == "evidence":
        return f"证据{row.get('number')} {row.get('name')}"
    if table == "payment":
        return render.yuan(row.get("amount"))
    if table == "service":
        return word(table, "way", row.get("way"))
    if table == "assessment":
        return f"{word(table, 'outcome', row.get('outcome'))} {row.get('tier') or ''}".strip()
    return str(row.get("title") or row.get("name") or row.get("number") or "—")


def _cells(table: str, row: Mapping[str, Any], old: Mapping[str, Any] | None) -> Iterator[Cell]:
    for name, label in COLUMNS[table].items():
        value, former = row.get(name), None if old is None else old.get(name)
        changed = old is not None and value != former
        if name in _NESTED or (value is None and not changed):
            continue
        yield Cell(
            label=label,
            text=word(table, name, value),
            code=name in CODES,
            changed=changed,
            was=word(table, name, former) if changed and former is not None else None,
        )


def word(table: str, name: str, value: object) -> str:
    """Return a value of a column as people write it."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return "是" if value else "否"
    text = str(value)
    if (table, name) in WORDS:
        return WORDS[table, name].get(text, text)
    if name in SUMS:
        return render.yuan(text)
    if name.endswith("_at") or name == "at":
        return render.full_instant(text)
    return render.day(text) if name.endswith("_on") or name in {"due", "until"} else text


def _inner(table: str, name: str, row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    value = row.get(name)
    if not value:
        return
    if name == "data":
        yield from filled(str(row["form"]), value)
    elif name == "lines":
        yield from ((f"{line.get('label', '')} {line.get('why', '')}".strip(), str(line.get("value", ""))) for line in value)
    elif name == "suspensions":
        yield from ((str(each.get("reason") or "暂停"), f"{render.day(each.get('start'))}至{render.day(each.get('end'))}") for each in value)
    else:
        yield from outline(value)


def filled(form: str, data: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return a form as it was filled in, as label and words; one that is no longer in use is shown by its names."""
    try:
        description = forms.describe(form)
    except KeyError:
        return tuple(outline(data))
    return tuple(FilledForm(description, flatten(data)).said())


def outline(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every value of nested JSON with the path to it, nothings left out."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from outline(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        if all(not isinstance(inner, Mapping | list) for inner in value):
            if value:
                yield path, "、".join(str(inner) for inner in value)
            return
        for index, inner in enumerate(value, 1):
            yield from outline(inner, f"{path} {index}")
    elif value not in {None, ""}:
        yield path, {True: "是", False: "否"}.get(value, str(value)) if isinstance(value, bool) else str(value)
