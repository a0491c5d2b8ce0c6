"""Documents (文书): the paper of a case as it was first printed."""

from urllib.parse import quote

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from web import login, paper
from web.request import actor, house

blueprint = Blueprint("document", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/documents/<document_id>.pdf")
def show(document_id: str) -> ResponseReturnValue:
    """Return the document as PDF; every reprint is the first bytes again."""
    document, content = paper.pdf_of(house(), document_id, actor())
    return _pdf(f"{document.title}{document.number or ''}.pdf", content)


@blueprint.get("/documents/<document_id>/slip.pdf")
def slip(document_id: str) -> ResponseReturnValue:
    """Return a decision on the spot for the printer at the belt: the same facts on 80 mm."""
    document, content = paper.slip_of(house(), document_id, actor())
    return _pdf(f"{document.title}{document.number or ''}（80毫米）.pdf", content)


def _pdf(file_name: str, content: bytes) -> Response:
    name = quote(file_name)
    return Response(content, mimetype="application/pdf", headers={"Content-Disposition": f"inline; filename*=UTF-8''{name}"})
