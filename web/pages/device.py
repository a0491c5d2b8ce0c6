"""Devices (监控设备): the register with what each device still lacks, and the forms of whoever looks after it."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.access import ACCESS
from engine.commands.command import Command
from engine.commands.device import (
    REVIEWERS,
    TECHNICIAN,
    CalibrateDevice,
    PublishDevice,
    RegisterDevice,
    RetireDevice,
    ReviewDevice,
    looks_after,
)
from engine.departments.device import KINDS
from engine.errors import InvalidInputError, LawError, NotAllowedError, NotFoundError, RefusalError, StepNotWaitingError
from engine.queries.catalogue import CauseChoice, CauseChoices
from engine.queries.device import Devices, DeviceView
from web import login
from web.filled import FilledForm, at_field
from web.request import Typed, actor, ask, execute, typed

STATES = {
    "waiting": ("待审核", "run"),
    "refused": ("审核没有通过", "law"),
    "reviewed": ("待公布", "run"),
    "in_use": ("使用中", "done"),
    "uncalibrated": ("证书不在有效期", "law"),
    "retired": ("已停用", "done"),
}
"""Each state in words, and how it looks."""

FORMS = {"law": "device_review", "technical": "device_review", "certificate": "device_calibration", "end": "reason"}
"""What can be done about a device, with its form."""

HEADINGS = {"law": "法制审核", "technical": "技术审核", "certificate": "登记检定、校准证书", "end": "停用设备"}
DONE = {
    "law": "法制审核已记录。",
    "technical": "技术审核已记录。",
    "certificate": "证书已登记。",
    "end": "已停用，今天起它所采集的记录不能作为证据。",
}

blueprint = Blueprint("device", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/devices")
def index() -> ResponseReturnValue:
    """Show the register."""
    return render_template("device/index.html", views=ask(Devices()), states=STATES, kinds=KINDS, causes=_causes(), registers=_may(RegisterDevice))


@blueprint.get("/devices/new")
def new() -> ResponseReturnValue:
    """Show the form of a device."""
    return _new(FilledForm(forms.describe("device"), {}))


@blueprint.post("/devices/new")
def register() -> ResponseReturnValue:
    """Register a device."""
    data = typed(request)
    try:
        code = execute(RegisterDevice(data=data))
    except InvalidInputError as refusal:
        return _new(FilledForm(forms.describe("device"), data, refusal.fields)), refusal.status
    flash("已登记，等法制审核和技术审核。")
    return redirect(url_for("device.show", code=code), 303)


@blueprint.get("/devices/<code>")
def show(code: str) -> ResponseReturnValue:
    """Show a device with what may be done about it."""
    return _page(_view(code))


@blueprint.post("/devices/<code>/publish")
def publish(code: str) -> ResponseReturnValue:
    """Publish where a device stands."""
    try:
        execute(PublishDevice(code=code))
    except (LawError, StepNotWaitingError) as refusal:
        return _page(_view(code), refusal=refusal), refusal.status
    flash("已公布，设置地点现在列在公示网站上。")
    return redirect(url_for("device.show", code=code), 303)


@blueprint.post("/devices/<code>/<act>")
def act(code: str, act: str) -> ResponseReturnValue:
    """Review a device, record its certificate, or retire it."""
    try:
        execute(_command(code, act, typed(request)))
    except (InvalidInputError, LawError, StepNotWaitingError) as refusal:
        return _page(_view(code), act, refusal), refusal.status
    flash(DONE[act])
    return redirect(url_for("device.show", code=code), 303)


def _command(code: str, act: str, data: Typed) -> Command[str] | Command[None]:
    if act in REVIEWERS:
        return ReviewDevice(code=code, aspect=act, data=data)
    if act == "certificate":
        return CalibrateDevice(code=code, data=data)
    if act == "end":
        return RetireDevice(code=code, data=data)
    raise NotFoundError("没有这项操作。")


def _view(code: str) -> DeviceView:
    found = next((view for view in ask(Devices()) if view.device.code == code), None)
    if found is None:
        raise NotFoundError("登记的电子技术监控设备中没有这个编号。")
    return found


def _acts(view: DeviceView) -> list[str]:
    """Return what the person may do about a device now."""
    if view.state == "retired":
        return []
    days = {"law": view.device.law_reviewed_on, "technical": view.device.technically_reviewed_on}
    open_to = [aspect for aspect, done in days.items() if done is None and REVIEWERS[aspect] in actor().roles]
    reviews = open_to if view.state == "waiting" and view.registered_by != actor().id else []
    publishes = ["publish"] if view.state == "reviewed" and _may(PublishDevice) else []
    own = looks_after(actor(), view.district)
    certifies = ["certificate"] if own or TECHNICIAN in actor().roles else []
    return [*reviews, *publishes, *certifies, *(["end"] if own else [])]


def _causes() -> Mapping[str, CauseChoice]:
    return {cause.id: cause for cause in ask(CauseChoices())}


def _may(command: type[Command[None]] | type[Command[str]]) -> bool:
    return bool(ACCESS[command].roles & actor().roles)


def _new(filled: FilledForm) -> str:
    if not _may(RegisterDevice):
        raise NotAllowedError("监控设备由中队长登记。")
    return render_template("device/new.html", filled=filled)


def _page(view: DeviceView, act: str = "", refusal: RefusalError | None = None) -> str:
    filled = {name: FilledForm(forms.describe(form), {}) for name, form in FORMS.items()}
    if refusal is not None and act in FORMS:
        errors = refusal.fields if isinstance(refusal, InvalidInputError) else at_field(refusal)
        filled[act] = FilledForm(forms.describe(FORMS[act]), typed(request), errors)
    return render_template(
        "device/show.html",
        view=view,
        states=STATES,
        kinds=KINDS,
        causes=_causes(),
        acts=_acts(view),
        filled=filled,
        headings=HEADINGS,
        failed=act,
        refusal=None if isinstance(refusal, InvalidInputError) else refusal,
    )
