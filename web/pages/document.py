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
    name = quote(f"{document.title}{document.number or ''}.pdf")
    return Response(content, mimetype="application/pdf", headers={"Content-Disposition": f"inline; filename*=UTF-8''{name}"})
