"""Procedures beside the main one (程序): seizure, recusal, withdrawal …, several at once, some after the case was closed.

A procedure is a BPMN file in `processes/` that says by what form, by whom and when it may be started (`engine/workflow/starting.py`); every
such file is published at the start of the house, and the pages offer it. What it needs of Python is found by names:

- its start form, a class in `forms/`; `@starts("form_key")` registers the function that checks the law at the start, records facts and returns the
  subject, by which people tell two of a kind apart;
- its steps, as in the main procedure: forms, `@submits`, `@operation`. A function on a task knows its procedure by `task.instance`; an
  operation by `work.instance`; `start_form(work)` is the form that started it, `form_here(work, case_id, form)` the newest of any form in it;
- its own clocks: the operations `deadline.start` …, or in Python `clock.start(…, subject=instance)`. A timer `deadline("key")` of the
  procedure waits for the clock with its instance as subject, and where there is none, for the case's clock of that key;
- a procedure that must follow from what happened (归档, 退款) is started by `follow(work, case_id, "refund", reason)`; people may start it too;
- what it does to the main road: an operation calls `terminate(work, case_id)`, and the event subprocess 终止办理 of the main procedure ends it within
  the same transaction.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.commands.command import CaseCommand, handles
from engine.commands.draft import forget_draft
from engine.commands.officer import check_acted, officer_of, recused_in
from engine.commands.submission import last_form
from engine.errors import LawError, NotAllowedError, NotFoundError
from engine.events.procedure import ProcedureStarted
from engine.model import Case, ProcessState, User
from engine.queries.procedure import why_not
from engine.rules.conflict import check_certificate, check_recusal
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.catalogue import Bundle
from engine.workflow.published import find_newest

Start = Callable[[Work, Case, FormData, str], str | None]

STARTS: dict[str, Start] = {}
"""Who reads which start form: gets the work, the case, the form and the id of the procedure; returns its subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartProcedure(CaseCommand[str]):
    """Start a procedure beside the main one; the answer is the id of its instance."""

    procedure: str
    data: Mapping[str, object]


def starts(form: str) -> Callable[[Start], Start]:
    """Register the function that checks a start form against the case and records what it says."""

    def register(function: Start) -> Start:
        if form in STARTS:
            raise ValueError(f"form {form} starts two things")
        STARTS[form] = function
        return function

    return register


@handles(StartProcedure)
def start_procedure(command: StartProcedure, work: Work) -> str:
    """Read the form, check role, standing of the case and law, and run the procedure to its first wait."""
    case = work.case(command.case_id)
    bundle = find_newest(work.connection, command.procedure)
    if bundle is None or not bundle.starting.roles or bundle.starting.form is None:
        raise NotFoundError("没有这项程序。")
    starting, title = bundle.starting, bundle.titles.get(bundle.root, bundle.root)
    if not starting.roles & work.actor.roles:
        raise NotAllowedError(f"您的角色不能启动“{title}”。")
    data = work.read_form(bundle.starting.form, command.data)
    work.check_version()
    if (reason := why_not(work.connection, case, work.actor, bundle, work.law)) is not None:
        raise LawError("step_not_waiting", f"现在不能启动“{title}”：{reason}")
    if "officer" in starting.roles & work.actor.roles:
        officer = officer_of(work.get(User, work.actor.id))
        check_certificate(officer, work.today)
        check_recusal(officer, recused_in(case))
        check_acted(work, case, data)
    instance = work.new_id()
    reader = STARTS.get(data.form)
    subject = None if reader is None else reader(work, case, data, instance)
    _start(work, case.id, bundle, instance, data, subject)
    return instance


def follow(work: Work, case_id: str, procedure: str, reason: str, *, subject: str | None = None, **more: object) -> None:
    """Start a procedure that follows from what just happened, in the name of who acts; its start form asks for the reason, and what else is given.

    Nothing happens in a house that has not published the procedure.
    """
    bundle = find_newest(work.connection, procedure)
    if bundle is not None:
        data = work.read_form(bundle.starting.form or "reason", {"reason": reason, **more})
        _start(work, case_id, bundle, work.new_id(), data, subject)


def begin(work: Work, case_id: str, procedure: str, values: Mapping[str, object], *, subject: str | None = None) -> None:
    """Start a procedure because of what was just found, in the name of who acts, with its start form filled in so.

    Where the subject is given, the caller has checked all that is checked of people who start it.
    Nothing happens in a house that has not published the procedure.
    """
    bundle = find_newest(work.connection, procedure)
    if bundle is not None:
        data, instance = work.read_form(bundle.starting.form or "", values), work.new_id()
        reader = None if subject is not None else STARTS.get(data.form)
        _start(work, case_id, bundle, instance, data, subject if reader is None else reader(work, work.case(case_id), data, instance))


def _start(work: Work, case_id: str, bundle: Bundle, instance: str, data: FormData, subject: str | None) -> None:
    work.record(
        ProcedureStarted(
            case=case_id,
            instance=instance,
            procedure=bundle.root,
            form=data.form,
            title=bundle.titles.get(bundle.root, bundle.root),
            subject=subject,
            bundle=bundle.digest,
            person=work.actor.id,
            person_name=work.actor.name,
            started_at=work.now,
            data=data.values,
        )
    )
    forget_draft(work, draft_place(case_id, bundle.root))
    advance.start(work, case_id, instance, bundle.digest, data.routing)


def start_form(work: Work, instance: str | None = None) -> FormData:
    """Return the form that started a procedure: the named one, or the one whose operation is being carried out."""
    row = work.get(ProcessState, instance or work.instance or "")
    return FormData(form=row.form or "", values=row.data or {}, routing={})


def is_beside(work: Work, case_id: str) -> bool:
    """Tell whether the operation that is being carried out belongs to a procedure beside the main one."""
    return work.instance not in {None, case_id}


def form_here(work: Work, case_id: str, form: str) -> FormData | None:
    """Return the newest submission of a form, in an operation of a procedure beside the main one: among its own, the one that started it included."""
    if not is_beside(work, case_id):
        return last_form(work, case_id, form)
    started = start_form(work)
    return last_form(work, case_id, form, instance=work.instance) or (started if started.form == form else None)


def draft_place(case_id: str, procedure: str) -> str:
    """Return where a start form is kept before it is sent."""
    return f"start:{case_id}:{procedure}"
