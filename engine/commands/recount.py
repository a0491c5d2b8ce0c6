"""Recounting (期限重算): after a holiday table or a decree was published every open clock is counted anew; only what moved is recorded."""

from dataclasses import dataclass

from engine.commands.command import CaseCommand, Command, handles
from engine.commands.deadline import OPEN
from engine.commands.reckoning import counted, term_of
from engine.events.deadline import DeadlineMoved
from engine.model import Deadline, Recount
from engine.store import tables
from engine.work import Work

CAUSE = "节假日安排有变化，重新计算"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecountDeadlines(CaseCommand[None]):
    """Count the open clocks of a case under the holiday tables as they are now; given by the system alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRecount(Command[None]):
    """Note that the cases up to `after` were recounted under so many published tables; given by the system alone."""

    tables: int
    after: str
    finished: bool


@handles(RecountDeadlines)
def recount_deadlines(command: RecountDeadlines, work: Work) -> None:
    """Record a new count of every open clock whose last day, warning or reasons are no longer what the tables say (民法典 Art. 203)."""
    law = work.law
    for deadline in work.rows(Deadline, case_id=command.case_id):
        if deadline.state in OPEN and not (count := counted(term_of(deadline), law)).agrees(deadline):
            work.record(
                DeadlineMoved(
                    case=deadline.case_id,
                    deadline=deadline.id,
                    title=deadline.title,
                    due=count.due,
                    ends_at=count.ends_at,
                    provisional=count.provisional,
                    lines=count.lines,
                    warn_at=count.warn_at,
                    cause=CAUSE,
                )
            )


@handles(NoteRecount)
def note_recount(command: NoteRecount, work: Work) -> None:
    """Keep how far the round has come, so that it goes on there."""
    table = tables.TABLES["recount"]
    values = {"after": command.after, "finished": command.finished}
    if work.connection.execute(table.update().where(table.c.id == str(command.tables)).values(values)).rowcount == 0:
        tables.put(work.connection, Recount, {"id": str(command.tables), **values})
