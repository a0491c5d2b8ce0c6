"""Reading the journal (读取日志): entries with their facts as they were recorded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import orjson
from sqlalchemy import Connection, select

from engine.events import Fact
from engine.events.codec import Plain, decode
from engine.journal.personal import plain_texts, reveal
from engine.model import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One entry of the journal, read."""

    stream: str
    seq: int
    at: datetime
    actor: str
    actor_name: str
    command: str
    facts: tuple[Fact, ...]
    process: dict[str, Plain] | None
    prev: str
    digest: str


def records(connection: Connection, stream: str, *, after: int = 0) -> Iterator[Record]:
    """Yield the entries of a stream in order, those after number `after`; whether they are true is for `faults` to say."""
    texts = plain_texts(connection, stream)
    for row in connection.execute(select(Entry.__table__).where(Entry.stream == stream, Entry.seq > after).order_by(Entry.seq)):
        yield record(orjson.loads(row.body), texts, digest=row.digest)


def record(body: dict[str, Plain], texts: dict[str, Plain], *, digest: str) -> Record:
    """Return the record that an entry's body holds."""
    actor, facts, process = body["actor"], body["facts"], body["process"]
    if not isinstance(actor, dict) or not isinstance(facts, list) or not isinstance(process, dict | None):
        raise TypeError("an entry of another shape")
    return Record(
        stream=str(body["stream"]),
        seq=int(str(body["seq"])),
        at=datetime.fromisoformat(str(body["at"])),
        actor=str(actor["id"]),
        actor_name=str(actor["name"]),
        command=str(body["command"]),
        facts=tuple(decode(reveal(item, texts)) for item in facts if isinstance(item, dict)),
        process=process,
        prev=str(body["prev"]),
        digest=digest,
    )
