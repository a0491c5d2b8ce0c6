"""Evidence (证据): handed in, looked at, taken away."""

from io import BytesIO
from urllib.parse import quote

from flask import Blueprint, Response, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from engine.commands.evidence import AddEvidence
from engine.errors import NotFoundError, RefusalError
from engine.queries.case_file import CaseFile
from engine.queries.document import OneEvidence
from engine.rules.evidence import PICTURES
from engine.rules.picture import BOUND
from printing.photo import shrunk
from web import login
from web.request import ask, execute, house

blueprint = Blueprint("evidence", __name__)
blueprint.before_request(login.demand)

WIDEST = (320, 240)
"""Pixels of a thumbnail."""

SCREEN = (1600, 1600)
"""Pixels of a picture in the viewer."""

_QUALITY = 80

VIEWER = "default-src 'none'; img-src 'self'; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""What a file may do that the browser itself shows: look like itself, and nothing else."""


@blueprint.get("/cases/<case_id>/evidence")
def new(case_id: str) -> ResponseReturnValue:
    """Show the form by which evidence is handed in."""
    return _page(case_id)


@blueprint.post("/cases/<case_id>/evidence")
def add(case_id: str) -> ResponseReturnValue:
    """Take in a file and seal it."""
    file = request.files.get("file")
    content, name = (b"", "") if file is None else (file.read(), (file.filename or "").replace("\\", "/").rpartition("/")[2])
    text = {field: request.form.get(field, "") for field in ("kind", "name", "purpose", "source", "place", "obtained_on", "secrecy")}
    try:
        execute(AddEvidence(case_id=case_id, **text, file_name=name, content=content))
    except RefusalError as refusal:
        return _page(case_id, refusal), refusal.status
    flash(f"证据“{text['name']}”已入卷并固定哈希。")
    return redirect(url_for("case.show", case_id=case_id, _anchor="evidence"), 303)


@blueprint.get("/cases/<case_id>/evidence/<evidence_id>")
def download(case_id: str, evidence_id: str) -> ResponseReturnValue:
    """Return the original bytes, to be saved and never opened inside the page."""
    evidence = ask(OneEvidence(case_id=case_id, evidence_id=evidence_id))
    return attachment(house().files.get(evidence.sha256), evidence.media_type, evidence.file_name)


def attachment(content: bytes, media_type: str, file_name: str) -> Response:
    """Return bytes to be saved and never opened inside the page."""
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file_name)}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(content, mimetype=media_type, headers=headers)


@blueprint.get("/cases/<case_id>/evidence/<evidence_id>/thumbnail")
def thumbnail(case_id: str, evidence_id: str) -> ResponseReturnValue:
    """Return a small picture made anew, so that nothing hidden in the original reaches the page."""
    return _made_anew(case_id, evidence_id, WIDEST)


@blueprint.get("/cases/<case_id>/evidence/<evidence_id>/picture")
def picture(case_id: str, evidence_id: str) -> ResponseReturnValue:
    """Return the picture as large as a screen shows it, made anew like the thumbnail."""
    return _made_anew(case_id, evidence_id, SCREEN)


@blueprint.get("/cases/<case_id>/evidence/<evidence_id>/open")
def play(case_id: str, evidence_id: str) -> ResponseReturnValue:
    """Return a PDF, a recording or a film for the browser's own viewer; a picture is never opened as it was handed in."""
    evidence = ask(OneEvidence(case_id=case_id, evidence_id=evidence_id))
    if evidence.media_type in PICTURES:
        return redirect(url_for("evidence.picture", case_id=case_id, evidence_id=evidence_id), 303)
    # Players ask for stretches of a film; the digest says whether they still belong together.
    content = BytesIO(house().files.get(evidence.sha256))
    answer = send_file(content, mimetype=evidence.media_type, download_name=evidence.file_name, etag=evidence.sha256)
    answer.headers["Content-Security-Policy"] = VIEWER
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _made_anew(case_id: str, evidence_id: str, most: tuple[int, int]) -> Response:
    evidence = ask(OneEvidence(case_id=case_id, evidence_id=evidence_id))
    if evidence.media_type not in PICTURES:
        raise NotFoundError("这份证据不是图片。")
    headers = {"Cache-Control": "private, max-age=86400", "Content-Security-Policy": VIEWER}
    try:
        made = shrunk(house().files.get(evidence.sha256), most, _QUALITY)
    except ValueError as broken:
        raise NotFoundError(f"图片已经损坏或者过大，不能显示：能显示的{BOUND}。") from broken
    return Response(made, mimetype="image/jpeg", headers=headers)


def _page(case_id: str, refusal: RefusalError | None = None) -> str:
    return render_template("case/evidence.html", file=ask(CaseFile(case_id=case_id)), refusal=refusal, typed=request.form)
