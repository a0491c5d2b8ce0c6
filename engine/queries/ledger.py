"""The ledger of a case's fine and confiscated gains (罚没款账), put together from what was recorded."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.model import Booking, Case, Deadline, Document, Instalment, Payment, ProcessState, Remedy, SurchargePause
from engine.model.base import Base
from engine.queries.query import Query, Reading, answers
from engine.rules.ledger import Booked, Ledger, Part, ledger
from engine.rules.payment import Pause, Raise
from engine.rules.payment import Payment as Paid

_HUNDRED = Decimal(100)

RAISED = "raised_penalty"
"""The procedure that collects what a fine or confiscated gains became heavier by."""

OPEN = ("running", "expired")
"""The states of the clock of an order that is not fulfilled yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLedger(Query[Ledger]):
    """How fine and confiscated gains of a case stand today; NotFoundError out of reach, and where there is neither."""

    case_id: str


@answers(CaseLedger)
def case_ledger(query: CaseLedger, actor: Actor, reading: Reading) -> Ledger:
    """Return the ledger."""
    found = ledger_of(reading.connection, reading.case(query.case_id, actor), reading.today)
    if found is None:
        raise NotFoundError("本案没有罚款，也没有没收违法所得。")
    return found


def ledger_of(
    connection: Connection, case: Case, on: date, *further: Paid, fine: Decimal | None = None, gains: Decimal | None = None, falls: bool = False
) -> Ledger | None:
    """Return how fine and confiscated gains of a case stand on a day, in yuan; None where there never was either.

    `further` are payments that are not recorded yet; `fine` and `gains` are what they shall become, and `falls` says that the decision goes with it.
    """
    gone = falls or case.outcome == "revoked"
    taken = (case.gains if gains is None else gains) or Decimal(0)
    known, gains = (Decimal(0), Decimal(0)) if gone else (case.fine if fine is None else fine, taken)
    if known is None and not gains:
        return None
    schedules = _schedules(connection, case.id)
    booked = Booked(
        payments=[*(Paid(row.paid_on, row.amount) for row in _rows(connection, Payment, case.id, "paid_on")), *further],
        pauses=[Pause(row.started_on, row.ended_on) for row in _rows(connection, SurchargePause, case.id, "started_on")],
        parts=schedules.get(None, ()),
        schedules={collection: parts for collection, parts in schedules.items() if collection is not None},
        remitted=_booked(connection, case.id, "remission"),
        refunded=_booked(connection, case.id, "refund"),
        raises=() if gone else raises_of(connection, case.id, known or Decimal(0)),
        **_decided(connection, case.id),
    )
    due = _due(connection, case.id, "payment")
    made = ledger(known or Decimal(0), due, stated_rate(connection, case.id), booked, on, gains)
    return replace(made, gains_due=_due(connection, case.id, "payment.gains") or due) if gains else made


def raises_of(connection: Connection, case_id: str, fine: Decimal) -> tuple[Raise, ...]:
    """Return what a fine, as it stands or shall stand, became heavier by in remedies, the oldest first, with the last day to pay that.

    What was asked for anew in a later collection is due with it; a fine that became lighter again loses first what it became heavier by last.
    Source: 行政处罚法 Art. 67(3); 行政复议法 Art. 63(2); 行政诉讼法 Art. 77(2).
    """
    changed = [row for row in _rows(connection, Remedy, case_id, "effective_on", Remedy.against.is_(None)) if row.fine is not None]
    if all(row.fine <= (row.before or Decimal(0)) for row in changed):
        return ()
    collected = _collected(connection, case_id, changed[-1].document_no)
    found: list[Raise] = []
    for row in changed:
        found = _moved(found, row.fine - (row.before or Decimal(0)), *collected.get(row.document_no, (None, None)))
    found = _moved(found, fine - changed[-1].fine)
    dues: list[Raise] = []
    for each in reversed(found):
        with_it = dues[-1] if each.due is None and dues else each
        dues.append(replace(each, due=with_it.due, collection=with_it.collection))
    return tuple(reversed(dues))


def _moved(found: list[Raise], more: Decimal, due: date | None = None, collection: str | None = None) -> list[Raise]:
    """Return the raises after a fine became heavier, or, where `more` is negative, lighter."""
    if more > 0:
        return [*found, Raise(due, more, collection)]
    left, kept = -more, []
    for each in reversed(found):
        taken = min(each.amount, left)
        left -= taken
        if each.amount > taken:
            kept.append(replace(each, amount=each.amount - taken))
    return list(reversed(kept))


def _schedules(connection: Connection, case_id: str) -> dict[str | None, list[Part]]:
    """Return the parts that were approved, by the procedure that collects what was added; those of what was decided first by None."""
    found: dict[str | None, list[Part]] = {}
    for row in _rows(connection, Instalment, case_id, "number"):
        found.setdefault(row.collection, []).append(Part(row.due_on, row.amount))
    return found


def _collected(connection: Connection, case_id: str, last: str | None) -> dict[str | None, tuple[date, str]]:
    """Return the last days to pay what a fine became heavier by, and the procedures, by the number of its paper; `last` is the last one."""
    started = _rows(connection, ProcessState, case_id, "started_at", ProcessState.procedure == RAISED)
    clocks = _rows(connection, Deadline, case_id, "start_on", Deadline.key == "payment", Deadline.subject.is_not(None), Deadline.state != "void")
    dues = {row.subject: row.due for row in clocks}
    return {(row.data or {}).get("document_no") or last: (dues[row.id], row.id) for row in started if row.id in dues}


def owes(case: Case) -> bool:
    """Tell whether the decision of a case asks for money: a fine, or gains that are confiscated. Source: 行政处罚法 Art. 28(2), 67."""
    return bool(case.fine or case.gains)


def stated_rate(connection: Connection, case_id: str) -> Decimal:
    """Return the surcharge of a day that the decision states, as a share; 0 where it states none, for then none runs.

    Source: 行政强制法 Art. 45(1): the standard is told to the party; 罚款决定与罚款收缴分离实施办法 Art. 7.
    """
    table = Document.__table__
    chosen = (
        select(table.c.facts).where(table.c.case_id == case_id, table.c.code.in_(("D19", "D20", "D23-2"))).order_by(table.c.issued_on.desc()).limit(1)
    )
    stated = ((connection.execute(chosen).scalar() or {}).get("payment") or {}).get("surcharge") or 0
    return Decimal(stated) / _HUNDRED


def _due(connection: Connection, case_id: str, key: str) -> date | None:
    table = Deadline.__table__
    own = (table.c.case_id == case_id, table.c.key == key, table.c.subject.is_(None), table.c.state != "void")
    return connection.execute(select(table.c.due).where(*own)).scalar()


def _decided(connection: Connection, case_id: str) -> dict[str, bool]:
    """Return whether a decision on the surcharge fell and no other one has reached the party since, and whether one is to come.

    Source: 行政强制法 Art. 45(1); 行政复议法 Art. 64(1).
    """
    papers = _rows(connection, Document, case_id, "issued_on", Document.code == "D24-2")
    standing = [paper for paper in papers if paper.state != "withdrawn"]
    if len(standing) == len(papers) or any(paper.served_on is not None for paper in standing):
        return {}
    challenged = [row.id for row in _rows(connection, Remedy, case_id, "filed_on", Remedy.against.in_([paper.id for paper in papers]))]
    orders = _rows(connection, Deadline, case_id, "start_on", Deadline.key == "act.anew", Deadline.subject.in_(challenged), Deadline.state.in_(OPEN))
    return {"annulled": True, "expected": bool(standing or orders)}


def _booked(connection: Connection, case_id: str, kind: str) -> Decimal:
    return sum((row.amount for row in _rows(connection, Booking, case_id, "booked_on") if row.kind == kind), Decimal(0))


def _rows(connection: Connection, model: type[Base], case_id: str, order: str, *conditions: ColumnElement[bool]) -> list[Any]:
    table = model.__table__
    return list(connection.execute(select(table).where(table.c.case_id == case_id, *conditions).order_by(table.c[order], table.c.id)))
