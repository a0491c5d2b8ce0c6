"""Work (办理): all that the handler of a command may use; it can change the world only by recording facts."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Connection

from engine.actor import Actor, Proxy
from engine.clock import local_date
from engine.errors import NotFoundError, StaleVersionError
from engine.events import Change, Fact
from engine.events.codec import Plain
from engine.journal.canonical import GENESIS
from engine.law.book import LawBook
from engine.model import Base, Case, OutboxItem
from engine.store import tables
from engine.store.files import Files

Row = TypeVar("Row", bound=Base)

OFFICE = "office"
"""The stream of the office itself: people, law, processes."""

FRESH: Mapping[str, Mapping[str, object]] = {
    "case": {"version": 0, "head_seq": 0, "head_digest": GENESIS},
    "process": {"snapshot": b"", "finished": False},
}
"""The working state that a new row of a table begins with."""


@dataclass(frozen=True, slots=True)
class FormData:
    """A form as it was filled in and found right: all values as plain JSON, and those that the process may see.

    Attributes:
        acted: the fields with a day on which officers acted, and whether it was both of the case; empty where a form is read again.
    """

    form: str
    values: Mapping[str, Plain]
    routing: Mapping[str, object]
    acted: Mapping[str, bool] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a text that the form demands."""
        return str(self.values[name])

    def find(self, name: str) -> str | None:
        """Return a text, or None where it was left empty."""
        value = self.values.get(name)
        return None if value in {None, ""} else str(value)

    def day(self, name: str) -> date:
        """Return a date that the form demands."""
        return date.fromisoformat(self.text(name))

    def flag(self, name: str) -> bool:
        """Return whether a box was ticked."""
        return self.values.get(name) is True


FormReader = Callable[[str, Mapping[str, object], date], FormData]
"""Reads what was typed into a form on a day; raises InvalidInputError."""


FormSayer = Callable[[str, Mapping[str, object], Mapping[str, str], Mapping[str, Sequence[tuple[str, str]]]], Iterator[tuple[str, str]]]
"""Says what a stored form holds as label and words, given the names of what it refers to and the choices that depend on the office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """What the engine needs from outside: forms, what can be printed, files, law in force, names, processes in memory."""

    read_form: FormReader
    say_form: FormSayer
    unprintable: Callable[[str], str]
    readable: Callable[[bytes], bool]
    files: Files
    law: Callable[[Connection, date], LawBook]
    random_name: Callable[[], str]
    hot: MutableMapping[str, tuple[int, dict[str, object]]]


@dataclass(slots=True, kw_only=True)
class Work:
    """One command at work: one transaction, one instant, one stream.

    Attributes:
        process: what the procedures of the case saw, for the journal; None while none of them moved.
        processes: the procedures of the case that are in memory, by instance; None while none was asked for.
        instance: the procedure whose operation is being carried out; None outside operations.
    """

    connection: Connection
    ports: Ports
    actor: Actor
    now: datetime
    stream: str | None
    acting: Proxy | None = None
    expected_version: int | None = None
    facts: list[Fact] = field(default_factory=list)
    process: dict[str, Plain] | None = None
    processes: dict[str, object] | None = None
    instance: str | None = None
    books: dict[date, LawBook] = field(default_factory=dict)
    known: dict[tuple[str, str], Base | None] = field(default_factory=dict)

    @property
    def signature(self) -> str:
        """Return how the actor signs: with the own name, and in whose stead where the step was delegated."""
        return self.actor.name if self.acting is None else f"{self.actor.name}代{self.acting.person_name}"

    @property
    def today(self) -> date:
        """Return the date in the local time of the law."""
        return local_date(self.now)

    @property
    def law(self) -> LawBook:
        """Return the law in force today."""
        return self.law_at(self.today)

    def law_at(self, day: date) -> LawBook:
        """Return the law in force on another day, such as the day of the act; it does not change while the command works."""
        if day not in self.books:
            self.books[day] = self.ports.law(self.connection, day)
        return self.books[day]

    def new_id(self) -> str:
        """Return a name that nothing else has."""
        return self.ports.random_name()

    def read_form(self, form: str, data: Mapping[str, object]) -> FormData:
        """Return the form as filled in; InvalidInputError names each field at fault."""
        return self.ports.read_form(form, data, self.today)

    def case(self, case_id: str) -> Case:
        """Return the case as it stands now; NotFoundError if there is none."""
        return self.get(Case, case_id)

    def get(self, model: type[Row], key: str) -> Row:
        """Return a row as it stands now; NotFoundError if there is none."""
        found = self.find(model, key)
        if found is None:
            raise NotFoundError.out_of_reach()
        return found

    def find(self, model: type[Row], key: str) -> Row | None:
        """Return a row as it stands now, or None; it is read once, and follows the facts that change it."""
        place = (model.__tablename__, key)
        if place not in self.known:
            self.known[place] = tables.find(self.connection, model, key)
        return self.known[place]  # type: ignore[return-value]  # The place names the model.

    def rows(self, model: type[Row], *, order: str = "id", **equal: object) -> list[Row]:
        """Return the rows of a table whose columns have these values, in the order of a column."""
        return tables.rows(self.connection, model, tables.matching(model, tuple(equal), order), equal)

    def check_version(self) -> None:
        """Refuse with StaleVersionError when somebody acted on the case after the actor saw it."""
        if self.expected_version is None or self.stream is None or self.stream == OFFICE:
            return
        current = self.case(self.stream).version
        if current != self.expected_version:
            raise StaleVersionError(seen=self.expected_version, current=current)
        self.expected_version = None

    def record(self, fact: Fact) -> None:
        """Record that something happened: the tables change now, the journal is written when the command ends."""
        self.check_version()
        self.facts.append(fact)
        for change in fact.changes():
            self._apply(change)

    def tell(self, kind: str, **payload: Plain) -> None:
        """Put something into the outbox that the world hears after commit."""
        row = {"kind": kind, "stream": self.stream or OFFICE, "payload": payload, "at": self.now, "state": "ready", "attempts": 0}
        tables.put(self.connection, OutboxItem, row)

    def _apply(self, change: Change) -> None:
        tables.apply(self.connection, change, fresh=FRESH)
        place = (change.table, change.key)
        known = self.known.pop(place, None)
        if known is not None and (changed := tables.changed(known, change.values)) is not None:
            self.known[place] = changed
