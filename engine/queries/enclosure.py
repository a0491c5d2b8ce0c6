"""Enclosures (随函材料): what of a case can go with a letter to another department, and what cannot and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import Connection, select

from engine.actor import Actor
from engine.model import Case, Document, Evidence, Participant
from engine.queries.query import Query, Reading, answers
from engine.rules.document import DOCUMENTS
from engine.rules.enclosure import evidence_barred, paper_barred
from engine.store import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class EnclosureChoice:
    """Something of the case: a piece of evidence by its number, or a paper; `barred` says why it cannot go out.

    `sha256` is None for a paper that was not yet put on paper.
    """

    id: str
    number: str
    title: str
    sha256: str | None
    barred: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnclosureChoices:
    """What a letter could carry."""

    evidence: tuple[EnclosureChoice, ...]
    papers: tuple[EnclosureChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosures(Query[EnclosureChoices]):
    """What of a case can go with a letter to another department."""

    case_id: str


@answers(Enclosures)
def enclosures(query: Enclosures, actor: Actor, reading: Reading) -> EnclosureChoices:
    """Return the choices of a case within reach."""
    return enclosures_of(reading.connection, reading.case(query.case_id, actor))


def enclosures_of(connection: Connection, case: Case) -> EnclosureChoices:
    """Return evidence by its number and papers by their day."""
    told = complained(connection, case)
    pieces = tables.rows(connection, Evidence, select(Evidence.__table__).where(Evidence.case_id == case.id).order_by(Evidence.number))
    made = (Document.issued_on, Document.code, Document.sequence, Document.id)
    papers = tables.rows(connection, Document, select(Document.__table__).where(Document.case_id == case.id).order_by(*made))
    evidence = tuple(_piece(piece, complained=told) for piece in pieces)
    kept = [(piece, choice.barred) for piece, choice in zip(pieces, evidence, strict=True) if choice.barred is not None]
    return EnclosureChoices(evidence=evidence, papers=tuple(_paper(paper, kept) for paper in papers))


def complained(connection: Connection, case: Case) -> bool:
    """Tell whether somebody's complaint is behind the case, so that it may come out who told of it."""
    told = select(Participant.__table__).where(Participant.case_id == case.id, Participant.role == "complainant")
    return case.source == "hotline" or bool(tables.rows(connection, Participant, told))


def _piece(piece: Evidence, *, complained: bool) -> EnclosureChoice:
    barred = evidence_barred(piece.source, piece.secrecy, piece.recheck, complained=complained)
    return EnclosureChoice(id=piece.id, number=str(piece.number), title=piece.name, sha256=piece.sha256, barred=barred)


def _paper(paper: Document, kept: Sequence[tuple[Evidence, str]]) -> EnclosureChoice:
    """Return a paper; `kept` are the pieces that do not go out, and why: neither does what shows one or is its record on paper."""
    barred = paper_barred(paper.code, DOCUMENTS[paper.code].in_volume, paper.state)
    if barred is None:
        shown = str(paper.facts)
        held = (item for item in kept if item[0].sha256 in shown or PurePath(item[0].file_name).stem == paper.token)
        barred = next((f"载有证据{piece.number}（{why}）" for piece, why in held), None)
    return EnclosureChoice(id=paper.id, number=paper.number or "", title=paper.title, sha256=paper.pdf_sha256, barred=barred)
