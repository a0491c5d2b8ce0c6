"""Appending to the journal (记入日志): one entry per command and stream."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from engine.actor import Actor
from engine.events import Fact
from engine.events.codec import Plain, encode
from engine.journal.canonical import canonical, digest
from engine.journal.personal import conceal
from engine.model import Entry, Personal
from engine.store import tables

VERSION = 1
"""The version of the shape of an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where a stream ends: the number and the digest of its last entry."""

    seq: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What goes into one entry."""

    stream: str
    at: datetime
    actor: Actor
    command: str
    key: str | None
    facts: Sequence[Fact]
    process: Mapping[str, Plain] | None


def append(connection: Connection, happening: Happening, head: Head, salt: Callable[[], str]) -> Head:
    """Write the entry that follows `head` and return the new head."""
    concealed: list[tuple[str, str, str]] = []
    facts: list[Plain] = []
    for fact in happening.facts:
        body = encode(fact)
        concealed += conceal(body, salt())
        facts.append(body)
    entry: dict[str, Plain] = {
        "v": VERSION,
        "stream": happening.stream,
        "seq": head.seq + 1,
        "at": happening.at.isoformat(timespec="microseconds"),
        "actor": {"id": happening.actor.id, "name": happening.actor.name},
        "command": happening.command,
        "key": happening.key,
        "facts": facts,
        "process": None if happening.process is None else dict(happening.process),
        "prev": head.digest,
    }
    content = canonical(entry)
    mark = digest(content)
    row = {"stream": happening.stream, "seq": head.seq + 1, "at": happening.at, "actor": happening.actor.id, "command": happening.command}
    tables.put(connection, Entry, row | {"body": content.decode(), "prev": head.digest, "digest": mark})
    tables.put(
        connection, Personal, [{"commitment": mark, "stream": happening.stream, "salt": salt, "value": value} for mark, salt, value in concealed]
    )
    return Head(seq=head.seq + 1, digest=mark)
