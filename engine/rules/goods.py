"""Goods (涉案物品): what may be taken, and how a thing that was taken may end. Source: 行政处罚法 Art. 56; 行政强制法 Art. 22-28."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from engine.errors import LawError
from engine.events.goods import DISPOSALS, KINDS
from engine.law.local import local_rule

BASES: Mapping[str, str] = {"preservation": "行政处罚法 56", "seizure": "行政强制法 25①"}

WAYS = ("returned", "appraised", "confiscated", "destroyed", "transferred")
"""What a proposal can name things for."""

USES: Mapping[str, str] = {
    "tool": "违法行为使用的工具、设施",
    "goods": "违法经营的物品",
    "evidence": "其他涉案物品",
    "place": "涉案的场所",
    "necessity": "本人和所扶养家属的生活必需品",
    "personal": "与违法行为无关的个人用品",
    "unrelated": "与违法行为无关的场所、设施",
}
"""What a thing serves; the last three can be neither seized nor sealed. Source: 行政强制法 Art. 23(1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A thing as the rules see it; `due` is the last day of the power over it, None while the clock stands still."""

    number: int
    name: str
    kind: str
    disposal: str | None
    lapsed_on: date | None
    due: date | None
    intent: str | None = None
    proceeds_to: str | None = None


def check_seizable(name: str, use: str, *, seized: bool, sealing: bool = False) -> None:
    """Refuse what has nothing to do with the breach, what the party lives on, what is seized already, and to take a place along.

    Source: 行政强制法 Art. 9, 23.
    """
    if use == "place" and not sealing:
        raise LawError("not_seizable", f"“{name}”是场所，不能扣押，应当申请查封。", basis="行政强制法 9", field="items")
    if use == "necessity":
        raise LawError("not_seizable", f"“{name}”是生活必需品，不得查封、扣押。", basis="行政强制法 23①", field="items")
    if use in {"personal", "unrelated"}:
        raise LawError("not_seizable", f"“{name}”是{USES[use]}，不得查封、扣押。", basis="行政强制法 23①", field="items")
    if seized:
        raise LawError("not_seizable", f"“{name}”已被依法查封、扣押，不得重复查封、扣押。", basis="行政强制法 23②", field="items")


def check_open(thing: Held, field: str) -> None:
    """Refuse to dispose of a thing twice (I7)."""
    if thing.disposal is not None:
        raise LawError(
            "already_disposed", f"物品{thing.number}“{thing.name}”已经{DISPOSALS[thing.disposal]}，不能再处理。", basis=BASES[thing.kind], field=field
        )


def check_confiscable(thing: Held, today: date, field: str, *, ends: bool) -> None:
    """Refuse to confiscate what is gone, what was promised back, and what the power over has ended; the money for a thing sold takes its place."""
    if thing.disposal == "sold" and thing.proceeds_to is None:
        return
    check_open(thing, field)
    check_power(thing, today, field, ends=ends)
    if thing.intent == "return" and thing.lapsed_on is None:
        raise LawError("already_disposed", f"物品{thing.number}“{thing.name}”已决定返还，不能没收。", basis=BASES[thing.kind], field=field)


def check_power(thing: Held, today: date, field: str, *, ends: bool) -> None:
    """Refuse what needs the power over a thing after its last day: until then, 24:00, a decision counts (domain.md §12, R9).

    `ends` tells whether the power over this kind of thing ends with its term; for seizure the law says so (行政强制法 Art. 25, 28).
    """
    last = thing.lapsed_on or thing.due
    if ends and last is not None and today > last:
        message = f"物品{thing.number}“{thing.name}”的{KINDS[thing.kind]}期限已于{last.month}月{last.day}日届满，应当返还，不能再作其他处理。"
        raise LawError("power_ended", message, basis=BASES[thing.kind], field=field)


def check_noticed(name: str, taken_on: date, notified_on: date, days: int, today: date) -> None:
    """Refuse to sell what would spoil before the party had its natural `days` to deal with it, counted from the day after the notice.

    Source: domain.md §1.2 R55.
    """
    basis, field = local_rule("perishable"), "notified_on"
    if notified_on < taken_on:
        raise LawError("before_cause", "通知当事人的日期早于扣押。", basis=basis, field=field)
    last = notified_on + timedelta(days=days)
    if today <= last:
        message = f"通知当事人{days}日内处理“{name}”的期限到{last.month}月{last.day}日，期满没有处理的才可以变卖。"
        raise LawError("notice_running", message, basis=basis, field=field)


def phrase(name: str, quantity: Decimal, unit: str) -> str:
    """Return a thing with its quantity, as papers name it: 木炭烧烤架1台."""
    return f"{name}{format(quantity.normalize(), 'f')}{unit}"


def undecided(things: Sequence[Held], named: Sequence[int]) -> tuple[Held, ...]:
    """Return the things that are still held and that a proposal leaves out."""
    return tuple(thing for thing in things if thing.disposal is None and thing.number not in named)
