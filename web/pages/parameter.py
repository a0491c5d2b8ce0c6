"""Parameters of the city (参数): what is in force since when on which basis; another value proposed, approved by a second person."""

import re
from collections.abc import Mapping
from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.clock import local_date
from engine.commands.parameter import ApproveParameter, ProposeParameter, RejectParameter
from engine.errors import InvalidInputError, LawError, NotFoundError
from engine.queries.parameter import ParameterLine, Parameters
from engine.rules.parameter import NOTHING, entry, shown
from web import login
from web.request import actor, ask, engine, execute

blueprint = Blueprint("parameter", __name__)
blueprint.before_request(login.demand)

STATES = {"proposed": "待复核", "published": "已发布", "rejected": "未同意"}
MEASURES: Mapping[str, str] = {"月": "个月", "工作日": "个工作日"}
"""Units that want a measure word after a number."""
_UNIT = re.compile(r"（(\w+)）$")


@blueprint.get("/parameters")
def index() -> ResponseReturnValue:
    """Show all parameters with their values, and the proposals."""
    found = ask(Parameters())
    text = request.args.get("q", "").strip()[:40]
    lines = [line for line in found.lines if text in line.title or text in line.key]
    return render_template("parameter/index.html", lines=lines, total=len(found.lines), text=text, proposals=found.proposals, **_shared())


@blueprint.get("/parameters/<key>")
def show(key: str) -> ResponseReturnValue:
    """Show a parameter with the form of another value."""
    return _page(_line(key))


@blueprint.post("/parameters/<key>")
def propose(key: str) -> ResponseReturnValue:
    """Propose another value."""
    command = ProposeParameter(
        key=key,
        value="、".join(request.form.getlist("value")) or NOTHING if "_many" in request.form else request.form.get("value", ""),
        valid_from=_day(request.form.get("valid_from", "")),
        source=request.form.get("source", ""),
        reason=request.form.get("reason", ""),
    )
    try:
        execute(command)
    except InvalidInputError as refusal:
        return _page(_line(key), refusal), refusal.status
    flash("已提出，由法制科的另一人复核后施行。")
    return redirect(url_for("parameter.index"), 303)


@blueprint.post("/parameters/proposals/<proposal>/approve")
def approve(proposal: str) -> ResponseReturnValue:
    """Approve a proposal."""
    return _done(ApproveParameter(proposal=proposal), "已同意，自施行之日起适用。")


@blueprint.post("/parameters/proposals/<proposal>/reject")
def reject(proposal: str) -> ResponseReturnValue:
    """Refuse a proposal, or take one's own back."""
    return _done(RejectParameter(proposal=proposal, reason=request.form.get("reason", "")), "已退回，理由记入日志。")


def told(title: str, value: str) -> str:
    """Return a value with the unit that stands at the end of its title: 100,000元, 15日, 3个月; what is no number as it is."""
    unit = _UNIT.search(title)
    if unit is None or not re.fullmatch(r"\d+(\.\d+)?", value, re.ASCII):
        return value
    whole, _, rest = value.partition(".")
    return f"{int(whole):,}{'.' if rest else ''}{rest}{MEASURES.get(unit[1], unit[1])}"


def _done(command: ApproveParameter | RejectParameter, words: str) -> ResponseReturnValue:
    try:
        execute(command)
    except InvalidInputError as refusal:
        words = "".join(message for messages in refusal.fields.values() for message in messages)
    except LawError as refusal:
        words = refusal.message
    flash(words)
    return redirect(url_for("parameter.index"), 303)


def _line(key: str) -> ParameterLine:
    for line in ask(Parameters()).lines:
        if line.key == key:
            return line
    raise NotFoundError("没有这个参数。")


def _page(line: ParameterLine, refusal: InvalidInputError | None = None) -> str:
    return render_template(
        "parameter/show.html",
        line=line,
        entry=entry(line.now) if line.now else None,
        typed=request.form if refusal else {},
        errors=refusal.fields if refusal else {},
        **_shared(),
    )


def _shared() -> dict[str, object]:
    return {
        "states": STATES,
        "shown": shown,
        "told": told,
        "today": local_date(engine().clock.now()),
        "me": actor().id,
        "writes": "legal_office" in actor().roles,
    }


def _day(text: str) -> date:
    """Return the day that was chosen; what is no date lies too far back to be accepted."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min
