"""The public's questions (公示): published decisions, what is no longer public and why, and whether a paper is genuine."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.model import Document, Publication, PublicFile
from engine.queries.disclosure import files_of
from engine.queries.history import FINES
from engine.queries.query import Query, Reading, answers
from engine.rules.document import read as read_paper
from engine.rules.document.capture_notice import CaptureNotice
from engine.rules.publication import KINDS
from engine.rules.search import words

PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicConditions:
    """What a published decision must be; None asks for nothing. The days, both included, are those of the decision."""

    text: str = ""
    district: str | None = None
    cause: str | None = None
    kind: str | None = None
    decided_from: date | None = None
    decided_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicChoice:
    """A value that can be chosen, with its name and how many decisions would be left."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPage:
    """One page of published decisions, newest first; `content` of each holds only masked values.

    `choices` are, by condition, what could be chosen under all the other conditions, the most frequent first.
    """

    rows: tuple[Publication, ...]
    total: int
    page: int
    pages: int
    choices: Mapping[str, tuple[PublicChoice, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDecisions(Query[PublishedPage]):
    """One page of the published decisions that meet the conditions."""

    conditions: PublicConditions = PublicConditions()
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedStretch(Query[tuple[Publication, ...]]):
    """A stretch of the published decisions that meet the conditions, for files and feeds."""

    conditions: PublicConditions = PublicConditions()
    start: int = 0
    count: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationsAfter(Query[tuple[Publication, ...]]):
    """So many of the published decisions that meet the conditions, the newest first, from behind one on: by its day and its id."""

    conditions: PublicConditions
    after: tuple[date, str] | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A publication that is no longer shown: withdrawn, with the reason, or at the end of its term; nothing of the party is told.

    `again` is the publication that came in its place because the withdrawal was wrong, `again_on` its day.
    """

    id: str
    number: str
    state: str
    ended_on: date
    ground: str | None
    reason: str | None
    again: str | None = None
    again_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What an address of a publication leads to: the decision with its files, or why it is gone."""

    publication: Publication | None
    files: tuple[PublicFile, ...] = ()
    gone: Gone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDecision(Query[Shown]):
    """One published decision; NotFoundError if it never was public."""

    publication_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnPage:
    """One page of withdrawn publications, the newest first."""

    rows: tuple[Gone, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnDecisions(Query[WithdrawnPage]):
    """The publications that were withdrawn, as long as they would have been shown."""

    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """What a device recorded, as its notice tells the party."""

    cause: str
    device: str
    place: str
    captured_on: date
    captured_time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Genuineness:
    """What the check of a paper says.

    Attributes:
        verdict: `true` (issued and in force), `void` (issued and withdrawn) or `none` (never issued).
        publication: the public page of the decision, where there is one.
        gone: why the decision is no longer shown to the public, where it was.
        captured: what a device recorded, where the paper tells the party of it; who the party is, is not part of it.
    """

    verdict: str
    title: str | None = None
    number: str | None = None
    issued_on: date | None = None
    facts_digest: str | None = None
    pdf_sha256: str | None = None
    publication: str | None = None
    gone: Gone | None = None
    captured: Captured | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckDocument(Query[Genuineness]):
    """Whether the paper that bears this token is genuine."""

    token: str


@answers(PublishedDecisions)
def published_decisions(query: PublishedDecisions, actor: Actor, reading: Reading) -> PublishedPage:
    """Return one page of what is public today."""
    del actor
    groups = reading.connection.execute(_grouped(query.conditions, reading.today)).all()
    total = sum(group.number for group in groups if _meets(group, query.conditions))
    pages = max(1, -(-total // PAGE))
    page = min(max(1, query.page), pages)
    rows = _stretch(query.conditions, reading, (page - 1) * PAGE, PAGE) if total else []
    choices = {name: tuple(_choices(name, groups, query.conditions)) for name in _VALUES}
    return PublishedPage(rows=tuple(rows), total=total, page=page, pages=pages, choices=choices)


@answers(PublishedStretch)
def published_stretch(query: PublishedStretch, actor: Actor, reading: Reading) -> tuple[Publication, ...]:
    """Return the stretch, newest first."""
    del actor
    return tuple(_stretch(query.conditions, reading, query.start, query.count))


@answers(PublicationsAfter)
def publications_after(query: PublicationsAfter, actor: Actor, reading: Reading) -> tuple[Publication, ...]:
    """Return what is public today; neither column ever changes, so that nothing is skipped or told twice while others come and go."""
    del actor
    statement = select(Publication.__table__).where(_found(query.conditions, reading.today), *_chosen(query.conditions))
    if query.after is not None:
        day, key = query.after
        statement = statement.where(or_(Publication.published_on < day, and_(Publication.published_on == day, Publication.id < key)))
    return tuple(reading.rows(Publication, statement.order_by(Publication.published_on.desc(), Publication.id.desc()).limit(query.count)))


@answers(PublishedDecision)
def published_decision(query: PublishedDecision, actor: Actor, reading: Reading) -> Shown:
    """Return a decision that is public today, or why it is gone."""
    del actor
    found = reading.find(Publication, query.publication_id)
    if found is None:
        raise NotFoundError("没有这份公示。")
    gone = _gone(found, reading.today)
    return (
        Shown(publication=None, gone=_followed(reading, [gone])[0])
        if gone
        else Shown(publication=found, files=tuple(files_of(reading.connection, found.case_id)))
    )


@answers(WithdrawnDecisions)
def withdrawn_decisions(query: WithdrawnDecisions, actor: Actor, reading: Reading) -> WithdrawnPage:
    """Return one page of what was withdrawn."""
    del actor
    still = or_(Publication.until.is_(None), Publication.until >= reading.today)
    statement: Select[Any] = select(Publication.__table__).where(Publication.state == "withdrawn", still)
    total = int(reading.connection.execute(select(func.count()).select_from(statement.subquery())).scalar_one())
    pages = max(1, -(-total // PAGE))
    page = min(max(1, query.page), pages)
    newest = statement.order_by(Publication.ended_on.desc(), Publication.number.desc()).limit(PAGE).offset((page - 1) * PAGE)
    rows = (_gone(row, reading.today) for row in reading.rows(Publication, newest))
    return WithdrawnPage(rows=_followed(reading, [row for row in rows if row is not None]), total=total, page=page, pages=pages)


@answers(CheckDocument)
def check_document(query: CheckDocument, actor: Actor, reading: Reading) -> Genuineness:
    """Return what is known of the paper; personal data are never part of it."""
    del actor
    found = reading.rows(Document, select(Document.__table__).where(Document.token == query.token))
    if not found:
        return Genuineness(verdict="none")
    paper = found[0]
    mine = select(Publication.__table__).where(Publication.case_id == paper.case_id)
    newest = mine.order_by(Publication.published_on.desc(), (Publication.state == "published").desc()).limit(1)
    shown = reading.rows(Publication, newest) if paper.code in FINES else []
    gone = _gone(shown[0], reading.today) if shown else None
    return Genuineness(
        verdict="void" if paper.state == "withdrawn" else "true",
        title=paper.title,
        number=paper.number,
        issued_on=paper.issued_on,
        facts_digest=paper.facts_digest,
        pdf_sha256=paper.pdf_sha256,
        publication=shown[0].id if shown and gone is None else None,
        gone=_followed(reading, [gone])[0] if gone else None,
        captured=_captured(paper),
    )


def _captured(paper: Document) -> Captured | None:
    """Return what the notice of a record says, without the party."""
    facts = read_paper(paper.code, paper.facts) if paper.code == "D05-1" and paper.facts else None
    if not isinstance(facts, CaptureNotice):
        return None
    day = date.fromisoformat(facts.captured_on)
    return Captured(cause=facts.cause, device=facts.device, place=facts.place, captured_on=day, captured_time=facts.captured_time)


def _followed(reading: Reading, rows: Sequence[Gone]) -> tuple[Gone, ...]:
    """Return what is gone with the publication that came in its place, where one did; the table is asked once for all of them."""
    later = select(Publication.__table__).where(Publication.again_of.in_([row.id for row in rows]))
    again = {row.again_of: row for row in reading.rows(Publication, later)}
    return tuple(replace(row, again=again[row.id].id, again_on=again[row.id].published_on) if row.id in again else row for row in rows)


def _gone(row: Publication, today: date) -> Gone | None:
    """Return why a publication is not shown, None where it is; the last day of a term counts though the system has not ended it yet."""
    over = row.until is not None and row.until < today
    if row.state == "published" and not over:
        return None
    state = row.state if row.state != "published" else "ended"
    return Gone(id=row.id, number=row.number, state=state, ended_on=row.ended_on or row.until or today, ground=row.ground, reason=row.reason)


def _stretch(conditions: PublicConditions, reading: Reading, start: int, count: int) -> list[Publication]:
    statement = select(Publication.__table__).where(_found(conditions, reading.today), *_chosen(conditions))
    newest = statement.order_by(Publication.published_on.desc(), Publication.number.desc(), Publication.id)
    return reading.rows(Publication, newest.limit(count).offset(start))


def _found(conditions: PublicConditions, today: date) -> ColumnElement[bool]:
    """Return the words and days as a condition, with what is public today; words are looked for in the published text only."""
    content = Publication.__table__.c.content["search"].as_string()
    # Before there were words in a column of their own, they stood in the content as they were typed.
    told = func.coalesce(Publication.words, content, "")
    found = [told.contains(word, autoescape=True) for word in words(conditions.text)]
    decided = func.coalesce(Publication.decided_on, Publication.published_on)
    if conditions.decided_from is not None:
        found.append(decided >= conditions.decided_from)
    if conditions.decided_to is not None:
        found.append(decided <= conditions.decided_to)
    public = (Publication.state == "published") & (Publication.until.is_(None) | (Publication.until >= today))
    return and_(public, *found)


def _chosen(conditions: PublicConditions) -> Iterable[ColumnElement[bool]]:
    if conditions.district is not None:
        yield Publication.district == conditions.district
    if conditions.cause is not None:
        yield Publication.cause == conditions.cause
    if conditions.kind is not None:
        yield Publication.kinds.contains(f"|{conditions.kind}|", autoescape=True)


def _grouped(conditions: PublicConditions, today: date) -> Select[Any]:
    """Return how many decisions there are by everything that can be chosen, whatever is chosen."""
    title = func.max(Publication.__table__.c.content["cause"].as_string()).label("title")
    columns = (Publication.district, Publication.cause, Publication.kinds)
    return select(*columns, title, func.count().label("number")).where(_found(conditions, today)).group_by(*columns)


_VALUES: Mapping[str, Callable[[Row[Any]], Iterable[tuple[str, str]]]] = {
    "district": lambda row: [(row.district, row.district)],
    "cause": lambda row: [(row.cause, row.title or row.cause)] if row.cause else [],
    "kind": lambda row: [(kind, kind) for kind in KINDS if f"|{kind}|" in (row.kinds or "")],
}
"""What a group of decisions has under each condition, with its name."""


def _meets(row: Row[Any], conditions: PublicConditions, *, but: str = "") -> bool:
    return all(
        name == but or getattr(conditions, name) is None or getattr(conditions, name) in {value for value, _ in values(row)}
        for name, values in _VALUES.items()
    )


def _choices(name: str, groups: Iterable[Row[Any]], conditions: PublicConditions) -> list[PublicChoice]:
    counts, names = Counter[str](), dict[str, str]()
    for group in groups:
        if _meets(group, conditions, but=name):
            for value, title in _VALUES[name](group):
                counts[value] += group.number
                names[value] = title
    return [
        PublicChoice(value=value, name=names[value], count=count) for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
