"""The security log (安全日志): log-ins, failures, locks and refusals, for who watches them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from engine.actor import Actor
from engine.model import SecurityEvent
from engine.queries.query import Query, Reading, answers

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityLogPage:
    """One page of the log, newest first, with the number of events of each kind and how long they are kept."""

    events: tuple[SecurityEvent, ...]
    total: int
    page: int
    pages: int
    kinds: Mapping[str, int]
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityLog(Query[SecurityLogPage]):
    """The security log by kind and by words of name, address or detail."""

    kind: str | None = None
    text: str = ""
    page: int = 1


@answers(SecurityLog, roles=frozenset({"audit_admin", "auditor", "SYSTEM"}))
def security_log(query: SecurityLog, actor: Actor, reading: Reading) -> SecurityLogPage:
    """Return one page of the log."""
    del actor
    base = select(SecurityEvent.__table__)
    if needle := query.text.strip():
        columns = (SecurityEvent.person_name, SecurityEvent.address, SecurityEvent.detail)
        base = base.where(or_(*(column.contains(needle, autoescape=True) for column in columns)))
    counted = base.subquery()
    kinds = {row[0]: row[1] for row in reading.connection.execute(select(counted.c.kind, func.count()).group_by(counted.c.kind))}
    chosen = base if query.kind is None else base.where(SecurityEvent.kind == query.kind)
    total = sum(kinds.values()) if query.kind is None else kinds.get(query.kind, 0)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, query.page), pages)
    events = reading.rows(SecurityEvent, chosen.order_by(SecurityEvent.at.desc(), SecurityEvent.id.desc()).limit(PAGE).offset((page - 1) * PAGE))
    months = reading.law.parameters.integer("security.retention.months")
    return SecurityLogPage(events=tuple(events), total=total, page=page, pages=pages, kinds=kinds, months=months)
