"""Access tokens (访问令牌): a person makes, sees and ends their own; the security administrator sees and ends everybody's."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.access import ACCESS
from engine.clock import local_date, random_token
from engine.commands.token import IssueToken, RevokeToken
from engine.errors import InvalidInputError
from engine.queries.person import FindAccount
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
    token, scopes = random_token(), tuple(request.form.getlist("scopes"))
    command = IssueToken(name=request.form.get("name", ""), scopes=scopes, expires_on=_day(), digest=digest(token), login=_login())
    try:
        _check_useful(scopes)
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
        scopes={scope: words for scope, words in SCOPES.items() if officer_of_safety or scope in _useful(actor().roles)},
        states=STATES,
        chosen=request.form.getlist("scopes") if refusal else [READ],
        typed=request.form if refusal else {},
        errors=refusal.fields if refusal else {},
        made=made,
        today=today,
        usual=today + USUAL,
    )


def _useful(roles: AbstractSet[str]) -> frozenset[str]:
    """Return the scopes that open something to roles: a token with another one would promise what it cannot do."""
    opened = {operation.scope for _, operation in operations() if operation.gives is not None and ACCESS[operation.gives].roles & roles}
    return frozenset(opened | {READ})


def _check_useful(scopes: Collection[str]) -> None:
    """Refuse a scope that opens nothing to the account for which the token is; an account that is not there is refused elsewhere."""
    login = _login()
    if login is not None and "security_admin" not in actor().roles:
        return
    owner = None if login is None else ask(FindAccount(login=login))
    roles = actor().roles if login is None else frozenset(owner.user.roles) if owner is not None else frozenset()
    useless = [SCOPES[scope] for scope in scopes if scope in SCOPES and scope not in _useful(roles)]
    if useless and (login is None or owner is not None):
        raise InvalidInputError({"scopes": [f"账号的角色用不上“{'”“'.join(useless)}”，请不选。"]})
