"""The journal of a stream as plain JSON (日志): facts in the order in which they were recorded, nothing decoded."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

LOCAL = timedelta(hours=8)
"""The time of Shanghai, which has known no summer time since 1991."""


def local_day(text: str) -> date:
    """Return the local date of a day, of a local time or of an instant, as JSON has them."""
    known = datetime.fromisoformat(text)
    return known.date() if known.tzinfo is None else (known.replace(tzinfo=None) - (known.utcoffset() or timedelta()) + LOCAL).date()


@dataclass(frozen=True, slots=True)
class Event:
    """One fact: the entry that recorded it, its place among all facts of the stream, and its fields as JSON has them."""

    seq: int
    place: int
    at: datetime
    fields: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """Return the name of the fact."""
        return str(self.fields["fact"])

    @property
    def today(self) -> date:
        """Return the local date on which it was recorded."""
        return (self.at.replace(tzinfo=None) + LOCAL).date()

    def __getitem__(self, name: str) -> Any:  # Whatever JSON can hold; erased personal data are None.
        """Return a field, None where the fact has none of that name."""
        return self.fields.get(name)

    def day(self, name: str) -> date:
        """Return a field as the date it is."""
        return date.fromisoformat(str(self[name]))


@dataclass(frozen=True, slots=True)
class Journal:
    """All facts of one stream; `seqs` are the numbers of its entries."""

    stream: str
    events: tuple[Event, ...]
    seqs: tuple[int, ...]

    @property
    def name(self) -> str:
        """Return what people call the case: its number, before it has one its id."""
        filed = self.last("CaseFiled")
        return str(filed["number"]) if filed else self.stream

    def of(self, *kinds: str, after: Event | None = None, before: Event | None = None) -> Iterator[Event]:
        """Yield the facts of some kinds, oldest first, between two others."""
        start, stop = after.place + 1 if after else 0, before.place if before else len(self.events)
        yield from (event for event in self.events[start:stop] if event.kind in kinds)

    def last(self, *kinds: str, after: Event | None = None, before: Event | None = None) -> Event | None:
        """Return the newest fact of some kinds between two others."""
        found = None
        for found in self.of(*kinds, after=after, before=before):  # noqa: B007  # The last one is wanted.
            pass
        return found

    def due(self, key: str, *subjects: str | None, before: Event) -> str | None:
        """Return the last day of the newest clock of a key about one of these, as holidays moved it; None where none runs or it stands still."""
        about = [event for event in self.of("DeadlineReckoned", before=before) if event["key"] == key and event["subject"] in subjects]
        if not about:
            return None
        clock = about[-1]
        moved = [event for event in self.of("DeadlineMoved", after=clock, before=before) if event["deadline"] == clock["deadline"]]
        due: str | None = (moved or about)[-1]["due"]
        return due

    def served(self, document: str, before: Event) -> str | None:
        """Return the day on which a paper was served first, as it was corrected last before something happened; None where it was not served."""
        first = next((event for event in self.of("DocumentServed", before=before) if event["document"] == document), None)
        if first is None:
            return None
        corrected = [event for event in self.of("ServiceDateCorrected", before=before) if event["service"] == first["service"]]
        day: str | None = (corrected or [first])[-1]["served_on"]
        return day


def of_penalty(event: Event) -> bool:
    """Tell whether a fact about a remedy, or about a decision, concerns the penalty and no decision beside it, as that on the surcharge."""
    return event["against"] is None


def of_surcharge(event: Event) -> bool:
    """Tell whether a fact about a remedy concerns the decision on the surcharge; older entries do not name the act, for it was the only one."""
    return event["against"] is not None and event["act"] in {None, "加处罚款决定书"}


def read_journal(stream: str, bodies: Iterable[Mapping[str, Any]]) -> Journal:
    """Return the journal of a stream from the bodies of its entries, personal data in plain."""
    events: list[Event] = []
    seqs = []
    for body in bodies:
        seqs.append(int(body["seq"]))
        instant = datetime.fromisoformat(body["at"])
        for fields in body["facts"]:
            events.append(Event(seqs[-1], len(events), instant, fields))
    return Journal(stream, tuple(events), tuple(seqs))
