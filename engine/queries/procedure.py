"""Procedures (程序) beside the main one of a case: those that run or ran, and those that may be started now."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import aliased

from engine.actor import Actor
from engine.law.book import LawBook
from engine.model import Case, Deadline, Document, Goods, ProcessState, Publication, Task
from engine.queries.daily_penalty import bar
from engine.queries.delivery import undelivered
from engine.queries.goods import awaiting_return, promised
from engine.queries.goods_auction import PROCEDURE as AUCTION
from engine.queries.goods_auction import why_no_auction
from engine.queries.ledger import ledger_of, owes
from engine.queries.performance_cost import cost_excess, costs_to_decide_anew
from engine.queries.query import Query, Reading, answers
from engine.queries.remedy import raised_by
from engine.rules.remedy import ACTS
from engine.rules.standing import OVER, Standing
from engine.workflow.catalogue import Bundle
from engine.workflow.feel_engine import evaluate
from engine.workflow.published import startable

NOTICE = "D15"
DECISIONS = frozenset({"D19", "D20", "D21"})
EXECUTIONS = frozenset({"performance", "performance_cost", "demolition"})
"""The procedures in which something else than the payment of a penalty is executed."""

_MAIN = aliased(ProcessState)

_BESIDE = (
    select(*(column for column in ProcessState.__table__.c if column.name != "snapshot"))
    .where(ProcessState.id != ProcessState.case_id)
    .order_by(ProcessState.started_at, ProcessState.id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """A procedure beside the main one; `ended_as` is what its diagram calls the end, None while it runs; `data` the form that started it."""

    id: str
    procedure: str
    form: str
    title: str
    subject: str | None
    started_at: datetime
    started_name: str
    data: Mapping[str, Any]
    ended_at: datetime | None
    ended_as: str | None

    @property
    def name(self) -> str:
        """Return its title with its subject."""
        return f"{self.title}（{self.subject.rstrip('。')}）" if self.subject else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A procedure that the actor's role may start; `reason` says why not now, None where it may."""

    procedure: str
    title: str
    form: str
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(Query[tuple[Choice, ...]]):
    """The procedures that the actor may start in a case, those that are possible now first."""

    case_id: str


@answers(Choices)
def choices(query: Choices, actor: Actor, reading: Reading) -> tuple[Choice, ...]:
    """Return what the actor's roles may start, with the reason where the case does not stand so."""
    case = reading.case(query.case_id, actor)
    offered = [bundle for bundle in startable(reading.connection) if bundle.starting.roles & actor.roles]
    found = [_choice(reading.connection, case, actor, bundle, reading.law) for bundle in offered]
    return tuple(sorted(found, key=lambda choice: choice.reason is not None))


def may_publish_again(connection: Connection, case_id: str) -> bool:
    """Tell whether the decision of a case was withdrawn from the public and nobody has proposed yet to publish it again."""
    running = select(ProcessState.id).where(ProcessState.case_id == case_id, ProcessState.procedure == "republication")
    proposed = connection.execute(running.where(ProcessState.ended_at.is_(None))).first()
    return proposed is None and _unpublished(connection, case_id)


def procedures_of(reading: Reading, case: Case) -> tuple[Procedure, ...]:
    """Return the procedures beside the main one, the oldest first."""
    rows = reading.connection.execute(_BESIDE.where(ProcessState.case_id == case.id))
    return tuple(
        Procedure(
            id=row.id,
            procedure=row.procedure,
            form=row.form,
            title=row.title,
            subject=row.subject,
            started_at=row.started_at,
            started_name=row.started_name,
            data=row.data or {},
            ended_at=row.ended_at,
            ended_as=row.ended_as,
        )
        for row in rows
    )


def why_not(connection: Connection, case: Case, actor: Actor, bundle: Bundle, law: LawBook) -> str | None:
    """Return why a procedure cannot be started on the day of the law, or None where it can; where more can be said of the case, that."""
    told = bar(connection, case, law) if "daily" in bundle.starting.condition else None
    gone = "unpublished" in bundle.starting.condition and _unpublished(connection, case.id)
    kept = {name for name in ASKED if name in bundle.starting.condition and ASKED[name](connection, case.id)} | ({"daily"} if told is None else set())
    standing = standing_of(connection, case, actor, bundle.root, overpaid=_overpaid(connection, case, bundle, law.day), unpublished=gone, kept=kept)
    return None if evaluate(bundle.starting.condition, standing.values()) is True else told or bundle.starting.reason


def _overpaid(connection: Connection, case: Case, bundle: Bundle, on: date) -> bool:
    """Tell whether more was paid than is owed; the account takes several questions, and hardly a procedure asks for it."""
    if "overpaid" not in bundle.starting.condition:
        return False
    book = ledger_of(connection, case, on)
    return (book is not None and book.excess > 0) or cost_excess(connection, case.id) > 0


def standing_of(
    connection: Connection,
    case: Case,
    actor: Actor,
    procedure: str,
    *,
    overpaid: bool,
    unpublished: bool = False,
    kept: Collection[str] = (),
) -> Standing:
    """Return how a case stands for a procedure and the person who would start it; `kept` are the names of ASKED that are true of it."""
    served = set(connection.execute(select(Document.code).where(Document.case_id == case.id, Document.served_on.is_not(None))).scalars())
    over = select(_MAIN.finished).where(_MAIN.id == case.id).scalar_subquery()
    counted = select(func.count(), func.count(ProcessState.ended_at), over)
    started, ended, finished = connection.execute(counted.where(ProcessState.case_id == case.id, ProcessState.procedure == procedure)).one()
    return Standing(
        state=case.state,
        procedure=case.procedure,
        outcome=case.outcome,
        fine=case.fine,
        filed=case.filed_on is not None,
        notified=NOTICE in served,
        decided=case.decided_on is not None,
        served=bool(served & DECISIONS),
        challengeable=bool(served & (DECISIONS | ACTS.keys())),
        settled=bool(case.settled),
        owing=owes(case) and not case.settled,
        overpaid=overpaid,
        published=case.published_on is not None,
        unpublished=unpublished,
        daily="daily" in kept,
        closed=case.state in OVER,
        finished=bool(finished),
        archived=case.archived_on is not None,
        suspended=case.suspended_on is not None,
        transferred=case.transferred_on is not None,
        running=started - ended,
        started=started,
        lead=actor.id == case.lead,
        own=actor.id in {case.lead, case.second},
        **{name: name in kept for name in ASKED},
    )


def _unpublished(connection: Connection, case_id: str) -> bool:
    states = set(connection.execute(select(Publication.state).where(Publication.case_id == case_id)).scalars())
    return "withdrawn" in states and "published" not in states


def _confiscated(connection: Connection, case_id: str) -> bool:
    asked = select(Goods.id).where(Goods.case_id == case_id, Goods.disposal == "confiscated", Goods.final.is_(None)).limit(1)
    return connection.execute(asked).first() is not None


def _unclaimed(connection: Connection, case_id: str) -> bool:
    return bool(awaiting_return(connection, case_id))


def _seized(connection: Connection, case_id: str) -> bool:
    asked = select(Goods.id).where(Goods.case_id == case_id, Goods.kind == "seizure", Goods.disposal.is_(None)).limit(1)
    return connection.execute(asked).first() is not None


def _reported(connection: Connection, case_id: str) -> bool:
    """Tell whether the term to answer a report runs, or ran out unmet."""
    asked = select(Deadline.id).where(Deadline.case_id == case_id, Deadline.key == "report.answer", Deadline.state.in_(("running", "expired")))
    return connection.execute(asked).first() is not None


def _undelivered(connection: Connection, case_id: str) -> bool:
    return bool(undelivered(connection, case_id))


def _promised(connection: Connection, case_id: str) -> bool:
    return bool(promised(connection, case_id))


def _executing(connection: Connection, case_id: str) -> bool:
    running = select(ProcessState.id).where(ProcessState.case_id == case_id, ProcessState.procedure.in_(EXECUTIONS), ProcessState.ended_at.is_(None))
    return connection.execute(running.limit(1)).first() is not None


def _raised(connection: Connection, case_id: str) -> bool:
    paying = select(Task.id).where(Task.case_id == case_id, Task.form == "payment", Task.state == "waiting").limit(1)
    return bool(raised_by(connection, case_id)) and connection.execute(paying).first() is None


def _recharging(connection: Connection, case_id: str) -> bool:
    return bool(costs_to_decide_anew(connection, case_id))


ASKED: Mapping[str, Callable[[Connection, str], bool]] = {
    "confiscated": _confiscated,
    "unclaimed": _unclaimed,
    "seized": _seized,
    "reported": _reported,
    "undelivered": _undelivered,
    "promised": _promised,
    "executing": _executing,
    "raised": _raised,
    "recharging": _recharging,
}
"""What is asked of the things, papers, remedies and procedures of a case, and only where the condition of a procedure names it."""


def _choice(connection: Connection, case: Case, actor: Actor, bundle: Bundle, law: LawBook) -> Choice:
    title, form = bundle.titles.get(bundle.root, bundle.root), bundle.starting.form or ""
    reason = why_not(connection, case, actor, bundle, law)
    if reason is None and bundle.root == AUCTION:
        reason = why_no_auction(connection, case, law.day)
    return Choice(procedure=bundle.root, title=title, form=form, reason=reason)
