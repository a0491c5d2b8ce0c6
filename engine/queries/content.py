"""Searchable content (可检索内容): everything that a case says in words, each text with its label.

A viewer of a case sees all of it on the page of the case; nothing else may be put here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from engine.model import Base, Case, Document, Evidence, Party, Task
from engine.store import tables

Row = TypeVar("Row", bound=Base)
Labelled = tuple[str, str]
"""What a text is, and the text."""

TOLD = ("facts", "record", "conclusion", "finding", "content", "evidence_summary", "report_no", "result", "recipient")
"""Fields of forms in which people tell of the case."""


def contents(connection: Connection, cases: Sequence[Case]) -> Mapping[str, tuple[Labelled, ...]]:
    """Return the texts of each case by its id."""
    ids = [case.id for case in cases]
    parties, evidence = _by_case(connection, Party, ids), _by_case(connection, Evidence, ids)
    documents, tasks = _by_case(connection, Document, ids), _by_case(connection, Task, ids)
    return {
        case.id: tuple(
            (label, str(text))
            for label, text in _texts(case, parties.get(case.id, ()), evidence.get(case.id, ()), documents.get(case.id, ()), tasks.get(case.id, ()))
            if text
        )
        for case in cases
    }


def _texts(
    case: Case, parties: Iterable[Party], evidence: Iterable[Evidence], documents: Iterable[Document], tasks: Iterable[Task]
) -> Iterator[tuple[str, Any]]:
    yield "案号", case.number
    for party in parties:
        yield "当事人", party.name
        yield "证件号码", party.code
        yield "负责人", party.legal_representative
        yield "地址", party.address
        yield "电话", party.phone
    yield "案由", f"{case.cause} {case.cause_title}"
    yield "地点", case.place
    yield "网格", case.grid
    yield "线索", case.description
    yield "承办人", case.lead_name
    yield "承办人", case.second_name
    yield "档号", case.volume
    for paper in documents:
        yield paper.title, paper.number
    for piece in evidence:
        yield f"证据{piece.number}", f"{piece.name} {piece.purpose}"
    for task in tasks:
        for name in TOLD:
            value = (task.data or {}).get(name)
            if isinstance(value, str):
                yield task.title, value


def _by_case(connection: Connection, model: type[Row], ids: Sequence[str]) -> Mapping[str, list[Row]]:
    table: Any = model.__table__
    found: dict[str, list[Row]] = {}
    for row in tables.rows(connection, model, select(table).where(table.c.case_id.in_(ids)).order_by(table.c.id)):
        found.setdefault(row.case_id, []).append(row)  # type: ignore[attr-defined]  # Every one of these tables has the column.
    return found
