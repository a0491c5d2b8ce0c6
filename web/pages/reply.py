"""Replies by link (链接答复): the one request that a secret address opens, until it is answered, without an account and without script."""

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from engine.actor import SYSTEM, Actor
from engine.commands.collaboration import ReplyCollaboration, TakeMaterials
from engine.departments.partner import KINDS
from engine.errors import NotFoundError, RefusalError
from engine.queries.collaboration import LinkedRequest, RequestView
from web import package
from web.pages.collaboration import answered, attached, file_of, filled
from web.pages.evidence import attachment
from web.request import engine, house
from web.token import digest

blueprint = Blueprint("reply", __name__, url_prefix="/reply")
"""The secret in the address is the key; no session is read, so that no forged request can use one."""


@blueprint.get("/<secret>")
def show(secret: str) -> ResponseReturnValue:
    """Show the request with the form of its answer."""
    return _page(secret, _opened(secret))


@blueprint.post("/<secret>")
def answer(secret: str) -> ResponseReturnValue:
    """Take the answer in and say so; an answered request has no link any more."""
    view = _opened(secret)
    command = ReplyCollaboration(case_id=view.case_id, request_id=view.id, data=answered(), files=attached(), way="link")
    try:
        engine().execute(command, _guest(view))
    except NotFoundError:
        raise
    except RefusalError as refusal:
        return _page(secret, view, refusal), refusal.status
    return render_template("collaboration/sent.html", view=view)


@blueprint.get("/<secret>/letter.pdf")
def letter(secret: str) -> ResponseReturnValue:
    """Return the letter."""
    view = _opened(secret)
    return Response(package.letter(house(), view.id, _guest(view)), mimetype="application/pdf")


@blueprint.get("/<secret>/materials/<int:number>")
def material(secret: str, number: int) -> ResponseReturnValue:
    """Return a file that went with the letter, to be saved."""
    return file_of(_opened(secret), number)


@blueprint.post("/<secret>/package.zip")
def take(secret: str) -> ResponseReturnValue:
    """Return everything that was sent in one ZIP, and note the receipt."""
    view = _opened(secret)
    engine().execute(TakeMaterials(case_id=view.case_id, request_id=view.id), _guest(view))
    return attachment(package.pack(house(), view, _guest(view)), "application/zip", f"{view.number}.zip")


@blueprint.after_request
def _unseen(response: Response) -> Response:
    """Let neither search engines nor the next address know of the secret."""
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _opened(secret: str) -> RequestView:
    return engine().ask(LinkedRequest(digest=digest(secret)), SYSTEM)


def _guest(view: RequestView) -> Actor:
    """Return who holds the link, as somebody of its department."""
    return Actor(id=f"link:{view.id}", name=f"{view.partner_name}（链接）", roles=frozenset({"partner"}), partner=view.partner)


def _page(secret: str, view: RequestView, refusal: RefusalError | None = None) -> str:
    return render_template("collaboration/reply.html", secret=secret, view=view, filled=filled(view, refusal), refusal=refusal, kinds=KINDS)
