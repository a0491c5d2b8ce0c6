"""Procedures (程序) beside the main one: one on its own page, and the form that starts one."""

from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.draft import SaveDraft
from engine.commands.procedure import StartProcedure, draft_place
from engine.departments.device import KINDS as DEVICES
from engine.departments.device import Device
from engine.departments.partner import KINDS
from engine.errors import InvalidInputError, NotAllowedError, NotFoundError, RefusalError
from engine.queries.delivery import unsent
from engine.queries.device import Devices
from engine.queries.person import People
from engine.queries.procedure_page import ProcedurePage, StartPage, StartView
from web import goods, login, remedy, words
from web.candidate import candidates
from web.enclosure import dressed, printed, whole
from web.filled import FilledForm, at_field, compact
from web.limb import limbs_of
from web.render import department
from web.request import Typed, actor, ask, engine, execute, typed

PERFORMED = frozenset({"performance", "performance_cost"})
"""The forms that start what a withdrawal of the case must say something about."""

blueprint = Blueprint("procedure", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/cases/<case_id>/procedures/<instance>")
def show(case_id: str, instance: str) -> ResponseReturnValue:
    """Show a procedure: what started it, its steps, its clocks, its diagram."""
    view = ask(ProcedurePage(case_id=case_id, instance=instance))
    return render_template("procedure/show.html", view=view, file=view.file, people=ask(People()))


@blueprint.get("/cases/<case_id>/start/<procedure>")
def begin(case_id: str, procedure: str) -> ResponseReturnValue:
    """Show the form that starts a procedure, with the person's draft."""
    view = ask(StartPage(case_id=case_id, procedure=procedure))
    if printed(view.choice.form, case_id):
        view = ask(StartPage(case_id=case_id, procedure=procedure))
    asked = {name: value for name, value in request.args.items() if name == "kind"}
    known = words.party_fields(view.file.parties[0]) if view.choice.form == "party_change" else whole(asked, case_id)
    return _page(view, FilledForm(forms.describe(view.choice.form), known if view.draft is None else forms.flatten(view.draft.data)))


@blueprint.post("/cases/<case_id>/start/<procedure>")
def start(case_id: str, procedure: str) -> ResponseReturnValue:
    """Start the procedure and show it."""
    data = compact(typed(request))
    if "_keep" in request.form:
        engine().execute(SaveDraft(place=draft_place(case_id, procedure), data=data), actor())
        flash("草稿已保存。")
        return redirect(url_for("procedure.begin", case_id=case_id, procedure=procedure), 303)
    try:
        instance = execute(StartProcedure(case_id=case_id, procedure=procedure, data=data))
    except (NotFoundError, NotAllowedError):
        raise
    except RefusalError as refusal:
        return _refused(case_id, procedure, data, refusal)
    flash("已启动。")
    return redirect(url_for("procedure.show", case_id=case_id, instance=instance), 303)


def _refused(case_id: str, procedure: str, data: Typed, refusal: RefusalError) -> ResponseReturnValue:
    """Answer a refusal on the page where the form was, with everything that was typed."""
    engine().execute(SaveDraft(place=draft_place(case_id, procedure), data=data), actor())
    view = ask(StartPage(case_id=case_id, procedure=procedure))
    form = forms.describe(view.choice.form)
    if isinstance(refusal, InvalidInputError):
        return _page(view, FilledForm(form, whole(data, case_id), refusal.fields)), refusal.status
    return _page(view, FilledForm(form, data, at_field(refusal)), refusal), refusal.status


def _choices(view: StartView, filled: FilledForm) -> FilledForm:
    """Return the form with the departments that can be asked, each with what it does, the limbs, the things, and the devices that fit the cause."""
    partners = [(item.code, f"{item.name}（{'、'.join(KINDS[kind] for kind in item.kinds)}）") for item in department().partners.values()]
    held = goods.options(filled.form, view.file, "")
    options = {"partner": partners, "limb": limbs_of(view.file), **held}
    if view.choice.form == "clerical_correction":
        options["number"] = [(item.number, f"《{item.title}》{item.number}") for item in view.file.documents if item.number and item.served_on]
    if view.choice.form == "delivery":
        options["paper"] = [(item.id, f"{item.title}　{item.number or ''}") for item in unsent(view.file.documents, view.file.procedures)]
    if view.choice.form in remedy.FORMS:
        known = remedy.options(view.file)
        return replace(filled, options={**options, **known}, lacking={} if known["against"] else {"against": remedy.NOTHING})
    if view.choice.form != "capture":
        return replace(filled, options=options, lacking=goods.lacking(filled.form, held))
    case = view.file.case
    devices = [(item.code, _called(item)) for item in (each.device for each in ask(Devices())) if case.cause in item.causes and item.once_in_use]
    none = f"登记的设备中没有采集“{case.cause_title}”的；其他设备的记录不能作为本案的证据。"
    return replace(filled, options=options | {"device": devices}, lacking={} if devices else {"device": none})


def _asked(form: forms.FormDescription, view: StartView) -> forms.FormDescription:
    """Return a withdrawal without what becomes of a performance, where there was none; every other form as it is."""
    if form.key != "case_withdrawal" or any(item.form in PERFORMED for item in view.file.procedures):
        return form
    return replace(form, fields=tuple(item for item in form.fields if item.name != "performance"))


def _called(device: Device) -> str:
    """Return what a device is, where it stands, and that it is used no more."""
    return f"{device.name}（{DEVICES[device.kind]}，{device.place}{'' if device.retired_on is None else '，已停用'}）"


def _page(view: StartView, filled: FilledForm, refusal: RefusalError | None = None) -> str:
    filled = dressed(_choices(view, replace(filled, form=_asked(filled.form, view))), view.file.case.id)
    reason = view.choice.reason or next(iter(filled.lacking.values()), None)
    place = draft_place(view.file.case.id, view.choice.procedure)
    return render_template(
        "procedure/start.html",
        view=view,
        file=view.file,
        filled=filled,
        refusal=refusal,
        # What was typed and refused stays on the page with its form.
        impossible=None if refusal is not None or filled.errors else reason,
        place=place,
        candidates=candidates(view.choice.form, view.file.case, ask(People())),
    )
