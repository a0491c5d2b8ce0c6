"""Explanations (裁量说明): how a fine came about, from the act to the sum, as it was recorded."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from engine.queries.case_file import CaseFile
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
    return render_template(
        "explanation/show.html",
        file=file,
        assessments=list(reversed(file.assessments)),
        occasions=OCCASIONS,
        similar=ask(SimilarFines(case_id=case_id)),
        table_of=_table,
    )


def _table(explained: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the run of the table that gave the tier, None where there is no tier."""
    return next((run for run in explained["runs"] if run["code"] == "D2"), None)
