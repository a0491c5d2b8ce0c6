"""The public's questions (公示): published decisions, and whether a paper is genuine."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.model import Document, Publication
from engine.queries.history import FINES
from engine.queries.query import Query, Reading, answers

PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPage:
    """One page of published decisions, newest first; `content` of each holds only masked values."""

    rows: tuple[Publication, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDecisions(Query[PublishedPage]):
    """Published decisions by words of the masked text and by district."""

    text: str = ""
    district: str | None = None
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDecision(Query[Publication]):
    """One published decision; NotFoundError if it is not, or no longer, public."""

    publication_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Genuineness:
    """What the check of a paper says.

    Attributes:
        verdict: `true` (issued and in force), `void` (issued and withdrawn) or `none` (never issued).
        publication: the public page of the decision, where there is one.
    """

    verdict: str
    title: str | None = None
    number: str | None = None
    issued_on: date | None = None
    facts_digest: str | None = None
    pdf_sha256: str | None = None
    publication: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckDocument(Query[Genuineness]):
    """Whether the paper that bears this token is genuine."""

    token: str


@answers(PublishedDecisions)
def published_decisions(query: PublishedDecisions, actor: Actor, reading: Reading) -> PublishedPage:
    """Return one page of what is public today."""
    del actor
    statement: Any = select(Publication.__table__).where(_public(reading.today))
    if query.district:
        statement = statement.where(Publication.district == query.district)
    if needle := query.text.strip():
        searched = Publication.__table__.c.content["search"].as_string()
        statement = statement.where(searched.contains(needle, autoescape=True) | Publication.number.contains(needle, autoescape=True))
    total = reading.connection.execute(select(func.count()).select_from(statement.subquery())).scalar_one()
    pages = max(1, -(-total // PAGE))
    page = min(max(1, query.page), pages)
    newest = statement.order_by(Publication.published_on.desc(), Publication.number.desc())
    return PublishedPage(rows=tuple(reading.rows(Publication, newest.limit(PAGE).offset((page - 1) * PAGE))), total=total, page=page, pages=pages)


@answers(PublishedDecision)
def published_decision(query: PublishedDecision, actor: Actor, reading: Reading) -> Publication:
    """Return a decision that is public today."""
    del actor
    found = reading.rows(Publication, select(Publication.__table__).where(Publication.id == query.publication_id, _public(reading.today)))
    if not found:
        raise NotFoundError("没有这份公示，或者公示期已满、已经撤回。")
    return found[0]


@answers(CheckDocument)
def check_document(query: CheckDocument, actor: Actor, reading: Reading) -> Genuineness:
    """Return what is known of the paper; personal data are never part of it."""
    del actor
    found = reading.rows(Document, select(Document.__table__).where(Document.token == query.token))
    if not found:
        return Genuineness(verdict="none")
    paper = found[0]
    shown = reading.rows(Publication, select(Publication.__table__).where(Publication.case_id == paper.case_id, _public(reading.today)))
    return Genuineness(
        verdict="void" if paper.state == "withdrawn" else "true",
        title=paper.title,
        number=paper.number,
        issued_on=paper.issued_on,
        facts_digest=paper.facts_digest,
        pdf_sha256=paper.pdf_sha256,
        publication=shown[0].id if shown and paper.code in FINES else None,
    )


def _public(today: date) -> Any:
    return (Publication.state == "published") & (Publication.until.is_(None) | (Publication.until >= today))
