"""Audit (回溯): the proofs that nothing was changed afterwards, and a case as it was after an entry of its journal."""

from collections.abc import Mapping
from typing import Any

from marshmallow import fields as kinds
from marshmallow import validate

from engine.proof.history import CaseHistory, ProveAll, ProveOffice, Step, Streams
from engine.proof.stream import Proof
from engine.queries.office_log import OfficeEntry, OfficeLog
from engine.queries.security_log import SecurityLog, SecurityLogPage
from web.api import cursor
from web.api.door import Door, ask, listed
from web.api.shape import asked, made, shape

door = Door("audit", "回溯")

HISTORY = made("CaseHistory", title=str, steps=tuple[Step, ...], shown=Step, tables=Mapping[str, object], proof=Proof)


@door.opens(
    "GET",
    "/proofs",
    "校验日志，一次若干条，或者一案 Prove streams, some at a time, or one",
    query=asked("ProofsQuery", ProveAll, **cursor.PAGING),
    answer=(200, listed("Proofs", shape(Proof))),
)
def proofs(query: Mapping[str, Any]) -> Any:
    """Return the proofs of a stretch of the streams: each is read, folded and run again while the caller waits."""
    streams = [str(query["stream"])] if query.get("stream") else sorted(ask(Streams()))
    cut = cursor.cut(streams, lambda stream: (stream,), cursor=query["cursor"], limit=query["limit"], length=1)
    return dict(cut) | {"items": [proof for stream in cut["items"] for proof in ask(ProveAll(stream=stream))]}


@door.opens(
    "GET",
    "/cases/<case_id>/history",
    "回到某一步：当时的数据和证明 The case as it was after an entry of its journal, with the proof",
    query=asked("CaseHistoryQuery", CaseHistory, but=frozenset({"case_id"})),
    answer=(200, HISTORY),
)
def history(query: Mapping[str, Any], case_id: str) -> Any:
    """Return the case as it was; for auditors."""
    return ask(CaseHistory(case_id=case_id, **query))


door.ask("/proofs/office", ProveOffice, "校验机关日志 Prove the office's own stream", answer=shape(Proof))
door.ask("/security", SecurityLog, "安全日志，新的在前 The security log, the newest first, a page at a time", answer=shape(SecurityLogPage))


@door.opens(
    "GET",
    "/journal",
    "机关日志，新的在前 The office's journal in words, the newest first",
    query=made("JournalQuery", text=kinds.String(load_default="", validate=validate.Length(max=200)), **cursor.PAGING),
    answer=(200, listed("Journal", shape(OfficeEntry))),
)
def journal(query: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a stretch of the journal."""
    first = ask(OfficeLog(text=query["text"]))
    entries = [*first.entries, *(entry for page in range(2, first.pages + 1) for entry in ask(OfficeLog(text=query["text"], page=page)).entries)]
    return cursor.cut(entries, lambda entry: (f"{10**9 - entry.seq:010}",), cursor=query["cursor"], limit=query["limit"], length=1)
