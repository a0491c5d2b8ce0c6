"""Filters (筛选条件): the conditions of a search in an address, in words, and as what can be chosen on the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from engine.events.decision import OUTCOMES
from engine.queries.search import CHOICES, Choice, Conditions, SearchPage
from web import date as dates
from web.render import department, yuan

STATES: Mapping[str, str] = {
    "clue": "核查中",
    "open": "办理中",
    "closed": "已结案",
    "archived": "已归档",
    "rejected": "不予立案",
    "transferred": "已移送",
    "withdrawn": "已撤案",
}
PROCEDURES: Mapping[str, str] = {"ordinary": "普通程序", "summary": "简易程序"}
TERMS: Mapping[str, str] = {"overdue": "已超期", "soon": "三日内到期", "provisional": "到期日暂定"}
ORDERS: Mapping[str, str] = {
    "opened": "新登记的在前",
    "due": "期限近的在前",
    "filed": "新立案的在前",
    "decided": "新决定的在前",
    "fine": "罚款多的在前",
}

LABELS: Mapping[str, str] = {
    "state": "状态",
    "term": "期限",
    "cause": "案由",
    "district": "辖区",
    "squad": "中队",
    "lead": "主办",
    "outcome": "处理结果",
    "procedure": "程序",
}
"""The lists to choose from, in the order of the page."""

RANGES: Mapping[str, tuple[str, str, str]] = {
    "fine": ("罚款", "fine_from", "fine_to"),
    "filed": ("立案日期", "filed_from", "filed_to"),
    "decided": ("决定日期", "decided_from", "decided_to"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A line of a list to choose from."""

    value: str
    word: str
    count: int


def read(args: Mapping[str, str]) -> Conditions:
    """Return the conditions that an address names; what cannot be read counts as not asked for."""
    chosen: dict[str, Any] = {name: args.get(name, "")[:64] or None for name in (*CHOICES, "term")}
    days: dict[str, Any] = {name: _day(args.get(name, "")) for name in ("filed_from", "filed_to", "decided_from", "decided_to")}
    return Conditions(
        text=args.get("q", "").strip()[:200],
        **chosen,
        **days,
        fine_from=_sum(args.get("fine_from", "")),
        fine_to=_sum(args.get("fine_to", "")),
    )


def args(conditions: Conditions) -> dict[str, str]:
    """Return the conditions as the address names them."""
    found = {item.name: getattr(conditions, item.name) for item in fields(conditions)}
    return {("q" if name == "text" else name): str(value) for name, value in found.items() if value not in (None, "")}


def options(page: SearchPage, conditions: Conditions) -> dict[str, tuple[Option, ...]]:
    """Return what can be chosen by condition; what is chosen stays in its list, though nothing may be left under it."""
    found = {name: tuple(_option(name, choice) for choice in page.choices[name]) for name in CHOICES}
    found["term"] = tuple(Option(value=name, word=word, count=page.terms[name]) for name, word in TERMS.items())
    for name, lines in found.items():
        value = getattr(conditions, name)
        if value is not None and value not in {line.value for line in lines}:
            found[name] = (*lines, Option(value=value, word=word_of(name, value), count=0))
    return found


def said(conditions: Conditions, lists: Mapping[str, tuple[Option, ...]]) -> Iterator[tuple[str, str, dict[str, str | None]]]:
    """Yield each condition as label, words, and what to take out of the address to do without it."""
    if conditions.text:
        yield "", f"“{conditions.text}”", {"q": None}
    for name, label in LABELS.items():
        value = getattr(conditions, name)
        if value is not None:
            yield label, next((line.word for line in lists.get(name, ()) if line.value == value), word_of(name, value)), {name: None}
    for label, lower, upper in RANGES.values():
        low, high = getattr(conditions, lower), getattr(conditions, upper)
        if low is not None or high is not None:
            yield label, f"{_bound(low)}至{_bound(high)}", {lower: None, upper: None}


def word_of(name: str, value: str, title: str = "") -> str:
    """Return the word of a value of a condition."""
    if name == "district":
        found = department().districts.get(value)
        return found.name if found else value
    if name == "squad":
        return next((squad.name for district in department().districts.values() for squad in district.squads if squad.code == value), value)
    words = {"state": STATES, "procedure": PROCEDURES, "outcome": OUTCOMES, "term": TERMS}.get(name, {})
    return words.get(value) or title or value


def _option(name: str, choice: Choice) -> Option:
    return Option(value=choice.value, word=word_of(name, choice.value, choice.name), count=choice.count)


def _bound(value: date | Decimal | None) -> str:
    return "不限" if value is None else dates.day(value) if isinstance(value, date) else yuan(value)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _sum(text: str) -> Decimal | None:
    try:
        value = Decimal(text.strip().replace(",", "")[:12])
    except InvalidOperation:
        return None
    return value if value.is_finite() and value >= 0 else None
