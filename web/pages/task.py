"""Tasks (办理页): the form of a step, filled in, tried out, submitted; nothing typed is lost whatever is answered."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.draft import SaveDraft
from engine.commands.task import CompleteTask
from engine.errors import InvalidInputError, NotAllowedError, NotFoundError, RefusalError, StaleVersionError, StepNotWaitingError
from engine.queries.case_file import CaseFile
from engine.queries.person import People
from engine.queries.task_page import TaskPage, TaskView
from web import login, trial
from web.filled import FilledForm, at_field, compact, flatten
from web.refusal import wants_json
from web.request import Typed, actor, ask, engine, execute, typed
from web.words import CONSEQUENCES, names_in, question

blueprint = Blueprint("task", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/cases/<case_id>/tasks/<task_id>")
def show(case_id: str, task_id: str) -> ResponseReturnValue:
    """Show the form of a step with the person's draft, or who does the step."""
    view = ask(TaskPage(case_id=case_id, task_id=task_id))
    if task_id not in view.file.mine:
        return _over(case_id, task_id, None)
    values = view.draft.data if view.draft is not None else flatten(view.suggested)
    return _page(view, FilledForm(forms.describe(view.task.form), values))


@blueprint.post("/cases/<case_id>/tasks/<task_id>")
def submit(case_id: str, task_id: str) -> ResponseReturnValue:
    """Submit a step; come back to the case."""
    data = compact(typed(request))
    if "_keep" in request.form:
        return _keep(case_id, task_id, data)
    try:
        waiting = execute(CompleteTask(case_id=case_id, task_id=task_id, data=data))
    except RefusalError as refusal:
        return _refused(case_id, task_id, data, refusal)
    flash("已提交。" + ("案件进入下一步。" if waiting else "流程到此结束。"))
    return redirect(url_for("case.show", case_id=case_id), 303)


@blueprint.post("/cases/<case_id>/tasks/<task_id>/discretion")
def discretion(case_id: str, task_id: str) -> ResponseReturnValue:
    """Try out the discretion on what the form says so far; a script gets the panel alone, a page without script the whole page."""
    view = ask(TaskPage(case_id=case_id, task_id=task_id))
    data = dict(compact(typed(request)))
    if "_adopt" in request.form:
        data["fine"] = request.form["_adopt"]
    panel = trial.run(view, data, address=url_for("task.discretion", case_id=case_id, task_id=task_id))
    if wants_json():
        return render_template("task/discretion.html", panel=panel)
    return _page(view, FilledForm(forms.describe(view.task.form), data), panel=panel)


def _keep(case_id: str, task_id: str, data: Typed) -> ResponseReturnValue:
    engine().execute(SaveDraft(place=f"task:{task_id}", data=data), actor())
    flash("草稿已保存。")
    return redirect(url_for("task.show", case_id=case_id, task_id=task_id), 303)


def _refused(case_id: str, task_id: str, data: Typed, refusal: RefusalError) -> ResponseReturnValue:
    """Answer a refusal on the page where the form was, with everything that was typed."""
    if isinstance(refusal, NotFoundError | NotAllowedError):
        raise refusal
    engine().execute(SaveDraft(place=f"task:{task_id}", data=data), actor())
    if isinstance(refusal, StepNotWaitingError):
        return _over(case_id, task_id, refusal, data)
    view = ask(TaskPage(case_id=case_id, task_id=task_id))
    form = forms.describe(view.task.form)
    if isinstance(refusal, StaleVersionError):
        meanwhile = [moment for moment in view.file.timeline if moment.seq > refusal.seen]
        page = render_template(
            "task/conflict.html", view=view, filled=FilledForm(form, data, names=names_in(view.file, ask(People()))), meanwhile=meanwhile
        )
    elif isinstance(refusal, InvalidInputError):
        page = _page(view, FilledForm(form, data, refusal.fields))
    else:
        page = _page(view, FilledForm(form, data, at_field(refusal)), refusal)
    return page, refusal.status


def _over(case_id: str, task_id: str, refusal: RefusalError | None, data: Typed | None = None) -> ResponseReturnValue:
    """Say who did the step, or who is to do it."""
    file = ask(CaseFile(case_id=case_id))
    task = next((task for task in (*file.waiting, *file.done) if task.id == task_id), None)
    names = names_in(file, ask(People()))
    said = list(FilledForm(forms.describe(task.form), data, names=names).said()) if task is not None and data is not None else []
    return render_template("task/over.html", file=file, task=task, refusal=refusal, typed=said), 409


def _page(view: TaskView, filled: FilledForm, refusal: RefusalError | None = None, panel: trial.Panel | None = None) -> str:
    return render_template(
        "task/show.html",
        view=view,
        file=view.file,
        filled=filled,
        refusal=refusal,
        place=f"task:{view.task.id}",
        people=ask(People()),
        discretion=view.task.form in trial.FORMS,
        panel=panel,
        question=question(view.file.case, view.task),
        consequence=CONSEQUENCES.get(view.task.form),
    )
