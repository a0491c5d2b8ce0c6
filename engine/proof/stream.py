"""Proving a stream (校验一案): chain, tables and process, each fault in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, select

from engine.journal.fold import differences, fold, stored
from engine.journal.read import Record, records
from engine.journal.verify import faults
from engine.model import Case, Office, ProcessBundle, ProcessState, Timer
from engine.proof.decision import decision_faults
from engine.proof.replay import ReplayError, final
from engine.store import tables
from engine.work import OFFICE
from engine.workflow.catalogue import Bundle, read_bundle
from engine.workflow.process import Process


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What was proved of a stream; no faults means that it is untouched."""

    stream: str
    entries: int
    faults: tuple[str, ...]


def prove(connection: Connection, stream: str) -> Proof:
    """Return whether the chain of a stream verifies, its fold gives its tables, its process re-runs to every recorded state.

    Its decisions of discretion are made again too.
    """
    table = tables.TABLES["office" if stream == OFFICE else "case"]
    head = connection.execute(select(table.c.version, table.c.head_seq, table.c.head_digest).where(table.c.id == stream)).one_or_none()
    if head is None:
        return Proof(stream=stream, entries=0, faults=(f"{stream} 没有这一案",))
    entries: list[Record] = []
    chain = (str(fault) for fault in faults(connection, stream, head_seq=head.head_seq, head_digest=head.head_digest))
    found = [*_read("日志", chain)]
    if head.version != head.head_seq:
        found.append("版本号与日志条数不符")
    if unreadable := [*_read("日志", _collect(connection, stream, entries))]:
        return Proof(stream=stream, entries=len(entries), faults=tuple(found + unreadable))
    found += _read("数据表", _table_faults(connection, stream, entries))
    if stream != OFFICE:
        found += _read("流程状态", _process_faults(connection, stream, entries))
        found += _read("裁量记录", decision_faults(connection, entries))
    return Proof(stream=stream, entries=len(entries), faults=tuple(found))


def streams(connection: Connection) -> list[str]:
    """Return all streams: the office first, then the cases in the order of their opening."""
    cases = connection.execute(select(Case.id).order_by(Case.opened_at, Case.id)).scalars()
    office = connection.execute(select(Office.id)).scalars()
    return [*office, *cases]


def bundle_of(connection: Connection, digest: str) -> Bundle:
    """Return the bundle on which a procedure was started, read again from what was published."""
    row = tables.find(connection, ProcessBundle, digest)
    if row is None:
        raise ReplayError(f"流程版本{digest[:12]}…已不在")
    bundle = read_bundle({name: str(text).encode() for name, text in row.files.items()}, row.root)
    if bundle.digest != digest:
        raise ReplayError(f"流程版本{digest[:12]}…的内容被改动")
    return bundle


def _read(what: str, check: Iterator[str]) -> Iterator[str]:
    try:
        yield from check
    except Exception as error:  # noqa: BLE001  # Whoever forged the rows chose what they hold: every failure to read them is a finding.
        yield f"{what}不能读取：{error}"


def _collect(connection: Connection, stream: str, entries: list[Record]) -> Iterator[str]:
    entries += records(connection, stream)
    yield from ()


def _table_faults(connection: Connection, stream: str, entries: list[Record]) -> Iterator[str]:
    yield from differences(fold(fact for entry in entries for fact in entry.facts), stored(connection, stream))


def _process_faults(connection: Connection, stream: str, entries: list[Record]) -> Iterator[str]:
    try:
        processes = final(entries, cache(lambda digest: bundle_of(connection, digest)))
    except ReplayError as error:
        yield str(error)
        return
    states = {row.id: row for row in tables.rows(connection, ProcessState, select(ProcessState.__table__).where(ProcessState.case_id == stream))}
    if not states or states.keys() != processes.keys():
        yield "流程状态缺失" if len(states) <= len(processes) else "有流程不在日志中"
        return
    waiting = tables.rows(connection, Timer, select(Timer.__table__).where(Timer.case_id == stream))
    for instance, state in states.items():
        yield from _state_faults(state, processes[instance], [timer for timer in waiting if timer.instance == instance])
    if any(timer.instance not in states for timer in waiting):
        yield "等待的流程时钟与重演不符"


def _state_faults(state: ProcessState, process: Process, waiting: list[Timer]) -> Iterator[str]:
    if Process.load(process.bundle, state.id, state.snapshot).state_digest() != process.state_digest():
        yield "所存的流程状态与重演不符"
    if (state.bundle, state.finished) != (process.bundle.digest, process.finished):
        yield "所记的流程版本或者是否结束与重演不符"
    if {(timer.task_id, timer.key, timer.element) for timer in waiting} != {(timer.id, timer.key, timer.element) for timer in process.timers()}:
        yield "等待的流程时钟与重演不符"
