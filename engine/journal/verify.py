"""Verifying the chain (校验链): every entry is what it was, in its place, none missing, none added."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from engine.journal.append import VERSION
from engine.journal.canonical import GENESIS, CanonicalError, digest, parse
from engine.journal.personal import mismatches
from engine.model import Entry

_FIELDS = {"v", "stream", "seq", "at", "actor", "command", "key", "facts", "process", "prev"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a stream does not hold, and why, in Chinese."""

    stream: str
    seq: int
    reason: str

    def __str__(self) -> str:
        """Return the fault as one line."""
        return f"{self.stream} 第{self.seq}条：{self.reason}"


def faults(connection: Connection, stream: str, *, head_seq: int, head_digest: str) -> Iterator[Fault]:
    """Yield what is wrong with the chain of a stream whose head is known; nothing means that it is untouched."""
    expected, previous = 0, GENESIS
    for row in connection.execute(select(Entry.__table__).where(Entry.stream == stream).order_by(Entry.seq)):
        expected += 1
        if row.seq != expected:
            yield Fault(stream, expected, "缺少这一条")
            expected = row.seq
        yield from (Fault(stream, row.seq, reason) for reason in _entry_faults(row, previous))
        previous = digest(row.body.encode())
    if (expected, previous) != (head_seq, head_digest):
        yield Fault(stream, max(expected, head_seq), "末条与案件所记的链尾不符：日志被截断、追加或改写")
    for commitment in mismatches(connection, stream):
        yield Fault(stream, 0, f"个人信息原文与承诺{commitment[:12]}…不符")


def _entry_faults(row: object, previous: str) -> Iterator[str]:
    stored = {name: getattr(row, name) for name in ("stream", "seq", "at", "actor", "command", "body", "prev", "digest")}
    if digest(stored["body"].encode()) != stored["digest"]:
        yield "内容与摘要不符"
    if stored["prev"] != previous:
        yield "与上一条的摘要不相接"
    try:
        body = parse(stored["body"])
    except CanonicalError as error:
        yield f"不是规范编码（{error}）"
        return
    if body.keys() != _FIELDS or body["v"] != VERSION:
        yield "条目的结构不认识"
        return
    actor = body["actor"]
    columns = {"stream": body["stream"], "seq": body["seq"], "command": body["command"], "prev": body["prev"]}
    columns |= {"at": stored["at"] if body["at"] == stored["at"].isoformat(timespec="microseconds") else None}
    columns |= {"actor": actor.get("id") if isinstance(actor, dict) else None}
    yield from (f"列{name}与内容不符" for name, value in columns.items() if stored[name] != value)
