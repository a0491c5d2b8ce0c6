"""What the office's own stream says (机关): who held which certificate when, which days were worked, which causes were published."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from engine.proof.invariant.journal import Event, Journal

DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Which days were worked, by what was published: weekdays off and weekend days worked."""

    off: frozenset[date]
    on: frozenset[date]

    def worked(self, day: date) -> bool:
        """Tell whether a day is worked."""
        return day in self.on if day.weekday() >= SATURDAY else day not in self.off

    def on_or_after(self, day: date) -> date:
        """Return the first worked day from a day on."""
        while not self.worked(day):
            day += DAY
        return day

    def count(self, day: date, length: int) -> date:
        """Return the worked day that is so many worked days later."""
        while length > 0:
            day += DAY
            length -= self.worked(day)
        return day


@dataclass(frozen=True)
class Office:
    """The office, read from its journal; whatever is asked is answered as it stood at an instant."""

    journal: Journal
    _kept: dict[tuple[str, int], Any] = field(default_factory=dict)

    def certified(self, person: str, day: date) -> bool:
        """Tell whether somebody held a valid certificate on a day. Source: 行政处罚法 Art. 42(1)."""
        terms: list[tuple[str, str]] = []
        barred: tuple[str, str] | None = None
        for event in self._people.get(person, ()):
            if event.kind == "UserRegistered" and event["certificate"]:
                terms.append((event["certificate_from"], event["certificate_until"]))
            elif event.kind == "CertificateRenewed":
                terms.append((event["valid_from"], event["valid_until"]))
            if event.today <= day:
                barred = _barred(event)
        shown = day.isoformat()
        held = any((first or shown) <= shown <= (last or shown) for first, last in terms)
        return held and not (barred is not None and barred[0] <= shown <= barred[1])

    def holder(self, number: str) -> str | None:
        """Return whose certificate bears a number; None where the office knows of none."""
        return self._holders.get(number)

    def working_days(self, at: datetime) -> WorkingDays:
        """Return which days were worked as it was known at an instant."""
        published = [event for event in self._law if event.at <= at and event["kind"] in {"holiday", "decree"}]
        key = ("working", len(published))
        if key not in self._kept:
            self._kept[key] = _working_days(published)
        return self._kept[key]  # type: ignore[no-any-return]  # What was put there.

    def bases(self, at: datetime, cause: str, limb: str | None) -> list[Mapping[str, Any]]:
        """Return the legal bases of a cause and limb (of all limbs where it is None) in the catalogue that was published last."""
        published = [event for event in self._law if event.at <= at and event["kind"] == "cause"]
        key = ("cause", len(published))
        if key not in self._kept:
            self._kept[key] = tomllib.loads(published[-1]["content"])["cause"] if published else []
        chosen = (part for item in self._kept[key] if item["id"] == cause for part in item["limb"] if limb in (None, part["key"]))
        return [basis for part in chosen for basis in part["basis"]]

    @cached_property
    def _law(self) -> list[Event]:
        return list(self.journal.of("LawPublished"))

    @cached_property
    def _holders(self) -> Mapping[str, str]:
        names = {"UserRegistered": "certificate", "CertificateRenewed": "number"}
        return {event[names[event.kind]]: event["user"] for event in self.journal.of(*names) if event[names[event.kind]]}

    @cached_property
    def _people(self) -> Mapping[str, list[Event]]:
        people: dict[str, list[Event]] = {}
        for event in self.journal.events:
            if event.kind.startswith("Certificate") or event.kind == "UserRegistered":
                people.setdefault(event["user"], []).append(event)
        return people


def _barred(event: Event) -> tuple[str, str] | None:
    """Return from when until when a certificate does not count."""
    if event.kind == "CertificateSuspended":
        return event["suspended_from"], event["suspended_until"] or "9999-12-31"
    return (event["withdrawn_on"], "9999-12-31") if event.kind == "CertificateWithdrawn" else None


def _working_days(published: list[Event]) -> WorkingDays:
    years: dict[int, tuple[set[date], set[date]]] = {}
    texts = [(event["kind"], tomllib.loads(event["content"])) for event in published]
    for table in (table for kind, text in texts if kind == "holiday" for table in text.get("table", [text])):
        years[table["year"]] = set(table["off"]), set(table["on"])
    off, on = (set[date]().union(*(year[part] for year in years.values())) for part in (0, 1))
    for free, day in _changes(text for kind, text in texts if kind == "decree"):
        off.discard(day)
        on.discard(day)
        weekend = day.weekday() >= SATURDAY
        if free != weekend:
            (on if weekend else off).add(day)
    return WorkingDays(frozenset(off), frozenset(on))


def _changes(decrees: Iterator[Mapping[str, Any]]) -> Iterator[tuple[bool, date]]:
    for decree in decrees:
        yield from ((True, day) for day in decree["off"])
        yield from ((False, day) for day in decree["on"])
