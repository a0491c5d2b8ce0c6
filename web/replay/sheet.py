"""Sheets (栏目): the tables of a case as they were, value by value in words, with what the last entry changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from web import render
from web.filters import PROCEDURES
from web.replay.column import COLUMNS
from web.replay.inner import Pair, dated, pairs
from web.replay.label import ACCOUNTS, CODED, CODES, REFERENCES, SUMS, TABLES, WORDS, coded

Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]

_NESTED = frozenset({"data", "facts", "explanation", "content", "lines", "suspensions", "fields"})
"""Columns that hold more than one value; each is shown in its own way, and so is what else holds names and values."""

_COMPARED = frozenset({"content", "fields"})
"""Those whose values are told one by one where an entry changed them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value in words; `was` is what stood there before the entry, None where the entry did not change it."""

    label: str
    text: str
    code: bool
    account: bool
    changed: bool
    was: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row.

    Attributes:
        fresh: whether the entry made it; `changed`, whether the entry touched it.
        inner: its nested values, each as its label and pairs of label and text.
        within: those of the nested values that the entry changed.
        paper: whether it is a document that was on paper by then.
    """

    key: str
    title: str
    state: str | None
    fresh: bool
    changed: bool
    cells: tuple[Cell, ...]
    inner: tuple[tuple[str, tuple[Pair, ...]], ...]
    within: tuple[Cell, ...]
    paper: bool

    def moved(self) -> tuple[Cell, ...]:
        """Return the cells that the entry changed, accounts left to the names beside them."""
        return (*(cell for cell in self.cells if cell.changed and not cell.account), *self.within)


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
    known = dict(_names(tables))
    return tuple(
        Sheet(
            table=table, title=title, lines=tuple(_line(table, key, row, before.get(table, {}).get(key), known) for key, row in tables[table].items())
        )
        for table, title in TABLES.items()
        if tables.get(table)
    )


def forms_filled(shown: Sequence[Sheet]) -> tuple[Line, ...]:
    """Return the tasks whose form was submitted in the entry."""
    return tuple(line for sheet in shown if sheet.table == "task" for line in sheet.lines if line.changed and line.inner)


def _names(tables: Tables) -> Iterator[tuple[str, str]]:
    """Yield what the people, papers and assessments of the case are called, by their ids."""
    for row in tables.get("case", {}).values():
        yield from ((str(row.get(slot)), str(row.get(f"{slot}_name"))) for slot in ("lead", "second"))
    for table, who in (("task", "done"), ("opinion", "person"), ("evidence", "person")):
        yield from ((str(row.get(who if who == "person" else f"{who}_by")), str(row.get(f"{who}_name"))) for row in tables.get(table, {}).values())
    named = ("document", "assessment", "process", "publication")
    yield from ((key, _title(table, row)) for table in named for key, row in tables.get(table, {}).items())


def _line(table: str, key: str, row: Mapping[str, Any], old: Mapping[str, Any] | None, known: Mapping[str, str]) -> Line:
    cells = tuple(_cells(table, row, old, known))
    touched = old is None or any(row.get(name) != old.get(name) for name in row.keys() | old.keys())
    return Line(
        key=key,
        title=_title(table, row),
        state=None if table == "case" else WORDS.get((table, "state"), {}).get(str(row.get("state"))),
        fresh=old is None,
        changed=touched,
        cells=cells,
        inner=tuple((label, said) for name, label in COLUMNS[table].items() if _nested(name, row) and (said := tuple(pairs(table, name, row)))),
        within=tuple(cell for name in COLUMNS[table] if name in _COMPARED and old for cell in _compared(table, name, row, old)),
        paper=table == "document" and row.get("pdf_sha256") is not None,
    )


def _nested(name: str, *rows: Mapping[str, Any] | None) -> bool:
    return name in _NESTED or any(isinstance(row.get(name), Mapping) for row in rows if row)


def _compared(table: str, name: str, row: Mapping[str, Any], old: Mapping[str, Any]) -> Iterator[Cell]:
    now, before = dict(pairs(table, name, row)), dict(pairs(table, name, old))
    for label in dict.fromkeys((*now, *before)):
        if now.get(label) != before.get(label):
            yield Cell(label=label, text=now.get(label, "—"), code=False, account=False, changed=True, was=before.get(label))


def _title(table: str, row: Mapping[str, Any]) -> str:
    if table == "evidence":
        return f"证据{row.get('number')} {row.get('name')}"
    if table == "process":
        return str(row.get("title") or PROCEDURES.get(str(row.get("procedure")), "主程序"))
    if table == "payment":
        return render.yuan(row.get("amount"))
    if table in {"service", "withdrawal"}:
        named = "way" if table == "service" else "ground"
        return word(table, named, row.get(named))
    if table == "assessment":
        return f"{word(table, 'outcome', row.get('outcome'))} {row.get('tier') or ''}".strip()
    return str(row.get("title") or row.get("name") or row.get("number") or "—")


def _cells(table: str, row: Mapping[str, Any], old: Mapping[str, Any] | None, known: Mapping[str, str]) -> Iterator[Cell]:
    for name, label in COLUMNS[table].items():
        value, former = row.get(name), None if old is None else old.get(name)
        changed = old is not None and value != former
        if _nested(name, row, old) or (value is None and not changed):
            continue
        yield Cell(
            label=label,
            text=_word(table, name, value, known),
            code=name in CODES or (table, name) == ("process", "procedure"),
            account=name in ACCOUNTS,
            changed=changed,
            was=_word(table, name, former, known) if changed and former is not None else None,
        )


def _word(table: str, name: str, value: object, known: Mapping[str, str]) -> str:
    return known[str(value)] if name in REFERENCES and str(value) in known else word(table, name, value)


def word(table: str, name: str, value: object) -> str:
    """Return a value of a column as people write it."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | tuple):
        return "、".join(word(table, name, each) for each in value) or "—"
    text = str(value)
    if (table, name) in CODED:
        return coded(table, name, text)
    if name in SUMS:
        return render.yuan(text)
    if name.endswith("_at") or name == "at":
        return render.full_instant(text)
    return dated(text)


def stood(table: str, before: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what was recorded of somebody before a change, each with its label, as people write it; what was empty is left out."""
    return [(COLUMNS[table][name], word(table, name, value)) for name, value in before.items() if value]
