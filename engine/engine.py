"""The engine (引擎): the only place where a command becomes a transaction."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, TypeVar

import orjson
from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.exc import SQLAlchemyError

from engine import access, commands, queries
from engine.actor import SYSTEM, Actor
from engine.clock import Clock
from engine.commands.command import HANDLERS, CaseCommand, Command
from engine.errors import KeyReusedError, RefusalError
from engine.events.codec import plain
from engine.journal.append import Happening, Head, append
from engine.journal.canonical import GENESIS, canonical
from engine.model import Case, Entry, IdempotencyKey, Office
from engine.queries.query import Query
from engine.store import security, tables
from engine.store.database import Database
from engine.store.statement import Statement
from engine.work import OFFICE, Ports, Work
from engine.workflow import advance

Answer = TypeVar("Answer")

__all__ = ["Engine", "commands", "queries"]

log = logging.getLogger("zhifa.engine")
security_log = logging.getLogger("zhifa.security")

NOTED = frozenset({"key_reused", "not_allowed", "not_found", "officer_recused", "same_person"})
"""Refusals that go into the security log: who reached for what is not theirs."""

_MOVE_CASE = Statement(
    update(tables.TABLES["case"])
    .where(tables.TABLES["case"].c.id == bindparam("stream"))
    .values(version=bindparam("seq"), head_seq=bindparam("seq"), head_digest=bindparam("digest"))
)
_MOVE_OFFICE = Statement(
    update(tables.TABLES["office"])
    .where(tables.TABLES["office"].c.id == bindparam("stream"))
    .values(version=bindparam("seq"), head_seq=bindparam("seq"), head_digest=bindparam("digest"))
)
_LOCK = select(Case.id).where(Case.id == bindparam("case")).with_for_update()
_LAST = Statement(select(Entry.at).where(Entry.stream == bindparam("stream")).order_by(Entry.seq.desc()).limit(1))
_KEY = Statement(select(IdempotencyKey.__table__).where(IdempotencyKey.key == bindparam("key")))


class Engine:
    """Cases, their law and their memory behind two doors: `execute` changes, `ask` reads."""

    def __init__(self, database: Database, clock: Clock, ports: Ports) -> None:
        self.database = database
        self.clock = clock
        self.ports = ports

    def execute(self, command: Command[Answer], actor: Actor, *, key: str | None = None, expected_version: int | None = None) -> Answer:
        """Carry out a command in one transaction and return its answer; a refusal is a RefusalError and leaves nothing behind.

        A command that comes again with the same `key` is not carried out again: it gets the first answer. `expected_version` is
        the version of the case that the actor saw; StaleVersionError if somebody acted meanwhile.
        """
        stream = command.case_id if isinstance(command, CaseCommand) else None
        try:
            access.check_role(command, actor)
            return self._transact(command, actor, stream, key, expected_version)
        except RefusalError as refusal:
            self._note(type(command).__name__, actor, stream, refusal)
            raise

    def execute_all(self, commands: Sequence[CaseCommand[Any]], actor: Actor) -> frozenset[str]:
        """Carry out commands in one transaction, with one entry for each case that they touch; return the cases where one failed.

        Where one fails, each case gets a transaction of its own: the failing ones are left as they were and do not hold up the others.
        For the system's rounds; people act one by one.
        """
        groups: dict[str, list[CaseCommand[Any]]] = {}
        for command in commands:
            access.check_role(command, actor)
            groups.setdefault(command.case_id, []).append(command)
        try:
            self._together(groups, actor)
        except Exception:
            if len(groups) > 1:
                return frozenset().union(*(self.execute_all(group, actor) for group in groups.values()))
            log.exception("the system's commands on case %s failed", next(iter(groups)))
            return frozenset(groups)
        return frozenset()

    def ask(self, query: Query[Answer], actor: Actor) -> Answer:
        """Return the answer to a question; nothing changes. NotFoundError for what does not exist or is out of reach."""
        try:
            with self.database.reading() as connection:
                return queries.answer(query, actor, queries.Reading(connection=connection, ports=self.ports, now=self.clock.now()))
        except RefusalError as refusal:
            self._note(type(query).__name__, actor, None, refusal)
            raise

    def _note(self, what: str, actor: Actor, stream: str | None, refusal: RefusalError) -> None:
        """Note a refusal that touches security, without the case; its own transaction is over."""
        security_log.info("refused %s %s %s: %s", what, actor.id, stream, refusal.code)
        if refusal.code not in NOTED or not actor.roles or actor == SYSTEM:
            return
        event = security.Event(kind="refused", person=actor.id, person_name=actor.name, detail=f"{refusal.code} {what}")
        try:
            with self.database.writing() as connection:
                security.note(connection, event, self.clock.now())
                connection.commit()
        except SQLAlchemyError:
            security_log.exception("a refusal could not be noted")

    def _transact(self, command: Command[Answer], actor: Actor, stream: str | None, key: str | None, expected_version: int | None) -> Answer:
        with self.database.writing() as connection:
            if key is not None:
                known = tables.rows(connection, IdempotencyKey, _KEY, {"key": key})
                if known:
                    return _same_answer(known[0], command, actor)
            if stream is not None and self.database.locks_rows:
                connection.execute(_LOCK, {"case": stream})
            now = max(self.clock.now(), _last_instant(connection, stream))
            work = Work(connection=connection, ports=self.ports, actor=actor, now=now, stream=stream, expected_version=expected_version)
            case = None if stream is None else work.case(stream)
            access.check_reach(command, actor, case)
            try:
                answer = HANDLERS[type(command)](command, work)
                work.check_version()
                seq = self._write(work, command, key)
                if key is not None:
                    _remember(work, key, command, answer)
                connection.commit()
            except BaseException:
                # A process that ran into an error is dirty: it is forgotten and read again from what was stored.
                self.ports.hot.pop(work.stream or "", None)
                raise
            advance.keep(work, seq)
            return answer  # type: ignore[no-any-return]  # HANDLERS binds each command to the handler of its answer.

    def _together(self, groups: Mapping[str, Sequence[CaseCommand[Any]]], actor: Actor) -> None:
        try:
            with self.database.writing() as connection:
                done = [self._on_case(connection, case_id, group, actor) for case_id, group in groups.items()]
                connection.commit()
        except BaseException:
            for case_id in groups:
                self.ports.hot.pop(case_id, None)
            raise
        for work, seq in done:
            advance.keep(work, seq)

    def _on_case(self, connection: Connection, case_id: str, commands: Sequence[CaseCommand[Any]], actor: Actor) -> tuple[Work, int]:
        if self.database.locks_rows:
            connection.execute(_LOCK, {"case": case_id})
        now = max(self.clock.now(), _last_instant(connection, case_id))
        work = Work(connection=connection, ports=self.ports, actor=actor, now=now, stream=case_id)
        for command in commands:
            access.check_reach(command, actor, work.case(case_id))
            HANDLERS[type(command)](command, work)
        return work, self._write(work, commands[0], None)

    def _write(self, work: Work, command: Command[Any], key: str | None) -> int:
        """Write the entry and move the head of the stream; return the new version."""
        stream = work.stream or OFFICE
        table = Office if stream == OFFICE else Case
        row: Any = work.find(table, stream)
        if row is None:
            tables.put(work.connection, Office, {"id": OFFICE, "version": 0, "head_seq": 0, "head_digest": GENESIS})
            row = Office(id=OFFICE, version=0, head_seq=0, head_digest=GENESIS)
        if not work.facts and work.process is None:
            return int(row.version)
        happening = Happening(
            stream=stream, at=work.now, actor=work.actor, command=type(command).__name__, key=key, facts=work.facts, process=work.process
        )
        head = append(work.connection, happening, Head(seq=row.head_seq, digest=row.head_digest), self.ports.random_name)
        move = _MOVE_OFFICE if stream == OFFICE else _MOVE_CASE
        move.change(work.connection, {"stream": stream, "seq": head.seq, "digest": head.digest})
        return head.seq


def _last_instant(connection: Connection, stream: str | None) -> datetime:
    # The record's time never goes back within a stream, even where the machine's clock does.
    last = _LAST.rows(connection, {"stream": stream or OFFICE})
    return last[0][0] if last else datetime.min.replace(tzinfo=UTC)


def _request_digest(command: Command[Any]) -> str:
    content = {item.name: plain(getattr(command, item.name)) for item in fields(command) if item.name not in {"content", "files"}}
    content["content"] = sha256(getattr(command, "content", b"")).hexdigest() if isinstance(getattr(command, "content", None), bytes) else None
    if hasattr(command, "files"):
        content["files"] = [[name, sha256(file).hexdigest()] for name, file in command.files]
    return sha256(type(command).__name__.encode() + b"\x00" + canonical(content)).hexdigest()


def _same_answer(known: IdempotencyKey, command: Command[Answer], actor: Actor) -> Answer:
    if known.actor != actor.id or known.request != _request_digest(command):
        raise KeyReusedError("这个提交编号已经用于另一份内容，请刷新页面后重新提交。")
    return orjson.loads(known.response)  # type: ignore[no-any-return]  # It is the answer that this command got.


def _remember(work: Work, key: str, command: Command[Any], answer: object) -> None:
    row = {"key": key, "stream": work.stream or OFFICE, "actor": work.actor.id, "request": _request_digest(command), "at": work.now}
    tables.put(work.connection, IdempotencyKey, row | {"response": orjson.dumps(answer).decode()})
