"""The audit of the invariants (不变量核查): the naive second reading, fed with the entries as they are stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, and_, func, or_, select

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.journal.heads import digest_of
from engine.journal.personal import MARK, plain_texts
from engine.model import Entry
from engine.proof.invariant import Inspection, Journal, Office, inspect, read_journal
from engine.proof.invariant.finding import Finding
from engine.proof.invariant.inspection import STATISTICS
from engine.proof.stream import streams
from engine.queries.query import Query, Reading, answers
from engine.work import OFFICE


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectCases(Query[Inspection]):
    """What in all cases, or in one, breaks an invariant; asked on the command line. Source: domain.md section 2.15."""

    case_id: str | None = None


@answers(InspectCases, roles=frozenset({"SYSTEM"}))
def inspect_cases(query: InspectCases, actor: Actor, reading: Reading) -> Inspection:
    """Return the findings; NotFoundError where there is no such case."""
    del actor
    everything = [stream for stream in streams(reading.connection) if stream != OFFICE]
    if query.case_id is not None and query.case_id not in everything:
        raise NotFoundError.out_of_reach()
    chosen = everything if query.case_id is None else [query.case_id]
    office, whole = Office(_journal(reading.connection, OFFICE)), query.case_id is None
    found = inspect((_journal(reading.connection, stream) for stream in chosen), office, whole=whole)
    return replace(found, findings=(*found.findings, *_unbound(reading.connection, office))) if whole else found


def _unbound(connection: Connection, office: Office) -> Iterator[Finding]:
    """Yield the versions of the annual statistics whose digest is not that of the journal as it stood when they were frozen (I20)."""
    for frozen in office.journal.of("StatisticsFinalised"):
        at = datetime.fromisoformat(frozen["at"])
        before = and_(Entry.at <= at, or_(Entry.stream != OFFICE, Entry.seq < frozen.seq))
        last = select(Entry.stream, func.max(Entry.seq).label("seq")).where(before).group_by(Entry.stream).subquery()
        heads = connection.execute(
            select(Entry.stream, Entry.seq, Entry.digest).join(last, and_(last.c.stream == Entry.stream, last.c.seq == Entry.seq))
        )
        if digest_of((str(stream), int(seq), str(digest)) for stream, seq, digest in heads).digest != frozen["digest"]:
            yield Finding(STATISTICS, "I20", frozen.seq, f"{frozen['year']}年度统计第{frozen['version']}版所记的日志摘要与日志不符")


def plain_entries(connection: Connection, stream: str) -> Iterator[dict[str, Any]]:
    """Yield the entries of a stream as plain JSON, personal data in the place of their commitments; erased ones are None."""
    texts = plain_texts(connection, stream)
    for stored in connection.execute(select(Entry.body).where(Entry.stream == stream).order_by(Entry.seq)).scalars():
        body = orjson.loads(stored)
        yield body | {"facts": [{name: _reveal(value, texts) for name, value in fact.items()} for fact in body["facts"]]}


def _journal(connection: Connection, stream: str) -> Journal:
    return read_journal(stream, plain_entries(connection, stream))


def _reveal(value: object, texts: Mapping[str, Any]) -> object:
    return texts.get(str(value[MARK])) if isinstance(value, dict) and value.keys() == {MARK} else value
