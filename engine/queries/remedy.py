"""Remedies of a case as they stand (复议诉讼现状): whose terms still run, what is pending, and what may not be claimed at the court for it.

Source: 行政强制法 Art. 46, 53; 行政复议法 Art. 20, 78; 行政诉讼法 Art. 44-46.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, select

from engine.model import Base, Deadline, Document, Participant, Remedy
from engine.queries.correction_order import CLOCK as CORRECTION
from engine.rules.enforcement import REMEDIES, UNDECIDED, Challenge, is_the_organ_s, lapsed_on
from engine.rules.enforcement import Remedy as Term
from engine.rules.remedy import SURCHARGE
from engine.store import tables

Row = TypeVar("Row", bound=Base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclaimed:
    """Why the court is asked for the fine alone: `why` is annulled, disputed, organ or open; `until` the last day, where it is known."""

    why: str
    until: date | None = None


def remedies_against(connection: Connection, case_id: str, paper_id: str | None) -> list[Remedy]:
    """Return the remedies against an act by the id of its paper, or against the penalty (None), the oldest first."""
    against = Remedy.against.is_(None) if paper_id is None else Remedy.against == paper_id
    return _rows(connection, Remedy, Remedy.case_id == case_id, against, order=("filed_on", "id"))


def challenges_against(connection: Connection, case_id: str, paper_id: str | None = None) -> list[Challenge]:
    """Return what was undertaken against a decision by whomever, the oldest first."""
    return _challenges(remedies_against(connection, case_id, paper_id))


def party_challenges(connection: Connection, case_id: str) -> list[Challenge]:
    """Return what the party, or who stands in its place, undertook against the penalty, the oldest first."""
    return _challenges([row for row in remedies_against(connection, case_id, None) if row.applicant not in outsiders(connection, case_id)])


def outsiders(connection: Connection, case_id: str) -> frozenset[str]:
    """Return the participants who challenge an act for themselves: whom it concerns, and not in the place of the party."""
    rows = _rows(connection, Participant, Participant.case_id == case_id, Participant.role == "interested", order=("id",))
    return frozenset(row.id for row in rows)


def own_subject(connection: Connection, paper_id: str | None, applicant: str | None = None) -> str | None:
    """Return what tells the clocks of an act and of who challenges it from the others; None for those of the party against the penalty."""
    # A term to correct runs from the same service, on a clock of its own.
    named = (Deadline.origin == f"served:{paper_id}", Deadline.key != CORRECTION)
    rows = _rows(connection, Deadline, *named, order=("id",)) if paper_id else []
    about = next((row.subject for row in rows), paper_id)
    return about if applicant is None else applicant if about is None else f"{about}:{applicant}"


def terms_against(connection: Connection, case_id: str, paper_id: str | None = None, applicant: str | None = None) -> list[Deadline]:
    """Return the clocks of somebody's remedies against a decision that mean something; those of the party where nobody else is named."""
    subject = own_subject(connection, paper_id, applicant)
    own = Deadline.subject.is_(None) if subject is None else Deadline.subject == subject
    return _rows(connection, Deadline, Deadline.case_id == case_id, Deadline.key.in_(REMEDIES), own, Deadline.state != "void", order=("id",))


def remedies_ended(connection: Connection, case_id: str, today: date, paper_id: str | None = None, *, of_party: bool = False) -> date | None:
    """Return the day on which the remedies against a decision came to their end, whoever has them; None while one is open or pending.

    Somebody else than the party holds nothing up by a remedy that was withdrawn or not taken up, and after which no term of his own runs.
    With `of_party` only those of the party and of who stands in its place count: the fine is collected when it let its terms pass, and the
    remedy of another stops nothing unless that was ordered. Where a court changed the decision, its judgment ends them all, whoever sued.
    Source: 行政强制法 Art. 46(3), 53; 行政复议法 Art. 42; 行政诉讼法 Art. 56, 77.
    """
    others = outsiders(connection, case_id) if of_party else frozenset()
    rows = [row for row in remedies_against(connection, case_id, paper_id) if row.applicant not in others]
    suit = judged(connection, case_id, paper_id)
    if suit is not None and all(row.result is not None for row in rows):
        return suit.effective_on
    own = [row for row in rows if row.applicant is None]
    ended = [lapsed_on(_terms(connection, case_id, today, paper_id), _challenges(own, terms_against(connection, case_id, paper_id)))]
    for applicant in sorted({row.applicant for row in rows if row.applicant is not None}):
        clocks = terms_against(connection, case_id, paper_id, applicant)
        mine = _challenges([row for row in rows if row.applicant == applicant], clocks)
        terms = _terms(connection, case_id, today, paper_id, applicant)
        if terms or any(each.result not in UNDECIDED for each in mine):
            ended.append(lapsed_on(terms, mine))
    days = [day for day in ended if day is not None]
    return max(days) if len(days) == len(ended) else None


def raised_by(connection: Connection, case_id: str) -> list[Remedy]:
    """Return the remedies that made fine or confiscated gains heavier, the oldest first. Source: 行政复议法 Art. 63(2); 行政诉讼法 Art. 77(2)."""
    changed = [row for row in remedies_against(connection, case_id, None) if row.effective_on is not None and is_raised(row)]
    return sorted(changed, key=lambda row: (row.effective_on, row.id))


def raised_with(remedies: Sequence[Remedy], document_no: str | None) -> Remedy | None:
    """Return the remedy that made the penalty heavier by a paper, the last one where no paper is named; None where there is none."""
    return next((row for row in reversed(remedies) if document_no in {None, row.document_no}), None)


def is_raised(remedy: Remedy) -> bool:
    """Tell whether a fine or confiscated gains became heavier by a remedy."""
    more = remedy.fine is not None and remedy.fine > (remedy.before or Decimal(0))
    return remedy.against is None and (more or (remedy.gains is not None and remedy.gains > (remedy.gains_before or Decimal(0))))


def judged(connection: Connection, case_id: str, paper_id: str | None = None) -> Remedy | None:
    """Return the suit in which a court changed what a decision asks for, or mediated on it, last: then its judgment is enforced.

    Source: 行政诉讼法 Art. 60, 77, 95; 最高法适用行政诉讼法解释 Art. 152, 153.
    """
    ended = [row for row in remedies_against(connection, case_id, paper_id) if row.kind == "litigation" and row.result in {"changed", "mediated"}]
    moved = [row for row in ended if row.fine != row.before or row.gains is not None]
    return max(moved, key=lambda row: (row.effective_on, row.id), default=None)


def undecided(connection: Connection, case_id: str, paper_id: str | None = None) -> list[Remedy]:
    """Return what the party undertook against a decision and withdrew, or was not heard with: meanwhile the court could not be asked."""
    others = outsiders(connection, case_id)
    return [row for row in remedies_against(connection, case_id, paper_id) if row.result in UNDECIDED and row.applicant not in others]


def _challenges(rows: Sequence[Remedy], terms: Sequence[Deadline] = ()) -> list[Challenge]:
    missed = {row.ended_on for row in terms if row.key != "reconsideration" and row.ended_on and row.due and row.ended_on > row.due}
    return [Challenge(row.kind, row.result, row.effective_on, row.kind == "litigation" and row.filed_on in missed) for row in rows]


def _terms(connection: Connection, case_id: str, today: date, paper_id: str | None, applicant: str | None = None) -> dict[str, Term]:
    return {row.key: _term(row, today) for row in terms_against(connection, case_id, paper_id, applicant)}


def unclaimed(connection: Connection, case_id: str, today: date) -> Unclaimed | None:
    """Return why the surcharge is not claimed at the court today: the decision on it fell, or can still be, or is, challenged; else None.

    Source: 行政强制法 Art. 46, 53; 行政复议法 Art. 64, 78(2)(3).
    """
    paper = _standing_paper(connection, case_id)
    if paper is None or paper.state == "withdrawn":
        return None if paper is None else Unclaimed(why="annulled")
    challenges = challenges_against(connection, case_id, paper.id)
    if any(each.result is None for each in challenges):
        return Unclaimed(why="disputed")
    if is_the_organ_s(challenges):
        return Unclaimed(why="organ")
    if remedies_ended(connection, case_id, today, paper.id) is not None:
        return None
    return Unclaimed(why="open", until=max((row.due for row in terms_against(connection, case_id, paper.id) if row.due), default=None))


def _standing_paper(connection: Connection, case_id: str) -> Document | None:
    papers = _rows(connection, Document, Document.case_id == case_id, Document.code == SURCHARGE, order=("issued_on", "sequence"))
    return max(papers, key=lambda paper: paper.state != "withdrawn", default=None)


def _term(row: Deadline, today: date) -> Term:
    # Whoever used his right late had let its term pass.
    due = row.ended_on if row.state == "met" and row.ended_on is not None and (row.due is None or row.ended_on < row.due) else row.due
    if due is None:
        return Term(today, open=True)
    return Term(due, open=row.state != "met" and today <= due)


def _rows(connection: Connection, model: type[Row], *conditions: ColumnElement[bool], order: Sequence[str]) -> list[Row]:
    table = model.__table__
    return tables.rows(connection, model, select(table).where(*conditions).order_by(*(table.c[name] for name in order)))
