"""Absences (请假外出): who is away, noted and cancelled; and tasks given to somebody else."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.absence import KINDS, CancelAbsence, NoteAbsence
from engine.commands.reassignment import ReassignTask
from engine.errors import InvalidInputError, LawError, NotFoundError
from engine.queries.absence import Absences, AwayToday
from engine.queries.case_file import CaseFile
from engine.queries.person import People
from web import login
from web.filled import FilledForm, at_field
from web.request import actor, ask, execute, typed

blueprint = Blueprint("absence", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/absences")
def index() -> ResponseReturnValue:
    """Show who is away or will be, with the form for another absence."""
    return _page(FilledForm(forms.describe("absence"), {}))


@blueprint.post("/absences")
def note() -> ResponseReturnValue:
    """Note an absence."""
    data = typed(request)
    try:
        execute(NoteAbsence(data=data))
    except InvalidInputError as refusal:
        return _page(FilledForm(forms.describe("absence"), data, refusal.fields)), refusal.status
    flash("已登记。审批还可以授权给同事代理。")
    return redirect(url_for("absence.index"), 303)


@blueprint.post("/absences/<absence_id>/cancel")
def cancel(absence_id: str) -> ResponseReturnValue:
    """Cancel an absence."""
    execute(CancelAbsence(absence_id=absence_id))
    flash("已销假。")
    return redirect(url_for("absence.index"), 303)


@blueprint.get("/cases/<case_id>/tasks/<task_id>/reassignment")
def ask_whom(case_id: str, task_id: str) -> ResponseReturnValue:
    """Show the form by which a claimed task is given to somebody else."""
    return _reassign_page(case_id, task_id, FilledForm(forms.describe("task_reassignment"), {}))


@blueprint.post("/cases/<case_id>/tasks/<task_id>/reassignment")
def reassign(case_id: str, task_id: str) -> ResponseReturnValue:
    """Give a claimed task to somebody else."""
    data = typed(request)
    try:
        execute(ReassignTask(case_id=case_id, task_id=task_id, data=data))
    except InvalidInputError as refusal:
        return _reassign_page(case_id, task_id, FilledForm(forms.describe("task_reassignment"), data, refusal.fields)), refusal.status
    except LawError as refusal:
        filled = FilledForm(forms.describe("task_reassignment"), data, at_field(refusal))
        return _reassign_page(case_id, task_id, filled, refusal), refusal.status
    flash("已改派，理由记入办理经过。")
    return redirect(url_for("case.show", case_id=case_id), 303)


def _page(filled: FilledForm) -> str:
    people = [user for user in ask(People()) if user.id == actor().id or actor().roles & {"head", "squad_leader"}]
    return render_template("absence/index.html", list=ask(Absences()), away=ask(AwayToday()), kinds=KINDS, filled=filled, people=people)


def _reassign_page(case_id: str, task_id: str, filled: FilledForm, refusal: LawError | None = None) -> str:
    file = ask(CaseFile(case_id=case_id))
    task = next((item for item in file.waiting if item.id == task_id), None)
    if task is None:
        raise NotFoundError("本案没有这一步在等待办理。")
    people = [user for user in ask(People(role=task.role)) if user.id != task.claimed_by]
    return render_template("absence/reassign.html", file=file, task=task, filled=filled, refusal=refusal, people=people)
