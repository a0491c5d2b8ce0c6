"""Access tokens (访问令牌): a person makes, sees and ends their own; the security administrator sees and ends everybody's."""

from datetime import date, timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.access import ACCESS
from engine.clock import local_date, random_token
from engine.commands.token import IssueToken, RevokeToken
from engine.errors import InvalidInputError
from engine.queries.token import AllTokens, MyTokens
from engine.rules.token import READ, SCOPES
from web import login
from web.api.spec import operations
from web.request import actor, ask, engine, execute
from web.token import STATES, digest

blueprint = Blueprint("token", __name__)
blueprint.before_request(login.demand)

USUAL = timedelta(days=90)
"""How long a token lives unless its maker says otherwise."""


@blueprint.get("/account/tokens")
def index() -> ResponseReturnValue:
    """Show one's own tokens with the form of a new one."""
    return _page()


@blueprint.post("/account/tokens")
def issue() -> ResponseReturnValue:
    """Make a token and show it, this once."""
    token = random_token()
    command = IssueToken(
        name=request.form.get("name", ""), scopes=tuple(request.form.getlist("scopes")), expires_on=_day(), digest=digest(token), login=_login()
    )
    try:
        execute(command)
    except InvalidInputError as refusal:
        return _page(refusal), refusal.status
    return _page(made=token)


@blueprint.post("/account/tokens/<token_id>/revoke")
def revoke(token_id: str) -> ResponseReturnValue:
    """End a token."""
    execute(RevokeToken(token_id=token_id))
    flash("令牌已注销，从现在起不能再用。")
    return redirect(url_for("token.index"), 303)


def _login() -> str | None:
    return request.form.get("login", "").strip() or None


def _day() -> date:
    """Return the last day that was chosen; what is no date lies too far back to be accepted."""
    try:
        return date.fromisoformat(request.form.get("expires_on", ""))
    except ValueError:
        return date.min


def _page(refusal: InvalidInputError | None = None, made: str | None = None) -> str:
    today = local_date(engine().clock.now())
    officer_of_safety = "security_admin" in actor().roles
    return render_template(
        "token/index.html",
        tokens=ask(MyTokens()),
        others=[view for view in ask(AllTokens()) if view.user.id != actor().id] if officer_of_safety else [],
        for_others=officer_of_safety,
        scopes={scope: words for scope, words in SCOPES.items() if officer_of_safety or scope in _useful()},
        states=STATES,
        chosen=request.form.getlist("scopes") if refusal else [READ],
        typed=request.form if refusal else {},
        errors=refusal.fields if refusal else {},
        made=made,
        today=today,
        usual=today + USUAL,
    )


def _useful() -> frozenset[str]:
    """Return the scopes that open something to the person: a token with another one would promise what it cannot do."""
    opened = {operation.scope for _, operation in operations() if operation.gives is not None and ACCESS[operation.gives].roles & actor().roles}
    return frozenset(opened | {READ})
