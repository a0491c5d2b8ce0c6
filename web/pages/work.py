"""The worklist (待办): what waits for whom."""

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from engine.commands.task import ClaimTask, ReleaseTask
from engine.queries.absence import AwayToday
from engine.queries.agenda import ToldCount
from engine.queries.inspection import InspectionsWaiting
from engine.queries.search import SavedSearches
from engine.queries.worklist import Worklist
from web import login
from web.request import actor, ask, execute, page_number

blueprint = Blueprint("work", __name__)
blueprint.before_request(login.demand)

VIEWS = {"all": "等我办的", "claimed": "我签收的", "overdue": "已超期", "soon": "三日内到期"}
ORDERS = {"due": "期限近的在前", "arrival": "收到早的在前"}


@blueprint.get("/work")
def index() -> ResponseReturnValue:
    """Show what waits for the person who asks; the filter stands in the address."""
    view, order = request.args.get("view", "all"), request.args.get("order", "due")
    query = Worklist(
        view=view if view in VIEWS else "all",
        step=request.args.get("step") or None,
        text=request.args.get("q", "")[:100],
        order=order if order in ORDERS else "due",
        page=page_number(request),
    )
    found, saved, told = ask(query), ask(SavedSearches()), ask(ToldCount())
    given = {"query": query, "list": found, "saved": saved, "told": told, "away": ask(AwayToday()), "visits": ask(InspectionsWaiting())}
    return render_template("work/index.html", views=VIEWS, orders=ORDERS, me=actor().id, **given)


@blueprint.post("/cases/<case_id>/tasks/<task_id>/claim")
def claim(case_id: str, task_id: str) -> ResponseReturnValue:
    """Take a task on."""
    execute(ClaimTask(case_id=case_id, task_id=task_id))
    flash("已签收，同事会看到由您办理。")
    return redirect(login.safe_next(request.form.get("_next")), 303)


@blueprint.post("/cases/<case_id>/tasks/<task_id>/release")
def release(case_id: str, task_id: str) -> ResponseReturnValue:
    """Give a task back."""
    execute(ReleaseTask(case_id=case_id, task_id=task_id))
    flash("已退签，同事可以办理。")
    return redirect(login.safe_next(request.form.get("_next")), 303)
