"""Enclosures (随函材料): what of a case can go with a letter to another department, and what cannot and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import Connection, select

from engine.actor import Actor
from engine.model import Case, Document, Evidence, Participant
from engine.queries.query import Query, Reading, answers
from engine.rules.document import DOCUMENTS
from engine.rules.enclosure import care_of, evidence_barred, paper_barred, police_barred
from engine.store import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class EnclosureChoice:
    """Something of the case: a piece of evidence by its number, or a paper; `barred` says why it cannot go out.

    `sha256` is None for a paper that was not yet put on paper; `care` says how what is confidential is handed over where it goes.
    """

    id: str
    number: str
    title: str
    sha256: str | None
    barred: str | None
    care: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnclosureChoices:
    """What a letter could carry."""

    evidence: tuple[EnclosureChoice, ...]
    papers: tuple[EnclosureChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosures(Query[EnclosureChoices]):
    """What of a case can go with a letter to another department; to the `police`, with a suspected crime, goes what is secret too."""

    case_id: str
    police: bool = False


@answers(Enclosures)
def enclosures(query: Enclosures, actor: Actor, reading: Reading) -> EnclosureChoices:
    """Return the choices of a case within reach."""
    return enclosures_of(reading.connection, reading.case(query.case_id, actor), police=query.police)


def enclosures_of(connection: Connection, case: Case, *, police: bool = False) -> EnclosureChoices:
    """Return evidence by its number and papers by their day, for the police with a suspected crime or for any other department."""
    told = complained(connection, case)
    pieces = tables.rows(connection, Evidence, select(Evidence.__table__).where(Evidence.case_id == case.id).order_by(Evidence.number))
    made = (Document.issued_on, Document.code, Document.sequence, Document.id)
    papers = tables.rows(connection, Document, select(Document.__table__).where(Document.case_id == case.id).order_by(*made))
    evidence = tuple(_piece(piece, complained=told, police=police) for piece in pieces)
    pairs = list(zip(pieces, evidence, strict=True))
    return EnclosureChoices(evidence=evidence, papers=tuple(_paper(paper, pairs) for paper in papers))


def complained(connection: Connection, case: Case) -> bool:
    """Tell whether somebody's complaint is behind the case, so that it may come out who told of it."""
    told = select(Participant.__table__).where(Participant.case_id == case.id, Participant.role == "complainant")
    return case.source == "hotline" or bool(tables.rows(connection, Participant, told))


def _piece(piece: Evidence, *, complained: bool, police: bool) -> EnclosureChoice:
    common = evidence_barred(piece.source, piece.secrecy, piece.recheck, complained=complained)
    barred, care = police_barred(piece.recheck) if police else common, care_of(piece.source, piece.secrecy, complained=complained)
    return EnclosureChoice(id=piece.id, number=str(piece.number), title=piece.name, sha256=piece.sha256, barred=barred, care=care)


def _paper(paper: Document, pieces: Sequence[tuple[Evidence, EnclosureChoice]]) -> EnclosureChoice:
    """Return a paper: what shows a piece that does not go out, or is its record on paper, does not either, and is as confidential."""
    barred, shown = paper_barred(paper.code, DOCUMENTS[paper.code].in_volume, paper.state), str(paper.facts)
    held = [choice for piece, choice in pieces if piece.sha256 in shown or PurePath(piece.file_name).stem == paper.token]
    if barred is None:
        barred = next((f"载有证据{choice.number}（{choice.barred}）" for choice in held if choice.barred is not None), None)
    care = next((choice.care for choice in held if choice.care is not None), None)
    return EnclosureChoice(id=paper.id, number=paper.number or "", title=paper.title, sha256=paper.pdf_sha256, barred=barred, care=care)
