"""A duty of the office (机关期限): why its last day is this day, and where it is seen to."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from engine.queries.office_duty import OneOfficeDuty
from web import login
from web.request import ask

blueprint = Blueprint("office_duty", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/duties/<duty>")
def show(duty: str) -> ResponseReturnValue:
    """Show the count line by line."""
    return render_template("office_duty/show.html", duty=ask(OneOfficeDuty(duty=duty)))
