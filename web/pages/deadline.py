"""A deadline (期限): why its last day is this day."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from engine.queries.deadline import OneDeadline
from web import login
from web.request import ask

blueprint = Blueprint("deadline", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/cases/<case_id>/deadlines/<path:name>")
def show(case_id: str, name: str) -> ResponseReturnValue:
    """Show the count line by line and day by day."""
    return render_template("deadline/show.html", view=ask(OneDeadline(case_id=case_id, name=name)))
