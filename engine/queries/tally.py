"""The tally of a year (统计口径): every line of the annual statistics, counted from the tables as they stand. No names, no officers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from engine.clock import SHANGHAI, local_date
from engine.model import Booking, Case, Document, Inspection, Payment, ProcessState, Remedy
from engine.queries.inspection import CARRIED_OUT
from engine.rules.document.part import Sanction
from engine.rules.publication import kinds_of
from engine.rules.statistics import FALLEN, LINES, PAPERS, PENALTY_PAPERS, Count

QUARTERS = 4
REVOKED = "撤销"
"""How the decision of a paper that revokes a penalty begins."""

TOLD = "已告知"
"""The end of the answer to a report that reached who had reported; others cannot be told."""

_LINE_OF = {code: key for key, codes in PAPERS.items() for code in codes}


@dataclass(slots=True, kw_only=True)
class CauseTally:
    """What was done for one cause in the year; `fine` in yuan as decided."""

    cause: str
    title: str
    filed: int = 0
    decided: int = 0
    fine: Decimal = Decimal(0)

    def values(self) -> dict[str, object]:
        """Return what is kept of it."""
        return {"cause": self.cause, "title": self.title, "filed": self.filed, "decided": self.decided, "fine": self.fine}


@dataclass(slots=True, kw_only=True)
class Tally:
    """The lines by quarter, and the causes, as they are being counted."""

    year: int
    lines: dict[str, list[Count]] = field(default_factory=dict)
    causes: dict[str, CauseTally] = field(default_factory=dict)

    def add(self, key: str, day: date, value: Count = 1) -> None:
        """Count something on its day."""
        self.lines[key][(day.month - 1) // 3] += value

    def of_cause(self, cause: str, title: str) -> CauseTally:
        """Return the tally of a cause."""
        return self.causes.setdefault(cause, CauseTally(cause=cause, title=title))


def tally(connection: Connection, year: int) -> Tally:
    """Return all lines that the system knows, those with nothing in them too, and the causes in the order of their codes."""
    counted = Tally(year=year)
    for line in LINES.values():
        if not line.by_hand:
            nothing: Count = Decimal(0) if line.unit == "元" else 0
            counted.lines[line.key] = [nothing] * QUARTERS
    for count in (_inspections, _cases, _papers, _changes, _money, _remedies, _reports):
        count(connection, counted)
    lines = counted.lines
    lines["decision.count"] = _sums(lines["decision.summary"], lines["decision.ordinary"])
    lines["money.net"] = [paid - back for paid, back in zip(lines["money.paid"], lines["money.refunded"], strict=True)]
    counted.causes = dict(sorted(counted.causes.items()))
    return counted


def _inspections(connection: Connection, counted: Tally) -> None:
    """Count the inspections of enterprises that were carried out, as their register counts them, by the day of arrival."""
    chosen = select(Inspection.arrived_at, Inspection.planned_on, Inspection.finding)
    for at, planned_on, finding in _rows(connection, chosen.where(Inspection.year == counted.year, Inspection.state.in_(CARRIED_OUT))):
        day = planned_on if at is None else local_date(at)
        counted.add("inspection.count", day)
        if finding is not None:
            counted.add(f"inspection.{finding}", day)


def _cases(connection: Connection, counted: Tally) -> None:
    chosen = select(Case.filed_on, Case.cause, Case.cause_title).where(_within(Case.filed_on, counted.year))
    for day, cause, title in _rows(connection, chosen):
        counted.add("case.filed", day)
        counted.of_cause(cause, title).filed += 1


def _papers(connection: Connection, counted: Tally) -> None:
    """Count papers by the day of issue; of those that impose a penalty no more is read than the penalty."""
    others = [code for code in _LINE_OF if code not in PENALTY_PAPERS]
    for day, code in _rows(
        connection, select(Document.issued_on, Document.code).where(Document.code.in_(others), _within(Document.issued_on, counted.year))
    ):
        counted.add(_LINE_OF[code], day)
    chosen = (
        select(Document.issued_on, Document.code, Document.facts["sanction"], Case.cause, Case.cause_title)
        .join(Case, Case.id == Document.case_id)
        .where(Document.code.in_(PENALTY_PAPERS), _within(Document.issued_on, counted.year))
    )
    for day, code, stated, cause, title in _rows(connection, chosen):
        counted.add(_LINE_OF[code], day)
        sanction, of_cause = _sanction(stated or {}), counted.of_cause(cause, title)
        for kind in kinds_of(sanction):
            counted.add(f"kind.{kind}", day)
        fine = Decimal(sanction.fine or 0)
        counted.add("money.fine", day, fine)
        counted.add("money.gains", day, Decimal(sanction.gains or 0))
        of_cause.decided += 1
        of_cause.fine += fine


def _sanction(stated: dict[str, Any]) -> Sanction:
    return Sanction(
        correction="",
        fine=stated.get("fine"),
        gains=stated.get("gains"),
        goods=tuple(stated.get("goods") or ()),
        others=tuple(stated.get("others") or ()),
    )


def _changes(connection: Connection, counted: Tally) -> None:
    """Count what the agency changed or revoked by itself. Source: 行政处罚法 Art. 75(2)."""
    chosen = select(Document.issued_on, Document.facts["decision"]).where(Document.code == "D31", _within(Document.issued_on, counted.year))
    for day, decision in _rows(connection, chosen):
        counted.add("own.revoked" if str(decision).startswith(REVOKED) else "own.changed", day)


def _money(connection: Connection, counted: Tally) -> None:
    for day, amount in _rows(connection, select(Payment.paid_on, Payment.amount).where(_within(Payment.paid_on, counted.year))):
        counted.add("money.paid", day, amount)
    back = select(Booking.booked_on, Booking.amount).where(Booking.kind == "refund", _within(Booking.booked_on, counted.year))
    for day, amount in _rows(connection, back):
        counted.add("money.refunded", day, amount)


def _remedies(connection: Connection, counted: Tally) -> None:
    for day, kind in _rows(connection, select(Remedy.filed_on, Remedy.kind).where(_within(Remedy.filed_on, counted.year))):
        counted.add(f"{kind}.sought", day)
    ended = select(Remedy.effective_on, Remedy.kind, Remedy.result).where(Remedy.result.is_not(None), _within(Remedy.effective_on, counted.year))
    for day, kind, result in _rows(connection, ended):
        counted.add(f"{kind}.ended", day)
        counted.add(f"{kind}.{result}", day)
        if result in FALLEN:
            counted.add(FALLEN[result], day)


def _reports(connection: Connection, counted: Tally) -> None:
    first, after = (datetime.combine(date(year, 1, 1), time(), SHANGHAI).astimezone(UTC) for year in (counted.year, counted.year + 1))
    for (at,) in _rows(connection, select(Case.opened_at).where(Case.source == "hotline", Case.opened_at >= first, Case.opened_at < after)):
        counted.add("report.received", local_date(at))
    answered = select(ProcessState.ended_at).where(
        ProcessState.procedure == "report_answer", ProcessState.ended_as == TOLD, ProcessState.ended_at >= first, ProcessState.ended_at < after
    )
    for (at,) in _rows(connection, answered):
        counted.add("report.answered", local_date(at))


def _rows(connection: Connection, chosen: Select[*tuple[Any, ...]]) -> Iterator[Any]:
    """Yield what was chosen; the columns that conditions demand are never empty."""
    yield from connection.execute(chosen)


def _within(column: Any, year: int) -> ColumnElement[bool]:  # Whatever a mapped date is, with or without a value.
    return column.between(date(year, 1, 1), date(year, 12, 31))  # type: ignore[no-any-return]  # SQLAlchemy's own comparison.


def _sums(*lines: Iterable[Count]) -> list[Count]:
    return [sum(values) for values in zip(*lines, strict=True)]
