"""A deadline (期限): why its last day is this day, and the correction of the day from which it runs."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.commands.service_correction import CorrectServiceDate
from engine.errors import InvalidInputError, LawError
from engine.queries.deadline import OneDeadline
from web import login
from web.request import ask, execute

blueprint = Blueprint("deadline", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/cases/<case_id>/deadlines/<path:name>")
def show(case_id: str, name: str) -> ResponseReturnValue:
    """Show the count line by line and day by day."""
    return _page(case_id, name)


@blueprint.post("/cases/<case_id>/deadlines/<path:name>")
def correct(case_id: str, name: str) -> ResponseReturnValue:
    """Correct the day of the service from which the clock runs; what was typed is kept where it is refused."""
    view = ask(OneDeadline(case_id=case_id, name=name))
    try:
        service = "" if view.service is None else view.service.id
        execute(CorrectServiceDate(case_id=case_id, service_id=service, served_on=_day(), reason=request.form.get("reason", "")))
    except InvalidInputError as refusal:
        return _page(case_id, name, {field: list(messages) for field, messages in refusal.fields.items()}), refusal.status
    except LawError as refusal:
        return _page(case_id, name, {refusal.field or "served_on": [f"{refusal.message}（{refusal.basis}）"]}), refusal.status
    flash("已更正。从这一日起算的期限都已重新计算。")
    return redirect(url_for("deadline.show", case_id=case_id, name=name), 303)


def _day() -> date:
    try:
        return date.fromisoformat(request.form.get("served_on", ""))
    except ValueError:
        raise InvalidInputError({"served_on": ["请填日期。"]}) from None


def _page(case_id: str, name: str, errors: dict[str, list[str]] | None = None) -> str:
    view = ask(OneDeadline(case_id=case_id, name=name))
    return render_template("deadline/show.html", view=view, errors=errors or {}, typed=request.form)
