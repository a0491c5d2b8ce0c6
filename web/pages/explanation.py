"""Explanations (裁量说明): how a fine came about, from the act to the sum, as it was recorded."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from engine.law.causes import Quantity
from engine.queries.case_file import CaseFile
from engine.queries.catalogue import CauseQuantities
from engine.queries.spread import SimilarFines
from web import login
from web.request import ask

blueprint = Blueprint("explanation", __name__)
blueprint.before_request(login.demand)

OCCASIONS = {"report": "调查终结", "plea": "陈述申辩复核后", "spot": "当场处罚"}


@blueprint.get("/cases/<case_id>/explanation")
def show(case_id: str) -> ResponseReturnValue:
    """Show every assessment of a case, the newest first, with who agreed to it."""
    file = ask(CaseFile(case_id=case_id))
    quantities = ask(CauseQuantities(cause=file.case.cause))
    return render_template(
        "explanation/show.html",
        file=file,
        assessments=list(reversed(file.assessments)),
        occasions=OCCASIONS,
        measured=lambda facts: _measured(quantities, facts),
        similar=ask(SimilarFines(case_id=case_id)),
        table_of=_table,
    )


def _table(explained: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the run of the table that gave the tier, None where there is no tier."""
    return next((run for run in explained["runs"] if run["code"] == "D2"), None)


def _measured(quantities: Sequence[Quantity], facts: Mapping[str, Any]) -> str:
    """Return what was measured with its names and units: 污染面积70平方米; nothing where nothing was."""
    return "，".join(f"{item.name}{facts[item.key]}{item.unit}" for item in quantities if facts.get(item.key) is not None)
