"""Documents (文书): what a paper says, and the paper itself."""

from urllib.parse import quote

from flask import Response

from engine.model import Document
from engine.queries.document import OneDocument
from web import paper
from web.api.bearer import bearer
from web.api.door import Door
from web.api.shape import shape
from web.request import house

door = Door("document", "文书")

door.ask("/documents/<document_id>", OneDocument, "一份文书 A document with its frozen facts", answer=shape(Document))


@door.opens(
    "GET", "/documents/<document_id>/pdf", "文书的PDF，每次都是同一份 The paper; every answer is the first bytes again", media="application/pdf"
)
def pdf(document_id: str) -> Response:
    """Return the PDF."""
    found, content = paper.pdf_of(house(), document_id, bearer().actor)
    name = quote(f"{found.title}{found.number or ''}.pdf")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, mimetype="application/pdf", headers=headers)


@door.opens("GET", "/documents/<document_id>/slip", "当场处罚决定书的80毫米小票 A decision on the spot on 80 mm", media="application/pdf")
def slip(document_id: str) -> Response:
    """Return the slip; 404 for every other paper."""
    _, content = paper.slip_of(house(), document_id, bearer().actor)
    return Response(content, mimetype="application/pdf")
