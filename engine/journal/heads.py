"""The heads of the journal (日志头): the digest that binds what is told of all cases to the journal as it stood."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, select, union_all

from engine.model import Case, Office


@dataclass(frozen=True, slots=True)
class Heads:
    """The SHA-256 over the heads of all streams, and how many streams there are."""

    digest: str
    streams: int


def heads(connection: Connection) -> Heads:
    """Return the heads of all streams as they stand now."""
    every = union_all(select(Case.id, Case.head_seq, Case.head_digest), select(Office.id, Office.head_seq, Office.head_digest))
    return digest_of((str(stream), int(seq), str(digest)) for stream, seq, digest in connection.execute(every))


def digest_of(found: Iterable[tuple[str, int, str]]) -> Heads:
    """Return the digest over heads in the order of their streams, each a line of stream, number and digest of its last entry."""
    lines = sorted(f"{stream} {seq} {digest}\n" for stream, seq, digest in found)
    return Heads(sha256("".join(lines).encode()).hexdigest(), len(lines))
