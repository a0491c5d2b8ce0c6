"""Conditions of the public's search (公示检索): read from an address, written into one, said in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from engine.queries.portal import PublicChoice, PublicConditions, PublishedPage
from engine.rules.publication import KINDS
from web.date import day
from web.render import department

LONGEST = 100
"""Nobody searches for more characters."""

LABELS: Mapping[str, str] = {"district": "辖区", "cause": "违法行为", "kind": "处罚种类"}
"""The lists to choose from, in the order of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A line of a list to choose from."""

    value: str
    word: str
    count: int


def read(args: Mapping[str, str]) -> PublicConditions:
    """Return the conditions that an address names; what cannot be read counts as not asked for."""
    district, kind = args.get("district", ""), args.get("kind", "")
    return PublicConditions(
        text=args.get("text", "").strip()[:LONGEST],
        district=district if district in department().districts else None,
        cause=args.get("cause", "")[:40] or None,
        kind=kind if kind in KINDS else None,
        decided_from=_day(args.get("decided_from", "")),
        decided_to=_day(args.get("decided_to", "")),
    )


def args(conditions: PublicConditions) -> dict[str, str]:
    """Return the conditions as the address names them."""
    found = {item.name: getattr(conditions, item.name) for item in fields(conditions)}
    return {name: str(value) for name, value in found.items() if value not in (None, "")}


def lists(page: PublishedPage, conditions: PublicConditions) -> dict[str, tuple[Option, ...]]:
    """Return what can be chosen by condition; what is chosen stays in its list, though nothing may be left under it."""
    found = {name: tuple(Option(value=each.value, word=_word(name, each), count=each.count) for each in page.choices[name]) for name in LABELS}
    for name, lines in found.items():
        value = getattr(conditions, name)
        if value is not None and value not in {line.value for line in lines}:
            found[name] = (*lines, Option(value=value, word=_word(name, PublicChoice(value=value, name=value, count=0)), count=0))
    return found


def said(conditions: PublicConditions, options: Mapping[str, Sequence[Option]]) -> Iterator[tuple[str, dict[str, str | None]]]:
    """Yield each condition in words, with what to take out of the address to do without it."""
    if conditions.text:
        yield f"“{conditions.text}”", {"text": None}
    for name, label in LABELS.items():
        value = getattr(conditions, name)
        if value is not None:
            yield f"{label}：{next((line.word for line in options[name] if line.value == value), value)}", {name: None}
    low, high = conditions.decided_from, conditions.decided_to
    if low is not None or high is not None:
        span = f"{day(low) if low else ''}{'至' if low and high else '以来' if low else ''}{day(high) if high else ''}{'' if low else '以前'}"
        yield f"决定日期：{span}", {"decided_from": None, "decided_to": None}


def _word(name: str, choice: PublicChoice) -> str:
    district = department().districts.get(choice.value) if name == "district" else None
    return district.name if district else choice.name


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
