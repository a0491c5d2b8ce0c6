"""The password of one's own account (修改密码), and where one is logged in."""

from collections.abc import Mapping

import flask_login
from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from engine.actor import SYSTEM
from engine.commands.credential import EndSession
from engine.commands.user import SetPassword
from engine.queries.person import FindAccount
from engine.queries.roster import MySessions
from web import login
from web.password import problem
from web.request import actor, ask, engine, execute

blueprint = Blueprint("password", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/password")
def show() -> ResponseReturnValue:
    """Show the form."""
    return _page({})


@blueprint.post("/password")
def change() -> ResponseReturnValue:
    """Replace the password; every other session of the account ends with the old one."""
    if errors := _problems():
        return _page(errors), 422
    engine().execute(SetPassword(user_id=actor().id, password_hash=login.passwords().hash(request.form["new"])), actor())
    account = engine().ask(FindAccount(user_id=actor().id), SYSTEM)
    if account is not None:
        login.begin(account)
    flash("密码已更换，其他设备上的登录已退出。")
    return redirect(url_for("start.show"), 303)


@blueprint.post("/sessions/<session_id>/end")
def end(session_id: str) -> ResponseReturnValue:
    """End one of one's own sessions, on whatever device it is."""
    execute(EndSession(session_id=session_id))
    flash("这处登录已结束。")
    return redirect(url_for("password.show"), 303)


def _page(errors: Mapping[str, str]) -> str:
    must = flask_login.current_user.must_change
    return render_template("password/show.html", errors=errors, must=must, sessions=() if must else ask(MySessions()), here=session.get("name"))


def _problems() -> dict[str, str]:
    account = engine().ask(FindAccount(user_id=actor().id), SYSTEM)
    credential = None if account is None else account.credential
    new = request.form.get("new", "")
    errors = {}
    if not login.passwords().right(request.form.get("old", "")[:1000], None if credential is None else credential.password_hash):
        errors["old"] = "原密码不对。"
    if found := problem(new, flask_login.current_user.user.login):
        errors["new"] = found
    elif new == request.form.get("old"):
        errors["new"] = "新密码不能和原密码相同。"
    if new != request.form.get("again"):
        errors["again"] = "两次输入的新密码不一致。"
    return errors
