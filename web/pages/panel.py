"""Panels (集体讨论): who sits, what each said, and one's own vote."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.panel import CastVote
from engine.errors import InvalidInputError, LawError, NotFoundError
from engine.queries.case_file import CaseFile
from web import login
from web.filled import FilledForm, at_field
from web.request import Typed, actor, ask, execute, typed

blueprint = Blueprint("panel", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/cases/<case_id>/panel")
def show(case_id: str) -> ResponseReturnValue:
    """Show the newest panel of a case, with the form of the vote for who has yet to vote."""
    return _page(case_id, {})


@blueprint.post("/cases/<case_id>/panel")
def vote(case_id: str) -> ResponseReturnValue:
    """Cast one's own vote."""
    data = typed(request)
    try:
        execute(CastVote(case_id=case_id, data=data))
    except InvalidInputError as refusal:
        return _page(case_id, data, FilledForm(forms.describe("panel_vote"), data, refusal.fields)), refusal.status
    except LawError as refusal:
        return _page(case_id, data, FilledForm(forms.describe("panel_vote"), data, at_field(refusal)), refusal), refusal.status
    flash("您的表决已记入集体讨论。")
    return redirect(url_for("panel.show", case_id=case_id), 303)


def _page(case_id: str, data: Typed, filled: FilledForm | None = None, refusal: LawError | None = None) -> str:
    file = ask(CaseFile(case_id=case_id))
    if not file.panels:
        raise NotFoundError("本案没有召集过集体讨论。")
    panel = file.panels[-1]
    seats = [seat for seat in file.seats if seat.panel_id == panel.id]
    mine = next((seat for seat in seats if seat.person == actor().id and seat.vote is None and panel.state == "open"), None)
    conclusion = next((task for task in file.waiting if task.form == "panel_discussion" and panel.chair == actor().id), None)
    return render_template(
        "panel/show.html",
        file=file,
        panel=panel,
        seats=seats,
        mine=mine,
        conclusion=conclusion,
        filled=filled or FilledForm(forms.describe("panel_vote"), data),
        refusal=refusal,
    )
