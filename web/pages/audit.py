"""Audit (回溯): a slider through the history of a case, and the proofs that nothing was changed afterwards."""

from collections.abc import Mapping
from typing import NamedTuple

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from engine.clock import local_date
from engine.errors import NotAllowedError
from engine.events.codec import FactError
from engine.journal.canonical import CanonicalError
from engine.proof.history import AUDITORS, CaseHistory, History, ProveAll, Streams
from engine.queries.case_file import Cases
from engine.queries.diagram import ProcessPicture
from web import login
from web.filters import STATES
from web.replay.clock import clocks
from web.replay.law import law
from web.replay.milestone import milestones
from web.replay.sheet import forms_filled, sheets
from web.replay.verdict import checks, of_entry
from web.request import actor, ask, page_number

blueprint = Blueprint("audit", __name__)
blueprint.before_request(login.demand)

PROOFS = 20
"""Streams proved at a time: each is read, folded and run again while the auditor waits."""


class Proofs(NamedTuple):
    """Where a page of proofs stands among all streams."""

    total: int
    page: int
    pages: int


UNREADABLE = (FactError, CanonicalError, TypeError, KeyError, ValueError)
"""What reading a journal raises that somebody has tampered with."""


@blueprint.before_request
def _only_auditors() -> None:
    """Refuse everybody else at the door: the list of cases alone would answer them too."""
    if not actor().roles & AUDITORS:
        raise NotAllowedError("回溯只对审计员开放。", basis="等保2.0 8.1.4.3（安全审计）")


@blueprint.get("/audit", strict_slashes=False)
def index() -> ResponseReturnValue:
    """Show the cases whose history can be replayed."""
    state = request.args.get("state")
    query = Cases(state=state if state in STATES else None, text=request.args.get("q", "")[:100], page=page_number(request))
    return render_template("audit/index.html", query=query, list=ask(query), states=STATES)


@blueprint.get("/audit/proofs")
def proofs() -> ResponseReturnValue:
    """Prove the streams of one page, or the one that the address names, and show what was found."""
    streams, stream = ask(Streams()), request.args.get("stream") or None
    pages = -(-len(streams) // PROOFS)
    page = min(page_number(request), pages)
    chosen = [*streams][(page - 1) * PROOFS : page * PROOFS] if stream is None else [stream]
    found = [(proof, checks(proof)) for name in chosen for proof in ask(ProveAll(stream=name))]
    shown = Proofs(total=len(streams), page=page, pages=pages)
    return render_template("audit/proofs.html", proofs=found, titles=streams, stream=stream, list=shown)


@blueprint.get("/audit/cases/<case_id>")
def show(case_id: str) -> ResponseReturnValue:
    """Show a case as it was after an entry of its journal; without script too."""
    try:
        history = ask(CaseHistory(case_id=case_id, seq=_step(), instance=_instance()))
        before = ask(CaseHistory(case_id=case_id, seq=history.shown.seq - 1)).tables if history.shown.seq > 1 else {}
    except UNREADABLE as error:
        return _unreadable(case_id, error)
    shown_sheets, found = sheets(history.tables, before), checks(history.proof)
    return render_template(
        "audit/show.html",
        case_id=case_id,
        instance=_instance(),
        history=history,
        sheets=shown_sheets,
        checks=found,
        faults_here=of_entry(found, history.shown.seq),
        forms_here=forms_filled(shown_sheets),
        clocks=clocks(history.tables.get("deadline", {}), local_date(history.shown.at)),
        names=milestones(history.steps, history.shown.seq),
        versions=_versions(history),
        law=law(history.tables),
    )


@blueprint.get("/audit/cases/<case_id>/picture.json")
def picture(case_id: str) -> ResponseReturnValue:
    """Return the drawings of a procedure as they were after an entry."""
    found = ask(CaseHistory(case_id=case_id, seq=_step(), instance=_instance())).picture
    return jsonify(None if found is None else _plain(found))


def _instance() -> str | None:
    """Return the procedure whose drawing is asked for; None: the one that moved last."""
    return request.args.get("instance") or None


def _step() -> int | None:
    text = request.args.get("step", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None


def _unreadable(case_id: str, error: Exception) -> ResponseReturnValue:
    """Show the faults of a journal that cannot even be read: that is a finding, not a failure."""
    (proof,) = ask(ProveAll(stream=case_id))
    if not proof.faults:
        raise error
    return render_template("audit/unreadable.html", case_id=case_id, checks=checks(proof), proof=proof)


def _versions(history: History) -> Mapping[str, object]:
    """Return the versions of the last entry, up to the shown one, that moved the process."""
    return next((step.versions for step in reversed(history.steps[: history.shown.seq]) if step.moved), {})


def _plain(found: ProcessPicture) -> dict[str, object]:
    drawings = [
        {
            "process": drawing.process,
            "title": drawing.title,
            "xml": drawing.xml,
            "tokens": [{"element": token.element, "state": token.state, "count": token.count} for token in drawing.tokens],
        }
        for drawing in found.drawings
    ]
    return {"number": found.number, "bundle": found.bundle, "late": sorted(found.late), "drawings": drawings}
