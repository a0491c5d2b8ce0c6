"""Annual statistics (年度统计): the frozen figures of a year are what the journals of all cases say, counted a second time. I20."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from engine.proof.invariant.journal import LOCAL, Event, Journal
from engine.proof.invariant.office import Office

Counted = tuple[date, str, Decimal]
"""On which day, in which line, how much."""

PAPERS: Mapping[str, str] = {
    "D08": "measure.preservation",
    "D09": "measure.seizure",
    "D19": "decision.ordinary",
    "D20": "decision.summary",
    "D21": "decision.none",
    "D24-2": "execution.surcharge",
    "D24-3": "execution.court",
    "D25": "execution.performance",
    "D25-2": "execution.demolition",
    "D25-6": "execution.performance",
    "D25-9": "execution.court",
    "D26P": "police.transfer",
}
DAYS: Mapping[str, tuple[str, str, str | None]] = {
    "CaseFiled": ("filed_on", "case.filed", None),
    "PaymentReceived": ("paid_on", "money.paid", "amount"),
    "RefundBooked": ("booked_on", "money.refunded", "amount"),
}
"""Facts that count as they are: their day, their line, and the sum in yuan, None for one."""

ONE = Decimal(1)


class Recount:
    """Every frozen version of the statistics, counted again from the journals of the cases; facts that were recorded later do not count."""

    def __init__(self, office: Office) -> None:
        self._frozen = list(office.journal.of("StatisticsFinalised"))
        self._sums: dict[int, dict[str, list[Decimal]]] = {event.seq: defaultdict(lambda: [Decimal(0)] * 4) for event in self._frozen}

    def add(self, case: Journal) -> None:
        """Count the facts of a case."""
        if not self._frozen:
            return
        for event in case.events:
            for day, line, value in _counted(event):
                for frozen in self._frozen:
                    if day.year == frozen["year"] and event.at <= _drawn(frozen):
                        self._sums[frozen.seq][line][(day.month - 1) // 3] += value

    def differences(self) -> Iterator[tuple[Event, str]]:
        """Yield the lines that differ, with the entry that froze them; lines that a hand filled in, or that are sums of others, are left out."""
        for frozen in self._frozen:
            found = self._sums[frozen.seq]
            for line in sorted({*PAPERS.values(), *(line for _, line, _ in DAYS.values()), *found}):
                told = [Decimal(value) for value in frozen["figures"].get(line, [0] * 4)]
                if told != found[line]:
                    yield frozen, f"{frozen['year']}年度统计第{frozen['version']}版的{line}为{_said(told)}，按日志是{_said(found[line])}"


def _counted(event: Event) -> Iterator[Counted]:
    if event.kind in DAYS:
        day, line, amount = DAYS[event.kind]
        yield event.day(day), line, ONE if amount is None else Decimal(event[amount])
    elif event.kind == "DocumentIssued":
        yield from _paper(event)
    elif event.kind == "RemedySought":
        yield event.day("filed_on"), f"{event['kind']}.sought", ONE
    elif event.kind == "CaseOpened" and event["source"] == "hotline":
        yield (datetime.fromisoformat(event["opened_at"]).replace(tzinfo=None) + LOCAL).date(), "report.received", ONE


def _paper(event: Event) -> Iterator[Counted]:
    day, code = event.day("issued_on"), event["code"]
    if code in PAPERS:
        yield day, PAPERS[code], ONE
    if code in {"D19", "D20"}:
        penalty: Mapping[str, Any] = event["facts"]["sanction"]
        for name, kind, line in (("fine", "罚款", "money.fine"), ("gains", "没收违法所得", "money.gains")):
            sum_ = Decimal(penalty.get(name) or 0)
            if penalty.get(name) is not None and (sum_ or name == "fine"):
                yield day, f"kind.{kind}", ONE
            if sum_:
                yield day, line, sum_


def _drawn(frozen: Event) -> datetime:
    return datetime.fromisoformat(frozen["at"])


def _said(values: list[Decimal]) -> str:
    return "、".join(format(value, "f") for value in values)
