"""Logging in (登录): who sits there, for how long, and how that ends. Source: OWASP ASVS 5.0 6.3, 7.2-7.4; 等保 8.1.4.1."""

from contextlib import suppress
from datetime import timedelta
from typing import cast
from urllib.parse import urlsplit

import flask_login
from flask import Blueprint, Flask, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from engine.actor import SYSTEM, Actor
from engine.clock import random_name
from engine.commands.credential import EndSession, NoteSession
from engine.commands.security import NoteSecurity
from engine.commands.user import NOBODY, NoteLogin
from engine.errors import NotFoundError
from engine.model import Credential
from engine.queries.person import Account, FindAccount, actor_of
from web import problem
from web.password import DEMONSTRATION, Passwords
from web.refusal import wants_json
from web.request import engine, house

IDLE = timedelta(minutes=30)
"""Without a request for so long, the session is over."""

LONGEST = timedelta(hours=12)
"""However busy, the session is over after so long: a shift."""

WRONG = "账号或者密码不对。连续输错5次，账号锁定15分钟。"
"""One answer for an unknown name, a wrong password, a locked account and a disabled one."""

OPEN_WITHOUT_CHANGE = frozenset({"password.show", "password.change", "login.leave", "static", "vendor"})
"""Where one may go before a first password has been replaced."""

blueprint = Blueprint("login", __name__)


class Person:
    """Who is logged in, in the words of flask-login; the session dies with the password that opened it, and when somebody ends it."""

    is_authenticated = True
    is_anonymous = False

    def __init__(self, account: Account) -> None:
        self.user = account.user
        self.actor: Actor = actor_of(account.user, account.proxies)
        self.is_active: bool = account.user.active
        self.must_change = account.credential is not None and account.credential.must_change
        changed = "" if account.credential is None else account.credential.changed_at.isoformat()
        self._ticket = f"{account.user.id} {changed}"

    def get_id(self) -> str:
        """Return what the session remembers."""
        return self._ticket


def _load(ticket: str) -> Person | None:
    account = engine().ask(FindAccount(user_id=ticket.partition(" ")[0], session_id=str(session.get("name", ""))), SYSTEM)
    person = None if account is None or not account.here else Person(account)
    return person if person is not None and person.is_active and person.get_id() == ticket else None


def passwords() -> Passwords:
    """Return who makes and checks hashes here."""
    return cast("Passwords", current_app.extensions["passwords"])


def demand() -> ResponseReturnValue | None:
    """Send whoever is not logged in to the log-in page; set it as `before_request` of every blueprint that is not public."""
    if not flask_login.current_user.is_authenticated:
        if wants_json():
            return {"code": "not_logged_in", "message": "登录已过期，请重新登录。"}, 401
        there = request.full_path.removesuffix("?") if request.method == "GET" else None
        return redirect(url_for("login.show", next=there), 303)
    if flask_login.current_user.must_change and request.endpoint not in OPEN_WITHOUT_CHANGE:
        return redirect(url_for("password.show"), 303)
    return None


def safe_next(address: str | None) -> str:
    """Return an address within this site, the worklist for every other. Source: ASVS 3.7.2."""
    fallback = url_for("start.show")
    if not address or not address.startswith("/") or any(ord(sign) <= 32 or sign == "\\" for sign in address):
        return fallback
    parts = urlsplit(address)
    return fallback if parts.scheme or parts.netloc or address.startswith("//") else address


@blueprint.get("/login")
def show() -> ResponseReturnValue:
    """Show the log-in page; in the demonstration a chosen account fills it."""
    if flask_login.current_user.is_authenticated:
        return redirect(safe_next(request.args.get("next")), 303)
    chosen = request.args.get("account", "")
    return _page(chosen, DEMONSTRATION if chosen and house().settings.demonstration else "", None, 200)


@blueprint.post("/login")
def enter() -> ResponseReturnValue:
    """Open a session for the right password; whatever is wrong gets the same answer in the same time."""
    name = request.form.get("login", "").strip()[:100]
    account = identify(name, request.form.get("password", ""))
    if account is None:
        return _page(name, "", WRONG, 401)
    begin(account)
    return redirect(safe_next(request.form.get("_next")), 303)


def identify(name: str, password: str) -> Account | None:
    """Return the account of a person who knows the password; a wrong one counts, whoever's session asks."""
    account = engine().ask(FindAccount(login=name), SYSTEM)
    credential = None if account is None else account.credential
    right = passwords().right(password[:1000], None if credential is None else credential.password_hash)
    known = account if account is not None and account.user.active and not _locked(credential) else None
    called = "（没有这个账号）" if account is None else account.user.name
    attempt = NoteLogin(user_id=NOBODY if known is None else known.user.id, succeeded=right, name=called, address=request.remote_addr or "")
    engine().execute(attempt, SYSTEM)
    return known if right else None


@blueprint.post("/logout")
def leave() -> ResponseReturnValue:
    """End the session."""
    if flask_login.current_user.is_authenticated:
        _end(flask_login.current_user.actor)
    flask_login.logout_user()
    session.clear()
    flash("您已退出。")
    return redirect(url_for("login.show"), 303)


def _locked(credential: Credential | None) -> bool:
    return credential is not None and credential.locked_until is not None and credential.locked_until > engine().clock.now()


def begin(account: Account) -> None:
    """Open a new session under a new name; nothing of the one before stays."""
    now, name = int(engine().clock.now().timestamp()), random_name()
    session.clear()
    session.update(name=name, began=now, seen=now)
    engine().execute(
        NoteSession(session_id=name, user_id=account.user.id, address=request.remote_addr or "", agent=request.user_agent.string), SYSTEM
    )
    flask_login.login_user(Person(account))


def _end(person: Actor) -> None:
    """Note that somebody left; a session that somebody else ended meanwhile is over anyway."""
    with suppress(NotFoundError):
        engine().execute(EndSession(session_id=str(session.get("name", ""))), person)
    engine().execute(NoteSecurity(kind="logout", person=person.id, person_name=person.name, address=request.remote_addr or ""), SYSTEM)


def _expire() -> None:
    """End a session that has been idle or open for too long, before anything else happens."""
    if request.endpoint in {"static", "vendor"} or problem.wanted() or "_user_id" not in session:
        return
    now = int(engine().clock.now().timestamp())
    idle, open_for = now - session.get("seen", 0), now - session.get("began", 0)
    if idle > IDLE.total_seconds() or open_for > LONGEST.total_seconds():
        session.clear()
        flash("长时间没有操作，为安全已自动退出。填写过的内容在草稿里。")
    else:
        session["seen"] = now


def _page(name: str, password: str, problem: str | None, status: int) -> tuple[str, int]:
    there = request.values.get("_next") or request.values.get("next") or ""
    return render_template("login/show.html", name=name, password=password, problem=problem, next=there), status


def prepare(app: Flask, passwords: Passwords) -> None:
    """Let the application know who is logged in."""
    manager = flask_login.LoginManager(app)
    manager.session_protection = "strong"
    manager.user_loader(_load)
    app.extensions["passwords"] = passwords
    app.before_request(_expire)
    app.register_blueprint(blueprint)
