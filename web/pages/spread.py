"""The same for the same (同案同罚): how fines spread by tier, department and officer, for those who lead."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from engine.queries.spread import FineSpreads
from engine.rules.spread import SMALLEST
from web import login
from web.filters import word_of
from web.request import ask

blueprint = Blueprint("spread", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/spread")
def index() -> ResponseReturnValue:
    """Show the spreads of all tiers, or of those of one cause."""
    found = ask(FineSpreads())
    causes = {tier.cause: tier.title for tier in found}
    cause = request.args.get("cause", "")
    chosen = [tier for tier in found if cause not in causes or tier.cause == cause]
    return render_template("spread/index.html", tiers=chosen, causes=causes, cause=cause, smallest=SMALLEST, district_name=_district)


def _district(code: str) -> str:
    return word_of("district", code)
