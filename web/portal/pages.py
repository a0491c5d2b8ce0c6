"""The public's pages (公示页面): published decisions, checking a paper, and what to do when one has received one."""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.actor import Actor
from engine.queries.device import PublicDevices
from engine.queries.hearing import ComingHearings
from engine.queries.inspection import PublicInspectionPlans
from engine.queries.portal import CheckDocument, PublishedDecision, PublishedDecisions, WithdrawnDecisions
from engine.rules.numbering import read_check_code
from engine.rules.publication import GROUNDS
from web.portal import conditions
from web.portal.decision import read
from web.request import engine, page_number

portal = Blueprint("portal", __name__)

PUBLIC = Actor(id="public", name="公众")
"""Whoever asks here: nobody in particular, without any role."""

LONGEST = conditions.LONGEST
"""No code is longer than what is searched for."""

BRIEFLY = "public, max-age=60"
"""A decision that is withdrawn must be gone at once: a minute is the longest that a copy may be shown."""

NEVER = "no-store"
"""What a check says is true now, or not at all."""


@portal.get("/", strict_slashes=False)
def home() -> ResponseReturnValue:
    """Show the published decisions that meet the search; every condition stands in the address."""
    chosen = conditions.read(request.args)
    found = engine().ask(PublishedDecisions(conditions=chosen, page=page_number(request)), PUBLIC)
    lists = conditions.lists(found, chosen)
    body = render_template(
        "portal/home.html",
        decisions=[read(row) for row in found.rows],
        found=found,
        conditions=chosen,
        args=conditions.args(chosen),
        labels=conditions.LABELS,
        lists=lists,
        said=list(conditions.said(chosen, lists)),
    )
    return answer(body, BRIEFLY)


@portal.get("/decisions/<publication_id>")
def decision(publication_id: str) -> ResponseReturnValue:
    """Show one published decision, or why it is public no more."""
    found = engine().ask(PublishedDecision(publication_id=publication_id), PUBLIC)
    if found.publication is None:
        return hidden(render_template("portal/gone.html", gone=found.gone, grounds=GROUNDS), 410)
    return answer(render_template("portal/decision.html", decision=read(found.publication), files=found.files), BRIEFLY)


@portal.get("/withdrawn")
def withdrawn() -> ResponseReturnValue:
    """Show what was withdrawn, each with its reason."""
    found = engine().ask(WithdrawnDecisions(page=page_number(request)), PUBLIC)
    return answer(render_template("portal/withdrawn.html", found=found, grounds=GROUNDS), BRIEFLY)


@portal.get("/hearings")
def hearings() -> ResponseReturnValue:
    """Show the public hearings that are to come."""
    return answer(render_template("portal/hearings.html", hearings=engine().ask(ComingHearings(), PUBLIC)), BRIEFLY)


@portal.get("/devices")
def devices() -> ResponseReturnValue:
    """Show where the agency watches, on which law, and when each device was reviewed."""
    return answer(render_template("portal/devices.html", devices=engine().ask(PublicDevices(), PUBLIC)), BRIEFLY)


@portal.get("/inspections")
def inspections() -> ResponseReturnValue:
    """Show what enterprises are inspected on, and how often at most."""
    return answer(render_template("portal/inspections.html", view=engine().ask(PublicInspectionPlans(), PUBLIC)), BRIEFLY)


@portal.get("/check")
def check_form() -> ResponseReturnValue:
    """Ask for the code on the paper; with a code, go to what is known of it. A document's number is searched among the decisions."""
    typed = request.args.get("code")
    if typed is None:
        return hidden(render_template("portal/check.html", problem=None))
    if any(sign in typed for sign in "〔字号"):
        return redirect(url_for("portal.home", text=typed.strip()[:LONGEST]), 303)
    token = _token(typed)
    if not token:
        return hidden(render_template("portal/check.html", problem="请填写文书上“核验码”后面的12位数字和字母。"), 422)
    return redirect(url_for("portal.check", token=token), 303)


@portal.get("/check/<token>")
def check(token: str) -> ResponseReturnValue:
    """Say whether the paper with this code is genuine, withdrawn, or was never made."""
    found = engine().ask(CheckDocument(token=_token(token)), PUBLIC)
    page = render_template(f"portal/verdict_{found.verdict}.html", paper=found, token=token[:LONGEST], grounds=GROUNDS, now=engine().clock.now())
    return hidden(page, 404 if found.verdict == "none" else 200)


@portal.get("/guide")
def guide() -> ResponseReturnValue:
    """Show what to do with a decision that one has received: check it, pay, object."""
    return answer(render_template("portal/guide.html"), BRIEFLY)


@portal.get("/about")
def about() -> ResponseReturnValue:
    """Show what is published, for how long, what is masked, and how to have it corrected."""
    return answer(render_template("portal/about.html"), BRIEFLY)


def _token(typed: str) -> str:
    """Return the code in what was typed or pasted; of an address the last part stays."""
    return read_check_code(typed.strip().rstrip("/").rpartition("/")[2])


def answer(body: str, cache: str, status: int = 200) -> Response:
    """Return a page that copies may be kept of, unless somebody with a session asks: the answer may renew it."""
    response = make_response(body, status)
    response.headers["Cache-Control"] = NEVER if request.cookies else cache
    return response


def hidden(body: str, status: int = 200) -> Response:
    """Return a page that search engines are asked to leave alone: its address is the secret of a paper."""
    response = answer(body, NEVER, status)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
