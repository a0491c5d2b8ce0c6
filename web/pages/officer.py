"""The officers of a case (承办人): replaced by their superiors, confirmed by themselves."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.replacement import ConfirmOfficer, ReplaceOfficer
from engine.errors import InvalidInputError, LawError
from engine.queries.case_file import CaseFile
from engine.queries.person import People
from web import login
from web.filled import FilledForm, at_field
from web.request import ask, execute, typed

blueprint = Blueprint("officer", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/cases/<case_id>/officer")
def show(case_id: str) -> ResponseReturnValue:
    """Show the form by which an officer is replaced."""
    return _page(case_id, FilledForm(forms.describe("officer_replacement"), {}))


@blueprint.post("/cases/<case_id>/officer")
def replace(case_id: str) -> ResponseReturnValue:
    """Replace an officer; come back to the case."""
    data = typed(request)
    try:
        execute(ReplaceOfficer(case_id=case_id, data=data))
    except InvalidInputError as refusal:
        return _page(case_id, FilledForm(forms.describe("officer_replacement"), data, refusal.fields)), refusal.status
    except LawError as refusal:
        return _page(case_id, FilledForm(forms.describe("officer_replacement"), data, at_field(refusal)), refusal), refusal.status
    flash("承办人已更换，换人的理由记入办理经过。")
    return redirect(url_for("case.show", case_id=case_id), 303)


@blueprint.post("/cases/<case_id>/officer/confirm")
def confirm(case_id: str) -> ResponseReturnValue:
    """Confirm with one's own account that one is the second officer."""
    execute(ConfirmOfficer(case_id=case_id))
    flash("您已以本人身份确认协办本案。")
    return redirect(url_for("case.show", case_id=case_id), 303)


def _page(case_id: str, filled: FilledForm, refusal: LawError | None = None) -> str:
    file = ask(CaseFile(case_id=case_id))
    near = [user for user in ask(People(role="officer")) if user.district == file.case.district]
    people = [user for user in near if user.id not in {file.case.lead, file.case.second}]
    return render_template("officer/show.html", file=file, filled=filled, refusal=refusal, people=people)
