"""The public's pages (公示页面): published decisions, checking a paper, and what to do when one has received one."""

from collections.abc import Iterator

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.actor import Actor
from engine.queries.portal import PAGE, CheckDocument, PublishedDecision, PublishedDecisions
from engine.rules.numbering import read_check_code
from web.portal.decision import PublicDecision, read
from web.portal.register import table
from web.render import department
from web.request import engine, page_number

portal = Blueprint("portal", __name__)

PUBLIC = Actor(id="public", name="公众")
"""Whoever asks here: nobody in particular, without any role."""

LONGEST = 100
"""Nobody searches for more characters, and no code is longer."""

_BRIEFLY = "public, max-age=60"
"""A decision that is withdrawn must be gone at once: a minute is the longest that a copy may be shown."""

_NEVER = "no-store"
"""What a check says is true now, or not at all."""


@portal.get("/", strict_slashes=False)
def home() -> ResponseReturnValue:
    """Show the published decisions that meet the search."""
    text, district = _search()
    found = engine().ask(PublishedDecisions(text=text, district=district, page=page_number(request)), PUBLIC)
    first = (found.page - 1) * PAGE + 1
    body = render_template("portal/home.html", decisions=[read(row) for row in found.rows], found=found, first=first, text=text, district=district)
    return _answer(body, _BRIEFLY)


@portal.get("/decisions.csv")
def register() -> ResponseReturnValue:
    """Return all decisions that meet the search as one table."""
    text, district = _search()
    response = _answer(table(_all(text, district)), _BRIEFLY)
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = "attachment; filename=decisions.csv"
    return response


@portal.get("/decisions/<publication_id>")
def decision(publication_id: str) -> ResponseReturnValue:
    """Show one published decision."""
    shown = read(engine().ask(PublishedDecision(publication_id=publication_id), PUBLIC))
    return _answer(render_template("portal/decision.html", decision=shown), _BRIEFLY)


@portal.get("/check")
def check_form() -> ResponseReturnValue:
    """Ask for the code on the paper; with a code, go to what is known of it. A document's number is searched among the decisions."""
    typed = request.args.get("code")
    if typed is None:
        return _hidden(render_template("portal/check.html", problem=None))
    if any(sign in typed for sign in "〔字号"):
        return redirect(url_for("portal.home", text=typed.strip()[:LONGEST]), 303)
    token = _token(typed)
    if not token:
        return _hidden(render_template("portal/check.html", problem="请填写文书上“核验码”后面的12位数字和字母。"), 422)
    return redirect(url_for("portal.check", token=token), 303)


@portal.get("/check/<token>")
def check(token: str) -> ResponseReturnValue:
    """Say whether the paper with this code is genuine, withdrawn, or was never made."""
    found = engine().ask(CheckDocument(token=_token(token)), PUBLIC)
    page = render_template(f"portal/verdict_{found.verdict}.html", paper=found, token=token[:LONGEST], now=engine().clock.now())
    return _hidden(page, 404 if found.verdict == "none" else 200)


@portal.get("/guide")
def guide() -> ResponseReturnValue:
    """Show what to do with a decision that one has received: check it, pay, object."""
    return _answer(render_template("portal/guide.html"), _BRIEFLY)


@portal.get("/about")
def about() -> ResponseReturnValue:
    """Show what is published, for how long, what is masked, and how to have it corrected."""
    return _answer(render_template("portal/about.html"), _BRIEFLY)


def _search() -> tuple[str, str | None]:
    """Return the words and the district that the address asks for; an unknown district is none."""
    district = request.args.get("district", "")
    return request.args.get("text", "").strip()[:LONGEST], district if district in department().districts else None


def _all(text: str, district: str | None) -> Iterator[PublicDecision]:
    page = pages = 1
    while page <= pages:
        found = engine().ask(PublishedDecisions(text=text, district=district, page=page), PUBLIC)
        yield from (read(row) for row in found.rows)
        page, pages = page + 1, found.pages


def _token(typed: str) -> str:
    """Return the code in what was typed or pasted; of an address the last part stays."""
    return read_check_code(typed.strip().rstrip("/").rpartition("/")[2])


def _answer(body: str, cache: str, status: int = 200) -> Response:
    """Return a page that copies may be kept of, unless somebody with a session asks: the answer may renew it."""
    response = make_response(body, status)
    response.headers["Cache-Control"] = _NEVER if request.cookies else cache
    return response


def _hidden(body: str, status: int = 200) -> Response:
    """Return a page that search engines are asked to leave alone: its address is the secret of a paper."""
    response = _answer(body, _NEVER, status)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
