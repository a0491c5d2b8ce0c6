"""Inspections of enterprises (涉企行政检查): the yearly plan, the register, and what is done about an inspection."""

from collections.abc import Iterable
from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.access import ACCESS
from engine.commands.command import Command
from engine.commands.inspection import CancelInspection, DecideInspection, EndInspection, RegisterInspection, StartInspection
from engine.commands.inspection_plan import DraftInspectionPlan
from engine.errors import InvalidInputError, LawError, NotAllowedError, NotFoundError, RefusalError, StepNotWaitingError
from engine.model import Inspection
from engine.queries.inspection import OPEN, FindInspection, Inspections, InspectionsPage, InspectionView
from engine.queries.person import People
from engine.rules.inspection import FINDINGS, GROUNDS, KINDS
from web import login
from web.filled import FilledForm, at_field
from web.request import actor, ask, execute, page_number, typed

STATES = {
    "registered": ("待批准", "run"),
    "returned": ("已退回", "law"),
    "approved": ("待入企", "run"),
    "cancelled": ("已取消", "off"),
    "started": ("待记录结果", "run"),
    "ended": ("已办结", "done"),
}
"""Each state of an inspection in words, and how it looks."""

PLAN_STATES = {"drafted": ("待批准", "run"), "returned": ("已退回", "law"), "approved": ("待公布", "run"), "published": ("已公布", "done")}

FORMS = {"decide": "approval", "arrive": "inspection_arrival", "result": "inspection_result", "cancel": "reason"}
"""What can be done about an inspection, with its form."""

COMMANDS = {"decide": DecideInspection, "arrive": StartInspection, "result": EndInspection, "cancel": CancelInspection}
HEADINGS = {"decide": "批准检查", "arrive": "入企登记", "result": "记录检查结果", "cancel": "取消检查"}
DONE = {"decide": "审批意见已记录。", "arrive": "入企已登记。", "result": "检查结果已记录。", "cancel": "检查已取消，不计次数。"}

blueprint = Blueprint("inspection", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/inspections")
def index() -> ResponseReturnValue:
    """Show the plan and the inspections of a year."""
    year = request.args.get("year", "")
    known = int(year) if year.isascii() and year.isdigit() and len(year) == 4 and year.startswith("20") else None
    query = Inspections(year=known, text=request.args.get("q", "")[:100], page=page_number(request))
    page = ask(query)
    return render_template(
        "inspection/index.html",
        page=page,
        query=query,
        open=[view for view in page.inspections if view.inspection.state in OPEN],
        over=[view for view in page.inspections if view.inspection.state not in OPEN],
        states=STATES,
        plan_states=PLAN_STATES,
        kinds=KINDS,
        findings=FINDINGS,
        registers=may(RegisterInspection),
        drafts=may(DraftInspectionPlan),
    )


@blueprint.get("/inspections/new")
def new() -> ResponseReturnValue:
    """Show the form of an inspection."""
    return _new(FilledForm(forms.describe("inspection"), {"first": actor().id, "kind": "planned", "announced": "true"}))


@blueprint.post("/inspections/new")
def register() -> ResponseReturnValue:
    """Register an inspection."""
    data = typed(request)
    try:
        key = execute(RegisterInspection(data=data))
    except InvalidInputError as refusal:
        return _new(FilledForm(forms.describe("inspection"), data, refusal.fields)), refusal.status
    except LawError as refusal:
        return _new(FilledForm(forms.describe("inspection"), data, at_field(refusal)), refusal), refusal.status
    flash("已登记，等负责人批准。批准以前不能入企。")
    return redirect(url_for("inspection.show", inspection=key), 303)


@blueprint.get("/inspections/<inspection>")
def show(inspection: str) -> ResponseReturnValue:
    """Show an inspection with what may be done about it."""
    return _page(ask(FindInspection(inspection=inspection)))


@blueprint.post("/inspections/<inspection>/<act>")
def act(inspection: str, act: str) -> ResponseReturnValue:
    """Decide on an inspection, record the arrival or the result, or cancel it."""
    if act not in COMMANDS:
        raise NotFoundError("没有这项操作。")
    view = ask(FindInspection(inspection=inspection))
    try:
        execute(COMMANDS[act](inspection=inspection, data=typed(request)))
    except (InvalidInputError, LawError, StepNotWaitingError) as refusal:
        return _page(view, act, refusal), refusal.status
    flash(DONE[act])
    return redirect(url_for("inspection.show", inspection=inspection), 303)


def may(command: type[Command[None]] | type[Command[str]]) -> bool:
    """Tell whether a role of the person may give a command."""
    return bool(ACCESS[command].roles & actor().roles)


def shown(form: str, act: str, failed: str, refusal: RefusalError | None) -> FilledForm:
    """Return the form of an act, with what was typed and what is wrong where it was refused."""
    if refusal is None or act != failed:
        return FilledForm(forms.describe(form), {})
    errors = refusal.fields if isinstance(refusal, InvalidInputError) else at_field(refusal)
    return FilledForm(forms.describe(form), typed(request), errors)


def _acts(row: Inspection) -> list[str]:
    """Return what the person may do about an inspection now."""
    own, me = {row.first, row.second}, actor()
    decides = ["decide"] if row.state == "registered" and may(DecideInspection) and me.id not in own and me.district in {None, row.district} else []
    goes = {"approved": ["arrive"], "started": ["result"]}.get(row.state, []) if me.id in own else []
    cancels = ["cancel"] if row.state in {"registered", "approved"} and me.id in own | {row.registered_by} else []
    return [*decides, *goes, *cancels]


def _plans(page: InspectionsPage) -> Iterable[tuple[str, str]]:
    published = (plan for plan in page.plans if plan.state == "published")
    return [(plan.id, f"{plan.year}年 {plan.title}（{KINDS[plan.kind]}，同一企业每年至多{plan.cap}次）") for plan in published]


def _new(filled: FilledForm, refusal: LawError | None = None) -> str:
    if not may(RegisterInspection):
        raise NotAllowedError("检查由执法人员登记。")
    now = ask(Inspections())
    plans = [*_plans(now), *_plans(ask(Inspections(year=now.year + 1)))]
    lacking = {} if plans else {"plans": f"{now.year}年还没有公布的检查计划；只能根据线索或者应企业申请检查。"}
    filled = replace(filled, options={"plans": plans}, lacking=lacking)
    return render_template("inspection/new.html", filled=filled, refusal=refusal, people=ask(People(role="officer")))


def _page(view: InspectionView, failed: str = "", refusal: RefusalError | None = None) -> str:
    acts = _acts(view.inspection)
    filled = {act: shown(form, act, failed, refusal) for act, form in FORMS.items() if act in acts}
    return render_template(
        "inspection/show.html",
        view=view,
        states=STATES,
        kinds=KINDS,
        grounds=GROUNDS,
        findings=FINDINGS,
        filled=filled,
        headings=HEADINGS,
        failed=failed,
        refusal=None if isinstance(refusal, InvalidInputError) else refusal,
        clues=view.inspection.state in {"started", "ended"} and actor().id in {view.inspection.first, view.inspection.second},
    )
