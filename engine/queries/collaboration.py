"""Requests to other departments (执法协作): as the department sees its own, by account or by link, and as the case shows them.

A department sees what was sent to it and nothing else of the case; whatever else it asks for does not exist.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.model import Collaboration, Document, Evidence, Task
from engine.queries.query import Query, Reading, answers
from engine.rules.collaboration import no_request
from engine.rules.police_transfer import COPIES

MOST = 200
"""Requests that the list of a department shows, the newest first."""

_PARTNERS = frozenset({"partner"})
_ASKED = select(Task.__table__).where(Task.role == "partner").order_by(Task.opened_at, Task.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A file that went with a letter: a piece of evidence, or a paper as PDF."""

    id: str
    kind: str
    number: int
    name: str
    file_name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """A request as its department may see it; `late` where its last day is over, `case_id` is for commands and never shown.

    `form` is that of the answer which is awaited, or was given last; None for a copy, which asks for nothing.
    """

    id: str
    case_id: str
    partner: str
    partner_name: str
    kind: str
    number: str
    questions: str
    sent_at: datetime
    due: date
    late: bool
    delays: int
    document_id: str
    materials: tuple[Material, ...]
    outcome: str | None
    answer: str | None
    replied_at: datetime | None
    replied_name: str | None
    taken_at: datetime | None
    taken_name: str | None
    form: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRequests(Query[tuple[RequestView, ...]]):
    """The requests of the actor's department, those that wait first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRequest(Query[RequestView]):
    """One request of the actor's department; NotFoundError for every other."""

    request_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerLetter(Query[Document]):
    """The letter of a request of the actor's department."""

    request_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedRequest(Query[RequestView]):
    """The request that waits behind a link; NotFoundError where the link is unknown, over, ended, or the request was answered."""

    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedRequest(Query[RequestView]):
    """A request by the number of its letter, for a department that answers by machine; NotFoundError for another department's."""

    number: str


@answers(PartnerRequests, roles=_PARTNERS)
def partner_requests(query: PartnerRequests, actor: Actor, reading: Reading) -> tuple[RequestView, ...]:
    """Return the department's requests."""
    del query
    table = Collaboration.__table__
    order = (Collaboration.outcome.is_not(None), Collaboration.sent_at.desc(), Collaboration.id)
    found = reading.rows(Collaboration, select(table).where(Collaboration.partner == actor.partner).order_by(*order).limit(MOST))
    return tuple(_view(row, reading) for row in found)


@answers(PartnerRequest, roles=_PARTNERS)
def partner_request(query: PartnerRequest, actor: Actor, reading: Reading) -> RequestView:
    """Return the request."""
    return _view(_own(reading.find(Collaboration, query.request_id), actor), reading)


@answers(PartnerLetter, roles=_PARTNERS)
def partner_letter(query: PartnerLetter, actor: Actor, reading: Reading) -> Document:
    """Return the letter."""
    found = reading.find(Document, _own(reading.find(Collaboration, query.request_id), actor).document_id)
    if found is None:
        raise no_request()
    return found


@answers(NumberedRequest, roles=_PARTNERS)
def numbered_request(query: NumberedRequest, actor: Actor, reading: Reading) -> RequestView:
    """Return the request."""
    found = reading.rows(Collaboration, select(Collaboration.__table__).where(Collaboration.number == query.number))
    return _view(_own(found[0] if found else None, actor), reading)


@answers(LinkedRequest, roles=frozenset({"SYSTEM"}))
def linked_request(query: LinkedRequest, actor: Actor, reading: Reading) -> RequestView:
    """Return the request; the web asks in the name of the system, since nobody is logged in."""
    del actor
    found = reading.rows(Collaboration, select(Collaboration.__table__).where(Collaboration.link == query.digest))
    if not found or found[0].link_until is None or found[0].link_until < reading.today or found[0].outcome is not None:
        raise NotFoundError("链接不存在，或者已经到期、注销、用过。")
    return _view(found[0], reading)


def _own(request: Collaboration | None, actor: Actor) -> Collaboration:
    if request is None or actor.partner is None or request.partner != actor.partner:
        raise no_request()
    return request


def _view(row: Collaboration, reading: Reading) -> RequestView:
    pieces = reading.rows(Evidence, select(Evidence.__table__).where(Evidence.id.in_(row.materials)).order_by(Evidence.number))
    order = (Document.issued_on, Document.code, Document.sequence, Document.id)
    papers = reading.rows(Document, select(Document.__table__).where(Document.id.in_(row.papers or ())).order_by(*order))
    evidence = tuple(
        Material(
            id=piece.id,
            kind="evidence",
            number=place,
            name=piece.name,
            file_name=piece.file_name,
            media_type=piece.media_type,
            size=piece.size,
            sha256=piece.sha256,
        )
        for place, piece in enumerate(pieces, 1)
    )
    materials = (*evidence, *(_paper(paper, place) for place, paper in enumerate(papers, len(evidence) + 1)))
    return RequestView(
        id=row.id,
        case_id=row.case_id,
        partner=row.partner,
        partner_name=row.partner_name,
        kind=row.kind,
        number=row.number,
        questions=row.questions or "",
        sent_at=row.sent_at,
        due=row.due,
        late=row.kind not in COPIES and row.outcome is None and row.due < reading.today,
        delays=row.delays,
        document_id=row.document_id,
        materials=materials,
        outcome=row.outcome,
        answer=row.answer,
        replied_at=row.replied_at,
        replied_name=row.replied_name,
        taken_at=row.taken_at,
        taken_name=row.taken_name,
        form=asked[-1].form if (asked := reading.rows(Task, _ASKED.where(Task.instance == row.id))) else None,
    )


def _paper(paper: Document, place: int) -> Material:
    name = f"{paper.title}{paper.number or ''}"
    return Material(
        id=paper.id,
        kind="paper",
        number=place,
        name=name,
        file_name=f"{name}.pdf",
        media_type="application/pdf",
        size=paper.pdf_size or 0,
        sha256=paper.pdf_sha256 or "",
    )
