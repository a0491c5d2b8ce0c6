"""The yearly plan of inspections (年度检查计划): one matter on a page, from the draft to the publication."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.inspection_plan import DecideInspectionPlan, DraftInspectionPlan, PublishInspectionPlan
from engine.errors import InvalidInputError, LawError, NotAllowedError, RefusalError, StepNotWaitingError
from engine.model import InspectionPlan
from engine.queries.catalogue import CauseChoices
from engine.queries.inspection import FindInspectionPlan, Inspections
from engine.rules.inspection import KINDS
from web import login
from web.filled import FilledForm
from web.pages.inspection import PLAN_STATES, may, shown
from web.request import actor, ask, execute, typed

blueprint = Blueprint("inspection_plan", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/inspections/plans/new")
def new() -> ResponseReturnValue:
    """Show the form of a matter."""
    return _new(FilledForm(forms.describe("inspection_plan"), {"year": str(ask(Inspections()).year), "cap": "1"}))


@blueprint.post("/inspections/plans/new")
def draft() -> ResponseReturnValue:
    """Draft a matter."""
    data = typed(request)
    try:
        key = execute(DraftInspectionPlan(data=data))
    except InvalidInputError as refusal:
        return _new(FilledForm(forms.describe("inspection_plan"), data, refusal.fields)), refusal.status
    flash("已拟订，等负责人批准。")
    return redirect(url_for("inspection_plan.show", plan=key), 303)


@blueprint.get("/inspections/plans/<plan>")
def show(plan: str) -> ResponseReturnValue:
    """Show a matter with what may be done about it."""
    return _page(ask(FindInspectionPlan(plan=plan)))


@blueprint.post("/inspections/plans/<plan>/decide")
def decide(plan: str) -> ResponseReturnValue:
    """Approve a matter, or return it."""
    try:
        execute(DecideInspectionPlan(plan=plan, data=typed(request)))
    except (InvalidInputError, LawError, StepNotWaitingError) as refusal:
        return _page(ask(FindInspectionPlan(plan=plan)), refusal), refusal.status
    flash("审批意见已记录。")
    return redirect(url_for("inspection_plan.show", plan=plan), 303)


@blueprint.post("/inspections/plans/<plan>/publish")
def publish(plan: str) -> ResponseReturnValue:
    """Publish a matter."""
    try:
        execute(PublishInspectionPlan(plan=plan))
    except (LawError, StepNotWaitingError) as refusal:
        return _page(ask(FindInspectionPlan(plan=plan)), refusal), refusal.status
    flash("已公布，现在列在公示网站上；从今天起可以按这项计划登记检查。")
    return redirect(url_for("inspection_plan.show", plan=plan), 303)


def _new(filled: FilledForm) -> str:
    if not may(DraftInspectionPlan):
        raise NotAllowedError("检查计划由法制科拟订。")
    return render_template("inspection/plan_new.html", filled=filled)


def _page(plan: InspectionPlan, refusal: RefusalError | None = None) -> str:
    decides = plan.state == "drafted" and may(DecideInspectionPlan) and actor().id != plan.drafted_by
    return render_template(
        "inspection/plan.html",
        plan=plan,
        states=PLAN_STATES,
        kinds=KINDS,
        causes={cause.id: cause for cause in ask(CauseChoices())},
        filled=shown("approval", "decide", "decide", refusal) if decides else None,
        publishes=plan.state == "approved" and may(PublishInspectionPlan),
        refusal=None if isinstance(refusal, InvalidInputError) else refusal,
    )
