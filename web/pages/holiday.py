"""Holidays (放假安排): the legal office proposes a year or a decree, a second person publishes it."""

import re
from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.commands.holiday import ProposeHoliday, PublishHoliday, RefuseHoliday
from engine.errors import InvalidInputError
from engine.queries.holiday import Holidays
from web import login
from web.request import actor, ask, execute

blueprint = Blueprint("holiday", __name__)
blueprint.before_request(login.demand)

STATES = {"waiting": "等复核", "published": "已发布", "refused": "已退回"}


@blueprint.get("/holidays")
def index() -> ResponseReturnValue:
    """Show the published years, the proposals and the form of a new one."""
    return _page()


@blueprint.post("/holidays")
def propose() -> ResponseReturnValue:
    """Propose a table or a decree; what was typed is kept where it is refused."""
    try:
        execute(_proposal())
    except InvalidInputError as refusal:
        return _page(refusal), refusal.status
    flash("已提出，请法制科另一人复核后发布。")
    return redirect(url_for("holiday.index"), 303)


@blueprint.post("/holidays/<proposal_id>/publish")
def publish(proposal_id: str) -> ResponseReturnValue:
    """Publish a proposal."""
    execute(PublishHoliday(proposal=proposal_id))
    flash("已发布。系统正在重新计算受影响的期限，结果记入各案的办案经过。")
    return redirect(url_for("holiday.index"), 303)


@blueprint.post("/holidays/<proposal_id>/refuse")
def refuse(proposal_id: str) -> ResponseReturnValue:
    """Refuse a proposal."""
    execute(RefuseHoliday(proposal=proposal_id, reason=request.form.get("reason", "")))
    flash("已退回。")
    return redirect(url_for("holiday.index"), 303)


def _proposal() -> ProposeHoliday:
    """Return what was typed as a command; days are written 2026-12-21, apart by spaces, commas or lines."""
    problems: dict[str, list[str]] = {}
    days: dict[str, tuple[date, ...]] = {}
    for name in ("off", "on"):
        try:
            days[name] = tuple(_day(word) for word in re.split(r"[\s,，、;；]+", request.form.get(name, "")[:5000]) if word)
        except ValueError:
            problems[name] = ["日期写成2026-12-21，用空格或者逗号隔开。"]
    year = request.form.get("year", "")
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        problems["year"] = ["请填四位年份。"]
    if problems:
        raise InvalidInputError(problems)
    whole = request.form.get("whole") == "yes"
    return ProposeHoliday(year=int(year), whole=whole, off=days["off"], on=days["on"], source=request.form.get("source", ""))


def _page(refusal: InvalidInputError | None = None) -> str:
    return render_template(
        "holiday/index.html",
        view=ask(Holidays()),
        states=STATES,
        me=actor().id,
        may="legal_office" in actor().roles,
        typed=request.form if refusal else {},
        errors=refusal.fields if refusal else {},
    )


def _day(word: str) -> date:
    """Return a day as people or as machines write it: 2026年12月21日, 2026-12-21; ValueError where it is none."""
    written = re.fullmatch(r"(\d{4})年(\d{1,2})月(\d{1,2})日", word)
    return date(*(int(part) for part in written.groups())) if written else date.fromisoformat(word)
