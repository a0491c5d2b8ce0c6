"""A procedure on its own page (程序页), and the page on which one is started."""

from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from engine.actor import Actor
from engine.errors import NotAllowedError, NotFoundError
from engine.model import Collaboration, Draft, Task
from engine.queries.case_file import CaseFile, CaseFileView, case_file
from engine.queries.clock import ClockReading
from engine.queries.daily_penalty import next_round
from engine.queries.draft import find_draft
from engine.queries.enclosure import EnclosureChoice, enclosures_of
from engine.queries.procedure import Choice, Choices, Procedure, choices
from engine.queries.query import Query, Reading, answers
from engine.rules.police_transfer import SUPERVISION
from engine.rules.reckoning import ReckoningLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureView:
    """A procedure beside the main one with its steps and its own clocks; `request` is what was sent to another department.

    `sent` are the things that went with it, `copies` the copies of its letter to others.
    """

    file: CaseFileView
    procedure: Procedure
    waiting: tuple[Task, ...]
    done: tuple[Task, ...]
    clocks: tuple[ClockReading, ...]
    request: Collaboration | None = None
    sent: tuple[EnclosureChoice, ...] = ()
    copies: tuple[Collaboration, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedurePage(Query[ProcedureView]):
    """A procedure of a case; NotFoundError if the case has none such."""

    case_id: str
    instance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartView:
    """What can be started, the case, and what the actor typed before; `term` says in which days a re-check (按日连续处罚) can be made."""

    file: CaseFileView
    choice: Choice
    draft: Draft | None
    term: tuple[ReckoningLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPage(Query[StartView]):
    """The start of a procedure; NotFoundError if there is none such, NotAllowedError if the actor's role may not start it."""

    case_id: str
    procedure: str


@answers(ProcedurePage)
def procedure_page(query: ProcedurePage, actor: Actor, reading: Reading) -> ProcedureView:
    """Return the procedure with what belongs to it alone."""
    file = case_file(CaseFile(case_id=query.case_id), actor, reading)
    procedure = next((item for item in file.procedures if item.id == query.instance), None)
    if procedure is None:
        raise NotFoundError("本案没有这项程序。")
    request = reading.find(Collaboration, procedure.id)
    known = enclosures_of(reading.connection, file.case)
    went = set() if request is None else {*request.materials, *(request.papers or ())}
    return ProcedureView(
        file=file,
        procedure=procedure,
        waiting=tuple(task for task in file.waiting if task.instance == procedure.id),
        done=tuple(task for task in file.done if task.instance == procedure.id),
        clocks=tuple(clock for clock in file.clocks if clock.subject == procedure.id),
        request=request,
        sent=tuple(item for item in (*known.evidence, *known.papers) if item.id in went),
        copies=() if request is None else _copies(request, procedure, reading),
    )


def _copies(request: Collaboration, procedure: Procedure, reading: Reading) -> tuple[Collaboration, ...]:
    """Return what else went out in a procedure: copies of its letter, and of a transfer to the police the suggestion to supervise the filing."""
    copied = and_(Collaboration.document_id == request.document_id, Collaboration.id != request.id)
    told = and_(Collaboration.kind == SUPERVISION, Collaboration.case_id == request.case_id, Collaboration.sent_at >= request.sent_at)
    found = reading.rows(Collaboration, select(Collaboration.__table__).where(or_(copied, told)).order_by(Collaboration.sent_at, Collaboration.id))
    return tuple(row for row in found if procedure.ended_at is None or row.sent_at <= procedure.ended_at)


@answers(StartPage)
def start_page(query: StartPage, actor: Actor, reading: Reading) -> StartView:
    """Return the choice, whether or not it is possible now: the reason stands in it."""
    file = case_file(CaseFile(case_id=query.case_id), actor, reading)
    choice = next((item for item in choices(Choices(case_id=query.case_id), actor, reading) if item.procedure == query.procedure), None)
    if choice is None:
        raise NotAllowedError("您的角色不能启动这项程序。")
    found = next_round(reading.connection, file.case.id) if choice.procedure == "daily_penalty" and choice.reason is None else None
    term = () if found is None else found[1].lines(reading.law.parameters)
    return StartView(file=file, choice=choice, draft=find_draft(reading, actor, f"start:{file.case.id}:{choice.procedure}"), term=term)
