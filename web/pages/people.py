"""People (人员): who has an account with which rights, and what the security administrator does about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.certificate import RecordLicence, RenewCertificate, RestoreCertificate, SuspendCertificate, WithdrawCertificate
from engine.commands.command import Command
from engine.commands.credential import EndSessions, ResetPassword, UnlockUser
from engine.commands.right import GrantRole, WithdrawRole
from engine.commands.user import ChangeUser, DisableUser, EnableUser, EnrolUser
from engine.errors import InvalidInputError, LawError, NotAllowedError, NotFoundError, RefusalError
from engine.queries.roster import Member, PersonPage, Roster
from engine.rules.right import TITLES
from web import login
from web.filled import FilledForm, at_field
from web.password import one_time
from web.render import department
from web.request import Typed, actor, ask, engine, execute, page_number, typed

blueprint = Blueprint("people", __name__)
blueprint.before_request(login.demand)

VIEWS: Mapping[str, str] = {
    "active": "在用",
    "disabled": "已停用",
    "locked": "锁定",
    "expired": "证件无效",
    "30": "30日内到期",
    "60": "60日内到期",
    "90": "90日内到期",
}

Options = Mapping[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Action:
    """Something that is done to a person by a form: its key, its command, its headline and what is said after."""

    form: str
    command: Callable[[str, Typed], Command[object]]
    title: str
    said: str


def _disable(user_id: str, data: Typed) -> Command[object]:
    reason = data.get("reason", "")
    user = ask(PersonPage(user_id=user_id)).member.user
    return DisableUser(login=user.login, reason=reason if isinstance(reason, str) else "")


ACTIONS: Mapping[str, Action] = {
    "change": Action("user_change", lambda user, data: ChangeUser(user_id=user, data=data), "登记有什么变化？", "已变更登记。"),
    "grant": Action("right", lambda user, data: GrantRole(user_id=user, data=data), "授予哪项权限？", "已授予。"),
    "withdraw": Action("right", lambda user, data: WithdrawRole(user_id=user, data=data), "收回哪项权限？", "已收回。"),
    "renew": Action("certificate_renewal", lambda user, data: RenewCertificate(user_id=user, data=data), "执法证到什么时候？", "已登记执法证。"),
    "suspend": Action("certificate_suspension", lambda user, data: SuspendCertificate(user_id=user, data=data), "从哪天起暂扣？", "已暂扣执法证。"),
    "restore": Action("reason", lambda user, data: RestoreCertificate(user_id=user, data=data), "归还执法证？", "已归还执法证。"),
    "revoke": Action("certificate_withdrawal", lambda user, data: WithdrawCertificate(user_id=user, data=data), "从哪天起收回？", "已收回执法证。"),
    "licence": Action("licence", lambda user, data: RecordLicence(user_id=user, data=data), "凭什么从事法制审核？", "已登记审核资格。"),
    "enable": Action("reason", lambda user, data: EnableUser(user_id=user, data=data), "恢复账号？", "已恢复账号。"),
    "disable": Action("reason", _disable, "停用账号？", "已停用，账号的登录随即结束。"),
}
"""What the page of a person offers, by the last part of the address."""

BUTTONS: Mapping[str, Callable[[str], Command[object]]] = {
    "unlock": lambda user: UnlockUser(user_id=user),
    "sessions": lambda user: EndSessions(user_id=user),
}
"""What needs no form."""


@blueprint.get("/people")
def index() -> ResponseReturnValue:
    """Show the roster; the filter stands in the address."""
    view, role, district = request.args.get("view", "active"), request.args.get("role"), request.args.get("district")
    query = Roster(
        view=view if view in VIEWS else "active",
        role=role if role in TITLES else None,
        district=district if district in department().districts else None,
        text=request.args.get("q", "")[:100],
        page=page_number(request),
    )
    return render_template("people/index.html", query=query, list=ask(query), views=VIEWS, titles=TITLES, mine=_may_change())


@blueprint.get("/people/new")
def new() -> ResponseReturnValue:
    """Show the form of a new account."""
    return _new_page(FilledForm(forms.describe("user_registration"), {}, options=_places()))


@blueprint.post("/people/new")
def enrol() -> ResponseReturnValue:
    """Register a person and show the one-time password, once."""
    data = typed(request)
    try:
        user = execute(EnrolUser(data=data))
    except InvalidInputError as refusal:
        return _new_page(FilledForm(forms.describe("user_registration"), data, refusal.fields, options=_places())), refusal.status
    except LawError as refusal:
        return _new_page(FilledForm(forms.describe("user_registration"), data, at_field(refusal), options=_places()), refusal), refusal.status
    return _hand_over(user)


@blueprint.get("/people/<user_id>")
def show(user_id: str) -> ResponseReturnValue:
    """Show one person: rights, certificate, sessions and what was done about the account."""
    view = ask(PersonPage(user_id=user_id))
    return render_template("people/show.html", view=view, user=view.member.user, mine=_may_change() and user_id != actor().id, titles=TITLES)


@blueprint.get("/people/<user_id>/<action>")
def ask_for(user_id: str, action: str) -> ResponseReturnValue:
    """Show the form of an action."""
    member = ask(PersonPage(user_id=user_id)).member
    return _action_page(member, action, FilledForm(forms.describe(_action(action).form), _known(member, action)))


@blueprint.post("/people/<user_id>/<action>")
def act(user_id: str, action: str) -> ResponseReturnValue:
    """Carry out an action; come back to the person."""
    if action == "password":
        return _hand_over(user_id)
    if action in BUTTONS:
        return _press(user_id, action)
    chosen, data = _action(action), typed(request)
    try:
        execute(chosen.command(user_id, data))
    except (InvalidInputError, LawError) as refusal:
        errors = refusal.fields if isinstance(refusal, InvalidInputError) else at_field(refusal)
        shown = refusal if isinstance(refusal, LawError) else None
        return _action_page(ask(PersonPage(user_id=user_id)).member, action, FilledForm(forms.describe(chosen.form), data, errors), shown), 422
    flash(chosen.said)
    return redirect(url_for("people.show", user_id=user_id), 303)


def _press(user_id: str, action: str) -> ResponseReturnValue:
    try:
        execute(BUTTONS[action](user_id))
        flash("已解除锁定。" if action == "unlock" else "已结束全部登录。")
    except InvalidInputError as refusal:
        flash("；".join(message for messages in refusal.fields.values() for message in messages))
    return redirect(url_for("people.show", user_id=user_id), 303)


def _hand_over(user_id: str) -> ResponseReturnValue:
    """Set a one-time password and show it: it is written down nowhere else."""
    password = one_time()
    try:
        engine().execute(ResetPassword(user_id=user_id, password_hash=login.passwords().hash(password)), actor())
    except InvalidInputError as refusal:
        flash("；".join(message for messages in refusal.fields.values() for message in messages))
        return redirect(url_for("people.show", user_id=user_id), 303)
    member = ask(PersonPage(user_id=user_id)).member
    return render_template("people/password.html", user=member.user, password=password)


def _new_page(filled: FilledForm, refusal: RefusalError | None = None) -> str:
    _check_may_change()
    return render_template("people/new.html", filled=filled, refusal=refusal)


def _action_page(member: Member, action: str, filled: FilledForm, refusal: RefusalError | None = None) -> str:
    _check_may_change()
    held = [(role, word) for role, word in TITLES.items() if (role in member.user.roles) == (action == "withdraw")]
    filled = FilledForm(filled.form, filled.values, filled.errors, options={**_places(), "role": held})
    return render_template(
        "people/action.html", member=member, user=member.user, action=action, title=ACTIONS[action].title, filled=filled, refusal=refusal
    )


def _action(name: str) -> Action:
    if name not in ACTIONS:
        raise NotFoundError("没有这一页。")
    return ACTIONS[name]


def _known(member: Member, action: str) -> Typed:
    """Return what a form starts with."""
    user = member.user
    if action == "change":
        known = {"name": user.name, "position": user.title, "district": user.district, "squad": user.squad}
    elif action == "renew":
        known = {"number": user.certificate}
    elif action == "licence":
        known = {"licence": user.licence, "reviewer_since": None if user.reviewer_since is None else user.reviewer_since.isoformat()}
    else:
        known = {}
    return {name: value for name, value in known.items() if value is not None}


def _places() -> Options:
    districts = department().districts.values()
    return {
        "district": [(item.code, item.name) for item in districts],
        "squad": [(squad.code, squad.name) for item in districts for squad in item.squads],
        "partner": [(item.code, item.name) for item in department().partners.values()],
    }


def _may_change() -> bool:
    return "security_admin" in actor().roles


def _check_may_change() -> None:
    if not _may_change():
        raise NotAllowedError("只有安全管理员能变更人员和权限。", basis="GB/T 22239-2019 8.1.5")
