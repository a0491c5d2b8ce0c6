"""The auditors' replay (回溯): the case as it was after each entry of its journal, with the proofs beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import select

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.journal.fold import Tables, fold
from engine.journal.read import Record, records
from engine.model import Case, ProcessBundle
from engine.proof.replay import final
from engine.proof.stream import Proof, bundle_of, prove, streams
from engine.queries.diagram import ProcessPicture, draw, late_keys
from engine.queries.office_log import READERS
from engine.queries.query import Query, Reading, answers
from engine.work import OFFICE

AUDITORS = frozenset({"auditor", "SYSTEM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry of the journal as an auditor reads it; `moved` tells whether the process moved."""

    seq: int
    at: datetime
    actor_name: str
    command: str
    sentences: tuple[str, ...]
    facts: tuple[str, ...]
    moved: bool
    digest: str
    prev: str
    versions: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A case as it was after entry `shown`.

    Attributes:
        steps: all entries of the case.
        tables: the rows as they were after the entry, by table and key.
        drawn: the procedure whose picture it is.
        picture: the process as it stood after the entry; None when it cannot be re-run.
        proof: whether chain, tables and process hold, over the whole case.
    """

    title: str
    steps: tuple[Step, ...]
    shown: Step
    tables: Tables
    drawn: str | None
    picture: ProcessPicture | None
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHistory(Query[History]):
    """The case as it was after entry `seq`; None: as it is now. The picture is that of an instance; None: of the procedure that moved last."""

    case_id: str
    seq: int | None = None
    instance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveAll(Query[tuple[Proof, ...]]):
    """The proofs of all streams, or of one."""

    stream: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Streams(Query[Mapping[str, str | None]]):
    """Every stream with what people call it: the number or the title of the case, None for the office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveOffice(Query[Proof]):
    """The proof of the office's own stream; who watches the administrators may ask it too."""


@answers(CaseHistory, roles=AUDITORS)
def case_history(query: CaseHistory, actor: Actor, reading: Reading) -> History:
    """Return the case as it was, re-made from the journal alone."""
    case = reading.case(query.case_id, actor)
    entries = list(records(reading.connection, case.id))
    seq = len(entries) if query.seq is None else query.seq
    if not 1 <= seq <= len(entries):
        raise NotFoundError(f"本案日志共{len(entries)}条，没有第{seq}条。")
    past = entries[:seq]
    steps = tuple(_step(entry) for entry in entries)
    drawn, picture = _picture(reading, past, query.instance)
    return History(
        title=case.title,
        steps=steps,
        shown=steps[seq - 1],
        tables=fold(fact for entry in past for fact in entry.facts),
        drawn=drawn,
        picture=picture,
        proof=prove(reading.connection, case.id),
    )


@answers(ProveAll, roles=AUDITORS)
def prove_all(query: ProveAll, actor: Actor, reading: Reading) -> tuple[Proof, ...]:
    """Return the proofs, the office's first."""
    del actor
    chosen = streams(reading.connection) if query.stream is None else [query.stream]
    return tuple(prove(reading.connection, stream) for stream in chosen)


@answers(Streams, roles=AUDITORS)
def all_streams(query: Streams, actor: Actor, reading: Reading) -> Mapping[str, str | None]:
    """Return the streams, the office's first, then the cases in the order of their opening."""
    del query, actor
    named = {row.id: row.number or row.title for row in reading.connection.execute(select(Case.id, Case.number, Case.title))}
    return {stream: named.get(stream) for stream in streams(reading.connection)}


@answers(ProveOffice, roles=READERS)
def prove_office(query: ProveOffice, actor: Actor, reading: Reading) -> Proof:
    """Return the proof."""
    del query, actor
    return prove(reading.connection, OFFICE)


def _step(entry: Record) -> Step:
    return Step(
        seq=entry.seq,
        at=entry.at,
        actor_name=entry.actor_name,
        command=entry.command,
        sentences=tuple(fact.sentence() for fact in entry.facts),
        facts=tuple(type(fact).__name__ for fact in entry.facts),
        moved=entry.process is not None,
        digest=entry.digest,
        prev=entry.prev,
        versions=_versions(entry.process) if entry.process else {},
    )


def _versions(seen: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what ran the procedure that moved last in an entry, and the digest of where that brought it."""
    moved = list(seen["instances"].values())[-1]
    return {"bundle": moved["bundle"], "engine": seen["engine"], "format": seen["format"], "state": moved["state"]}


def _picture(reading: Reading, past: list[Record], instance: str | None) -> tuple[str | None, ProcessPicture | None]:
    """Return the procedure that is shown, and its drawings; nothing where it cannot be re-run."""
    try:
        processes = final(past, lambda digest: bundle_of(reading.connection, digest))
    except Exception:  # noqa: BLE001  # Why the process cannot be re-run is for the proof beside it to say; the tables are shown all the same.
        return None, None
    shown = processes.get(instance or "") or processes.get(_moved_last(past))
    row = None if shown is None else reading.find(ProcessBundle, shown.bundle.digest)
    if shown is None or row is None:
        return None, None
    deadlines = fold(fact for entry in past for fact in entry.facts).get("deadline", {})
    expired = ((str(item["key"]), item.get("subject")) for item in deadlines.values() if item.get("state") == "expired")
    return shown.instance, draw(row, shown, late_keys(expired, shown.instance))


def _moved_last(past: list[Record]) -> str:
    """Return the procedure that moved last; where an entry moved several, the one that was moved by the others."""
    moved = next(entry.process for entry in reversed(past) if entry.process)
    return list(cast("Mapping[str, Any]", moved["instances"]))[-1]
