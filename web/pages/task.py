"""Tasks (办理页): the form of a step, filled in, tried out, submitted; nothing typed is lost whatever is answered."""

from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.draft import SaveDraft
from engine.commands.task import CompleteTask
from engine.errors import InvalidInputError, NotAllowedError, NotFoundError, RefusalError, StaleVersionError, StepNotWaitingError
from engine.queries.case_file import CaseFile, CaseFileView
from engine.queries.catalogue import CauseQuantities
from engine.queries.person import People, actor_of
from engine.queries.spread import SimilarFines
from engine.queries.task_page import TaskPage, TaskView
from web import goods, login, remedy, trial
from web.candidate import candidates, other_cases
from web.enclosure import dressed, printed
from web.filled import FilledForm, at_field, compact, measured_as
from web.limb import limbs_of, rivals_of
from web.refusal import wants_json
from web.request import Typed, actor, ask, engine, execute, idempotency_key, typed
from web.words import CONSEQUENCES, names_in, question, record

ON_THE_SPOT = frozenset({"spot_record", "confirmation", "spot_handover"})
"""The forms of the summary procedure that follow one another in the street."""

PAYING = "缴款"
"""The part of the handing over on the spot that is not asked where only a warning is given."""

blueprint = Blueprint("task", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/cases/<case_id>/tasks/<task_id>")
def show(case_id: str, task_id: str) -> ResponseReturnValue:
    """Show the form of a step with the person's draft, or who does the step."""
    view = ask(TaskPage(case_id=case_id, task_id=task_id))
    if task_id not in view.file.mine:
        return _witness_page(view) if _may_be_witnessed(view) else _over(case_id, task_id, None)
    if printed(view.task.form, case_id):
        view = ask(TaskPage(case_id=case_id, task_id=task_id))
    values = forms.flatten(view.suggested if view.draft is None else view.draft.data)
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
    return _onward(case_id)


@blueprint.post("/cases/<case_id>/tasks/<task_id>/witness")
def witness(case_id: str, task_id: str) -> ResponseReturnValue:
    """Let the second officer, who stands beside, confirm a step of the summary procedure on this screen with own account and password."""
    view = ask(TaskPage(case_id=case_id, task_id=task_id))
    if not _may_be_witnessed(view):
        return _over(case_id, task_id, None)
    name = request.form.get("login", "").strip()[:100]
    account = login.identify(name, request.form.get("password", ""))
    if account is None:
        return _witness_page(view, name, login.WRONG), 401
    confirmed = {"confirmed": "true"} if "_refuse" not in request.form else {"confirmed": "false", "reason": request.form.get("reason", "")}
    try:
        engine().execute(CompleteTask(case_id=case_id, task_id=task_id, data=confirmed), actor_of(account.user), key=idempotency_key(request))
    except RefusalError as refusal:
        return _witness_page(view, name, refusal.message), refusal.status
    flash(f"{account.user.name}已以本人身份确认。" if "_refuse" not in request.form else f"{account.user.name}没有确认，请核对后重新填写。")
    return _onward(case_id)


def _onward(case_id: str) -> ResponseReturnValue:
    """Go on to what waits next on the spot; of every other case, back to the case."""
    file = ask(CaseFile(case_id=case_id))
    if file.case.procedure == "summary":
        following = next((task for task in file.waiting if task.form in ON_THE_SPOT), None)
        if following is not None:
            return redirect(url_for("task.show", case_id=case_id, task_id=following.id), 303)
    return redirect(url_for("case.show", case_id=case_id), 303)


def _may_be_witnessed(view: TaskView) -> bool:
    """Tell whether the second officer may confirm on the screen of the lead: both stand in the street."""
    case = view.file.case
    return case.procedure == "summary" and view.task.step == "confirm_spot" and view.task.state == "waiting" and case.lead == actor().id


def _witness_page(view: TaskView, name: str = "", problem: str | None = None) -> str:
    done = next(task for task in reversed(view.file.done) if task.form == "spot_record")
    told = list(record(done, view.file, ask(People())))
    return render_template("task/witness.html", view=view, file=view.file, record=done.data or {}, told=told, name=name, problem=problem)


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
    if task_id not in view.file.mine:
        # Who cannot do the step need not mend its form.
        return _over(case_id, task_id, None if isinstance(refusal, InvalidInputError) else refusal, data)
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
    discretion = view.task.form in trial.FORMS
    filled = dressed(replace(filled, options=goods.options(filled.form, view.file, view.task.instance)), view.file.case.id)
    form = remedy.of_act(filled.form, view.file, view.task.instance)
    filled = replace(filled, form=goods.of_way(goods.of_measure(form, view.file, view.task.instance), view.file, view.task.instance))
    if discretion:
        filled = _of_cause(filled, view.file)
    if filled.form.key == "appraisal":
        filled = replace(filled, form=_appraised(filled.form, view.file))
    if filled.form.key == "spot_handover" and not view.file.case.fine:
        filled = replace(filled, form=_without(filled.form, PAYING))
    if filled.form.key == "act_anew":
        filled = replace(filled, options={**filled.options, "other": other_cases(view.file, filled.text("other"))})
    return render_template(
        "task/show.html",
        view=view,
        file=view.file,
        filled=filled,
        refusal=refusal,
        place=f"task:{view.task.id}",
        people=(people := ask(People())),
        candidates=candidates(view.task.form, view.file.case, people),
        discretion=discretion,
        panel=panel,
        similar=ask(SimilarFines(case_id=view.file.case.id)),
        returning=goods.returning(view.file, view.task.instance) if filled.form.key == "goods_return" else (),
        question=question(view.file.case, view.task),
        consequence=CONSEQUENCES.get(view.task.form),
    )


def _without(form: forms.FormDescription, section: str) -> forms.FormDescription:
    return replace(form, fields=tuple(item for item in form.fields if item.section != section))


def _appraised(form: forms.FormDescription, file: CaseFileView) -> forms.FormDescription:
    """Return what an institution found with value and limit as the cause calls them, in its unit; neither where it measures no excess of a limit."""
    quantities = {item.key: (item.name, item.unit) for item in ask(CauseQuantities(cause=file.case.cause))}
    return measured_as(form, quantities if {"measured", "limit"} <= quantities.keys() else {})


def _of_cause(filled: FilledForm, file: CaseFileView) -> FilledForm:
    """Return a report with the limbs among which its cause lets choose for the party, and the measures as its cause calls them.

    Where another rule may be broken too, the causes and limbs that punish the party are there to choose from.
    """
    quantities = {item.key: (item.name, item.unit) for item in ask(CauseQuantities(cause=file.case.cause))}
    options = {**filled.options, "limb": limbs_of(file), "concurrent": rivals_of(file)}
    return replace(filled, form=measured_as(filled.form, quantities), options=options)
