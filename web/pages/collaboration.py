"""Collaboration (执法协作): the worklist of another department's people, and the links that officers make for those without accounts."""

import flask_login
from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.clock import random_token
from engine.commands.collaboration import ReplyCollaboration, TakeMaterials
from engine.commands.collaboration_link import LinkCollaboration, UnlinkCollaboration
from engine.departments.partner import KINDS
from engine.errors import InvalidInputError, NotAllowedError, NotFoundError, RefusalError
from engine.queries.collaboration import PartnerRequest, PartnerRequests, RequestView
from engine.queries.person import People
from engine.queries.procedure_page import ProcedurePage
from engine.rules.collaboration import WORDS
from web import login, package
from web.filled import FilledForm, at_field
from web.pages.evidence import attachment
from web.request import actor, ask, execute, house, typed
from web.token import digest

REPLY_FORM = "collaboration_reply"
"""The form of an answer where none is asked for: a page of a copy shows none."""

blueprint = Blueprint("collaboration", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/requests")
def index() -> ResponseReturnValue:
    """Show the requests of one's own department, those that wait first."""
    return render_template("collaboration/index.html", requests=ask(PartnerRequests()), kinds=KINDS, outcomes=WORDS)


@blueprint.get("/requests/<request_id>")
def show(request_id: str) -> ResponseReturnValue:
    """Show a request with the form of its answer."""
    return page(ask(PartnerRequest(request_id=request_id)))


@blueprint.post("/requests/<request_id>")
def reply(request_id: str) -> ResponseReturnValue:
    """Take the answer in."""
    view = ask(PartnerRequest(request_id=request_id))
    try:
        execute(ReplyCollaboration(case_id=view.case_id, request_id=view.id, data=answered(), files=attached()))
    except (NotFoundError, NotAllowedError):
        raise
    except RefusalError as refusal:
        return page(view, refusal), refusal.status
    flash("答复已送达。")
    return redirect(url_for("collaboration.show", request_id=view.id), 303)


@blueprint.get("/requests/<request_id>/letter.pdf")
def letter(request_id: str) -> ResponseReturnValue:
    """Return the letter."""
    return Response(package.letter(house(), request_id, actor()), mimetype="application/pdf")


@blueprint.get("/requests/<request_id>/materials/<int:number>")
def material(request_id: str, number: int) -> ResponseReturnValue:
    """Return a file that went with the letter, to be saved."""
    return file_of(ask(PartnerRequest(request_id=request_id)), number)


@blueprint.post("/requests/<request_id>/package.zip")
def take(request_id: str) -> ResponseReturnValue:
    """Return everything that was sent in one ZIP, and note the receipt."""
    view = ask(PartnerRequest(request_id=request_id))
    execute(TakeMaterials(case_id=view.case_id, request_id=view.id))
    return zipped(view)


@blueprint.post("/cases/<case_id>/requests/<request_id>/link")
def link(case_id: str, request_id: str) -> ResponseReturnValue:
    """Make an address for a department without accounts and show it, this once."""
    secret = random_token()
    until = execute(LinkCollaboration(case_id=case_id, request_id=request_id, digest=digest(secret)))
    address = f"{house().settings.public_url}{url_for('reply.show', secret=secret)}"
    view = ask(ProcedurePage(case_id=case_id, instance=request_id))
    return render_template("procedure/show.html", view=view, file=view.file, people=ask(People()), address=address, until=until)


@blueprint.post("/cases/<case_id>/requests/<request_id>/unlink")
def unlink(case_id: str, request_id: str) -> ResponseReturnValue:
    """End the address."""
    execute(UnlinkCollaboration(case_id=case_id, request_id=request_id))
    flash("链接已注销，从现在起不能再用。")
    return redirect(url_for("procedure.show", case_id=case_id, instance=request_id), 303)


def answered() -> dict[str, object]:
    """Return what was typed into the form of an answer."""
    return {name: value for name, value in typed(request).items() if name != "files"}


def attached() -> tuple[tuple[str, bytes], ...]:
    """Return the files that came with the form; an empty field of a browser is none."""
    found = [file for file in request.files.getlist("files") if file.filename]
    return tuple(((file.filename or "").replace("\\", "/").rpartition("/")[2], file.read()) for file in found)


def file_of(view: RequestView, number: int) -> Response:
    """Return a file that went with a letter; NotFoundError for every other."""
    piece = next((piece for piece in view.materials if piece.number == number), None)
    if piece is None:
        raise NotFoundError("没有这份材料。")
    return attachment(house().files.get(piece.sha256), piece.media_type, piece.file_name)


def zipped(view: RequestView) -> Response:
    """Return the package of a request."""
    return attachment(package.pack(house(), view, flask_login.current_user.actor), "application/zip", f"{view.number}.zip")


def filled(view: RequestView, refusal: RefusalError | None) -> FilledForm:
    """Return the form of an answer as it was typed, with what is wrong."""
    form = forms.describe(view.form or REPLY_FORM)
    if refusal is None:
        return FilledForm(form, {})
    errors = refusal.fields if isinstance(refusal, InvalidInputError) else at_field(refusal)
    return FilledForm(form, typed(request), errors)


def page(view: RequestView, refusal: RefusalError | None = None) -> str:
    """Return the page of a request."""
    return render_template("collaboration/show.html", view=view, filled=filled(view, refusal), refusal=refusal, kinds=KINDS, outcomes=WORDS)
