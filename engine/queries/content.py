"""Searchable content (可检索内容): everything that a case says in words, each text with its label.

A viewer of a case sees all of it on the page of the case; nothing else may be put here. Who complained is found by nobody: the name
and the numbers of a complainant are left out wherever they stand. Source: 行政处罚法 Art. 50.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from engine.events.participant import ROLES
from engine.model import Amendment, Base, Case, Comment, Document, Evidence, Participant, Party, Task
from engine.queries.amendment import COMPLAINANT, complainant_words
from engine.store import tables

Row = TypeVar("Row", bound=Base)
Rows = Mapping[str, list[Row]]
"""Rows by the case that they belong to."""

Labelled = tuple[str, str]
"""What a text is, and the text."""

TOLD = ("facts", "record", "conclusion", "finding", "content", "evidence_summary", "report_no", "result", "recipient")
"""Fields of forms in which people tell of the case."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is stored of the cases, by case."""

    parties: Rows[Party]
    participants: Rows[Participant]
    amendments: Rows[Amendment]
    evidence: Rows[Evidence]
    documents: Rows[Document]
    tasks: Rows[Task]
    comments: Rows[Comment]


def contents(connection: Connection, cases: Sequence[Case]) -> Mapping[str, tuple[Labelled, ...]]:
    """Return the texts of each case by its id."""
    ids = [case.id for case in cases]
    told = Told(
        _by_case(connection, Party, ids),
        _by_case(connection, Participant, ids),
        _by_case(connection, Amendment, ids),
        _by_case(connection, Evidence, ids),
        _by_case(connection, Document, ids),
        _by_case(connection, Task, ids),
        _by_case(connection, Comment, ids),
    )
    return {case.id: tuple(_openly(told, case)) for case in cases}


def _openly(told: Told, case: Case) -> Iterator[Labelled]:
    """Yield the texts of a case without anything by which a complainant could be found."""
    people, amended = told.participants.get(case.id, []), told.amendments.get(case.id, [])
    parties = told.parties.get(case.id, [])
    # Where the case happened, and who the parties are, is to be found though a complainant lives there.
    known = "·".join(filter(None, [case.place, *(text for party in parties for text in (party.name, party.address))]))
    hidden = complainant_words(people, amended, parties, case.place)
    secrets = [secret for secret in hidden if secret not in known]
    for label, value in _texts(told, case):
        text = str(value or "")
        for secret in secrets:
            text = text.replace(secret, "某某")
        if text:
            yield label, text


def _texts(told: Told, case: Case) -> Iterator[tuple[str, Any]]:
    yield "案号", case.number
    for party in told.parties.get(case.id, ()):
        yield "当事人" if party.number == 1 else "共同当事人", party.name
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
    for paper in told.documents.get(case.id, ()):
        yield paper.title, paper.number
    yield from _said(told, case.id)


def _said(told: Told, case_id: str) -> Iterator[tuple[str, Any]]:
    """Yield who takes part, and what people wrote."""
    for person in told.participants.get(case_id, ()):
        if person.role != COMPLAINANT:
            yield ROLES[person.role], person.name
    for piece in told.evidence.get(case_id, ()):
        yield f"证据{piece.number}", f"{piece.name} {piece.purpose} {piece.place or ''}".strip()
    for task in told.tasks.get(case_id, ()):
        for name in TOLD:
            value = (task.data or {}).get(name)
            if isinstance(value, str):
                yield task.title, value
    for comment in told.comments.get(case_id, ()):
        yield "批注", comment.text


def _by_case(connection: Connection, model: type[Row], ids: Sequence[str]) -> Rows[Row]:
    table: Any = model.__table__
    found: dict[str, list[Row]] = {}
    for row in tables.rows(connection, model, select(table).where(table.c.case_id.in_(ids)).order_by(table.c.id)):
        found.setdefault(row.case_id, []).append(row)  # type: ignore[attr-defined]  # Every one of these tables has the column.
    return found
