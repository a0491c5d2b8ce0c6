"""The office's journal (机关日志): every change of people, rights, law and processes, for auditors and the audit administrator."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from engine.proof.history import ProveOffice
from engine.queries.office_log import OfficeLog
from web import login
from web.replay.verdict import checks
from web.request import actor, ask, page_number

blueprint = Blueprint("office", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/office")
def index() -> ResponseReturnValue:
    """Show the journal in words, newest first, with its proof made at this moment."""
    query = OfficeLog(text=request.args.get("q", "")[:100], page=page_number(request))
    found, proof = ask(query), ask(ProveOffice())
    layout = "audit/layout.html" if "auditor" in actor().roles else "base.html"
    return render_template("office/index.html", query=query, list=found, proof=proof, checks=checks(proof)[:2], layout=layout)
