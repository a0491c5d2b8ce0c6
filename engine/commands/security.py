"""The security log (安全日志): what touches security, noted as it happens and kept as long as the parameter says.

Source: 网络安全法 Art. 21(3) (at least six months); GB/T 22239-2019 8.1.4.3.
"""

from dataclasses import dataclass
from datetime import timedelta

from engine.commands.command import Command, handles
from engine.store import security, tables
from engine.work import Work

SHORTEST_MONTHS = 6
"""The law's own term; no parameter goes below it."""

MONTH = timedelta(days=31)

_EVENT = tables.TABLES["security_event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSecurity(Command[None]):
    """Note something that touches security and is no command of its own."""

    kind: str
    person: str | None
    person_name: str
    address: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetSecurity(Command[int]):
    """Forget what is older than the parameter says; the answer is how many rows went."""


@handles(NoteSecurity)
def note_security(command: NoteSecurity, work: Work) -> None:
    """Note it."""
    event = security.Event(kind=command.kind, person=command.person, person_name=command.person_name, address=command.address, detail=command.detail)
    security.note(work.connection, event, work.now)


@handles(ForgetSecurity)
def forget_security(command: ForgetSecurity, work: Work) -> int:
    """Delete the rows whose time is over."""
    del command
    months = max(SHORTEST_MONTHS, work.law.parameters.integer("security.retention.months"))
    return int(work.connection.execute(_EVENT.delete().where(_EVENT.c.at < work.now - months * MONTH)).rowcount)
