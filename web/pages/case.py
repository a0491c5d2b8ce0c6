"""Cases (案件): the list, one case on one page, and a new one."""

from typing import Any

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.case import OpenCase
from engine.commands.draft import NEW_CASE
from engine.errors import InvalidInputError, LawError
from engine.queries.absence import AwayToday
from engine.queries.case_file import CaseFile, CaseFileView, Cases
from engine.queries.catalogue import DailyCause
from engine.queries.diagram import CasePicture
from engine.queries.draft import FindDraft
from engine.queries.inspection import FindInspection
from engine.queries.person import People
from engine.queries.procedure import Choices
from engine.queries.spread import SimilarFines
from engine.rules.evidence import PICTURES
from web import goods, login, words
from web.filled import FilledForm, at_field, compact
from web.filters import PROCEDURES, STATES
from web.inspection import clue_of
from web.replay.sheet import stood
from web.request import ask, execute, page_number, typed

blueprint = Blueprint("case", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/cases")
def index() -> ResponseReturnValue:
    """Show the cases within reach; the filter stands in the address."""
    state = request.args.get("state")
    query = Cases(state=state if state in STATES else None, text=request.args.get("q", "")[:100], page=page_number(request))
    return render_template("case/index.html", query=query, list=ask(query), states=STATES)


@blueprint.get("/cases/<case_id>")
def show(case_id: str) -> ResponseReturnValue:
    """Show one case, whole."""
    file, people, choices = ask(CaseFile(case_id=case_id)), ask(People()), ask(Choices(case_id=case_id))
    return render_template(
        "case/show.html",
        stood=stood,
        away=ask(AwayToday()),
        file=file,
        people=people,
        choices=choices,
        similar=ask(SimilarFines(case_id=case_id)),
        states=STATES,
        procedures=PROCEDURES,
        pictures=PICTURES,
        things=goods.lines(file),
    )


@blueprint.get("/cases/<case_id>/picture.json")
def picture(case_id: str) -> ResponseReturnValue:
    """Return the drawings of the main procedure with their tokens, or of the one that the address names."""
    found = ask(CasePicture(case_id=case_id, instance=request.args.get("instance")))
    drawings: list[dict[str, Any]] = [
        {
            "process": drawing.process,
            "title": drawing.title,
            "xml": drawing.xml,
            "tokens": [{"element": token.element, "state": token.state, "count": token.count} for token in drawing.tokens],
        }
        for drawing in found.drawings
    ]
    return jsonify({"number": found.number, "bundle": found.bundle, "late": sorted(found.late), "drawings": drawings})


@blueprint.get("/cases/new")
def new() -> ResponseReturnValue:
    """Show the form of a clue, with what was typed before, or with what a case with another party or an inspection tells."""
    if "beside" in request.args:
        other = ask(CaseFile(case_id=request.args["beside"]))
        return _new_page(FilledForm(forms.describe("clue"), _daily(other) if "recheck" in request.args else _same_facts(other)))
    if "inspection" in request.args:
        return _new_page(FilledForm(forms.describe("clue"), clue_of(ask(FindInspection(inspection=request.args["inspection"])))))
    draft = ask(FindDraft(place=NEW_CASE))
    chosen = {"procedure": "summary"} if request.args.get("procedure") == "summary" else {}
    return _new_page(FilledForm(forms.describe("clue"), chosen if draft is None else forms.flatten(draft.data) | chosen))


@blueprint.post("/cases/new")
def open_case() -> ResponseReturnValue:
    """Register the clue and show its case."""
    data = compact(typed(request))
    try:
        case_id = execute(OpenCase(data=data, beside=request.args.get("beside"), recheck=request.args.get("recheck")))
    except InvalidInputError as refusal:
        return _new_page(FilledForm(forms.describe("clue"), data, refusal.fields)), refusal.status
    except LawError as refusal:
        return _new_page(FilledForm(forms.describe("clue"), data, at_field(refusal)), refusal), refusal.status
    file = ask(CaseFile(case_id=case_id))
    if file.case.procedure == "summary" and file.mine:
        flash("已登记，请当场检查并告知。")
        return redirect(url_for("task.show", case_id=case_id, task_id=next(iter(file.mine))), 303)
    flash("线索已登记，核查已开始。")
    return redirect(url_for("case.show", case_id=case_id), 303)


def _same_facts(file: CaseFileView) -> dict[str, str]:
    """Return what a clue on another party to the same facts says: all but the party, and of a joint party who is chosen, the party too."""
    case = file.case
    chosen = next((party for party in file.parties if party.number > 1 and party.id == request.args.get("party")), None)
    told = {name: getattr(case, name) or "" for name in ("cause", "source", "place", "grid", "description")}
    return told | {"discovered_on": case.discovered_on.isoformat()} | dict({} if chosen is None else words.party_fields(chosen, "party."))


def _daily(file: CaseFileView) -> dict[str, str]:
    """Return what a clue says that follows from a re-check which found a refusal: the same party, place and grid, and why (按日连续处罚)."""
    case, found = file.case, next((item for item in file.unfined if item.recheck == request.args["recheck"]), None)
    told = {name: getattr(case, name) or "" for name in ("place", "grid")}
    said = {} if found is None else {"description": found.sentence(), "discovered_on": found.checked_on.isoformat()}
    return told | said | {"cause": ask(DailyCause()), "source": "patrol"} | dict(words.party_fields(file.parties[0], "party."))


def _new_page(filled: FilledForm, refusal: LawError | None = None) -> str:
    beside = request.args.get("beside")
    other = None if beside is None else ask(CaseFile(case_id=beside)).case
    recheck = request.args.get("recheck")
    return render_template("case/new.html", filled=filled, refusal=refusal, place=NEW_CASE, other=other, recheck=recheck)
