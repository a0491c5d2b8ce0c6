"""Discretion tables asked (裁量基准): what is in force when, drafts with what stands against them, and the trial on past cases."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from sqlalchemy import Connection, Row, func, select

from engine.actor import Actor
from engine.dmn import Model, ModelError
from engine.dmn.edit import Grid, read_grid
from engine.errors import NotFoundError
from engine.law.benchmark import Benchmark, read_benchmark, stamped
from engine.law.book import LawBook
from engine.model import Assessment, BenchmarkDraft, Case, LawVersion
from engine.queries.query import Query, Reading, answers
from engine.rules.amount import product
from engine.rules.benchmark import CORRECTED, REFUSED, Objection, Use, examine, unreadable, uses
from engine.rules.trial import LARGEST, PastCase, Trial, try_table
from engine.store import tables

LEGAL_OFFICE = frozenset({"legal_office"})
_EDITIONS = select(LawVersion.__table__).where(LawVersion.kind == "discretion").order_by(LawVersion.name, LawVersion.valid_from, LawVersion.number)
LawOn = Callable[[date], LawBook]


class Written(Protocol):
    """A draft as it is kept, or as it is about to be."""

    @property
    def name(self) -> str:
        """The table."""

    @property
    def version(self) -> str:
        """The version that it would be."""

    @property
    def content(self) -> str:
        """The file."""

    @property
    def valid_from(self) -> date:
        """The first day on which it would be in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A published version of a table with the last day on which it is in force, None while no other follows."""

    id: str
    table: Benchmark
    content: str
    until: date | None
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions(Query[tuple[Edition, ...]]):
    """All published versions of all tables of causes, by table and first day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkDrafts(Query[tuple[BenchmarkDraft, ...]]):
    """The drafts, the last written first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """A draft: its rows where it can be read, what stands against it, what it would have meant for past cases."""

    draft: BenchmarkDraft
    grid: Grid | None
    table: Benchmark | None
    uses: tuple[Use, ...]
    objections: tuple[Objection, ...]
    trial: Trial | None
    before: Edition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowDraft(Query[DraftView]):
    """One draft with everything that its approver must see."""

    draft: str


@answers(Editions)
def editions(query: Editions, actor: Actor, reading: Reading) -> tuple[Edition, ...]:
    """Return the versions, which everybody may read (行政处罚法 Art. 34).

    Each ends on the day before the next begins; those that never counted are left out.
    """
    del query, actor
    rows = reading.rows(LawVersion, _EDITIONS)
    law = reading.law
    found: list[Edition] = []
    for index, row in enumerate(rows):
        used = uses(row.name, law)
        following = rows[index + 1] if index + 1 < len(rows) and rows[index + 1].name == row.name else None
        if not used or (following is not None and following.valid_from == row.valid_from):
            continue
        table = read_benchmark(row.name, row.content.encode())
        until = table.valid_to if following is None else date.fromordinal(following.valid_from.toordinal() - 1)
        found.append(Edition(id=row.id, table=table, content=row.content, until=until, uses=used))
    return tuple(found)


@answers(BenchmarkDrafts, roles=LEGAL_OFFICE)
def benchmark_drafts(query: BenchmarkDrafts, actor: Actor, reading: Reading) -> tuple[BenchmarkDraft, ...]:
    """Return the drafts."""
    del query, actor
    return tuple(reading.rows(BenchmarkDraft, select(BenchmarkDraft.__table__).order_by(BenchmarkDraft.at.desc(), BenchmarkDraft.id)))


@answers(ShowDraft, roles=LEGAL_OFFICE)
def show_draft(query: ShowDraft, actor: Actor, reading: Reading) -> DraftView:
    """Return the draft as it stands; the trial is made now where nothing keeps the table from being read."""
    draft = reading.find(BenchmarkDraft, query.draft)
    if draft is None:
        raise NotFoundError("没有这份草案。")
    try:
        table = read_benchmark(draft.name, as_published(draft))
    except (ModelError, ValueError):
        table = None
    found = () if draft.state in {"published", "dropped"} else examined(reading.connection, reading.law_on, reading.today, draft)
    used = uses(draft.name, reading.law)
    readable = table is not None and not any(item.code in {"structure", "unchecked"} for item in found)
    before = [edition for edition in editions(Editions(), actor, reading) if edition.table.name == draft.name]
    earlier = [edition for edition in before if edition.table.valid_from < draft.valid_from]
    return DraftView(
        draft=draft,
        grid=_grid(draft),
        table=table,
        uses=used,
        objections=found,
        trial=tried(reading.connection, used, draft.name, table.model) if table is not None and readable else None,
        before=earlier[-1] if earlier else None,
    )


def _grid(draft: BenchmarkDraft) -> Grid | None:
    try:
        return read_grid(draft.content.encode(), "tier", file=f"{draft.name}.dmn")
    except ModelError:
        return None


def as_published(draft: Written) -> bytes:
    """Return a draft as it would be published: the file that was handed in, with its version and its first day."""
    return stamped(draft.name, draft.content.encode(), draft.version, draft.valid_from)


def examined(connection: Connection, law_on: LawOn, today: date, draft: Written) -> tuple[Objection, ...]:
    """Return what stands against a draft, by the law in force on its first day."""
    statement = _EDITIONS.where(LawVersion.name == draft.name)
    published = [read_benchmark(row.name, row.content.encode()) for row in tables.rows(connection, LawVersion, statement)]
    try:
        content = as_published(draft)
    except ModelError as error:
        return (unreadable(error, draft.content.encode()),)
    return examine(draft.name, content, today=today, law=law_on(max(draft.valid_from, today)), editions=published)


def tried(connection: Connection, used: Sequence[Use], name: str, model: Model) -> Trial:
    """Return what a table would have meant for the cases that were assessed under it, the newest first and no more than five thousand.

    Cases that had no tier then are among them, each with the reason why nothing can be told.
    """
    statement = (
        select(Case.number, Assessment.tier, Assessment.outcome, Assessment.facts, Assessment.explanation)
        .join(Case, Case.assessment_id == Assessment.id)
        .where(Case.number.is_not(None), Case.cause.in_(sorted({use.cause.id for use in used})))
        .where(Assessment.explanation["limb"].as_string().in_(sorted({use.limb.key for use in used})))
        .order_by(Assessment.at.desc(), Case.number)
    )
    count = select(func.count()).select_from(statement.subquery())
    whole = connection.execute(count).scalar_one()
    rows = connection.execute(statement.limit(LARGEST))
    bases = {use.limb.key: use.limb.base for use in used}
    cases = [case for row in rows if (case := past_case(row, name, model, bases)) is not None]
    unit = used[0].basis.unit if used else "yuan"
    return try_table(model, cases, left_out=max(0, whole - LARGEST), unit=unit)


def past_case(row: Row[Any], name: str, model: Model, bases: Mapping[str, Sequence[str]]) -> PastCase | None:
    """Return a case as its table saw it, with the reason where it saw none; None where it was assessed by another table.

    `bases` names for each limb the quantities whose product a range in rates is taken of.
    """
    facts, explained = row.facts, row.explanation
    made = next((run for run in explained.get("runs", ()) if run["code"] == "D2"), None)
    if made is not None and made["table"] != name:
        return None
    told = made is not None and explained.get("amount") is not None
    seen = {REFUSED: bool(facts.get("refused")), CORRECTED: bool(facts.get("corrected")), **(_seen(made["outcome"]) if made else {})}
    parts = [facts.get(key) for key in bases.get(explained["limb"], ())]
    return PastCase(
        number=row.number,
        inputs={key: _typed(value, model, key) for key, value in seen.items()},
        tier=row.tier or "",
        amount=Decimal(explained["amount"]) if told else None,
        lenient=int(explained["lenient"]),
        severe=int(explained["severe"]),
        reason="" if told else _untold(row),
        base=None if None in parts or not parts else product(*(Decimal(str(part)) for part in parts)),
    )


UNPUNISHED: Mapping[str, str] = {"不予": "当时不予处罚", "可以不予": "当时不予处罚", "时效已过": "当时已过追诉时效"}
"""How a case ended that was not punished, by what the tables concluded."""


def _untold(row: Row[Any]) -> str:
    """Return why a case was assessed without a tier."""
    if row.outcome != "penalty":
        return f"{UNPUNISHED.get(str(row.explanation.get('exemption')), '当时没有处罚')}，没有按阶次评定"
    return "当时按法定定额处罚，不用裁量基准" if row.tier else "当时没有适用的阶次，经集体讨论决定"


def _seen(outcome: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(outcome["inputs"])
    for required in outcome["required"]:
        found |= _seen(required)
    return found


def _typed(value: object, model: Model, name: str) -> object:
    """Return a recorded value, numbers as numbers: the journal writes them as texts."""
    wanted = model.inputs.get(name)
    if not isinstance(value, str) or wanted is None or wanted.kind != "number":
        return value
    try:
        return Decimal(value)
    except InvalidOperation:
        return value
