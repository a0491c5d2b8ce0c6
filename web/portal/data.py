"""What is taken away from the portal (开放数据): tables, the feed, the public copy and the files beside a decision."""

from collections.abc import Iterator
from urllib.parse import quote

from flask import Response, render_template, request, stream_with_context
from flask.typing import ResponseReturnValue

from engine.errors import NotFoundError
from engine.queries.portal import PublicConditions, PublishedDecision, PublishedStretch, WithdrawnDecisions
from web import public_copy
from web.date import iso
from web.portal import conditions, feed
from web.portal.decision import PublicDecision, read
from web.portal.pages import BRIEFLY, NEVER, PUBLIC, answer, portal
from web.portal.register import COLUMNS, LICENCE, objects, table
from web.render import department
from web.request import engine, house

STRETCH = 500
"""Decisions that are read at once while a file is sent."""


@portal.get("/data")
def data() -> ResponseReturnValue:
    """Show what can be taken away, what each field means, and on what terms."""
    return answer(render_template("portal/data.html", columns=COLUMNS, licence=LICENCE), BRIEFLY)


@portal.get("/decisions.csv")
def register() -> ResponseReturnValue:
    """Send all decisions that meet the search as one table."""
    return send(table(_all(conditions.read(request.args))), "text/csv", "decisions.csv")


@portal.get("/decisions.json")
def register_json() -> ResponseReturnValue:
    """Send all decisions that meet the search as JSON."""
    head = {
        "title": f"{department().name}行政处罚决定公示",
        "publisher": department().name,
        "licence": LICENCE,
        "dictionary": f"{_base()}/data",
        "retrieved_at": iso(engine().clock.now()),
    }
    return send(objects(_all(conditions.read(request.args)), head), "application/json", "decisions.json")


@portal.get("/feed.atom")
def news() -> ResponseReturnValue:
    """Send the newest publications and withdrawals as a feed."""
    shown = engine().ask(PublishedStretch(count=feed.MOST), PUBLIC)
    gone = engine().ask(WithdrawnDecisions(), PUBLIC).rows
    made = feed.atom([read(row) for row in shown], gone, agency=department().name, base=_base(), now=engine().clock.now())
    response = send(iter([made]), "application/atom+xml", "feed.atom")
    response.headers["Content-Disposition"] = "inline"
    return response


@portal.get("/decisions/<publication_id>.pdf")
def copy(publication_id: str) -> ResponseReturnValue:
    """Send the public copy of a decision, made of the masked content."""
    shown, content = public_copy.copy_of(house(), publication_id, PUBLIC)
    return download(content, "application/pdf", f"{shown.number}公示文本.pdf")


@portal.get("/decisions/<publication_id>/files/<file_id>")
def attachment(publication_id: str, file_id: str) -> ResponseReturnValue:
    """Send a file beside a decision that is public."""
    found = engine().ask(PublishedDecision(publication_id=publication_id), PUBLIC)
    file = next((file for file in found.files if file.id == file_id), None)
    if file is None:
        raise NotFoundError("没有这个附件，或者公示期已满、已经撤回。")
    return download(house().files.get(file.sha256), file.media_type, file.file_name)


def _all(chosen: PublicConditions) -> Iterator[PublicDecision]:
    start = 0
    while stretch := engine().ask(PublishedStretch(conditions=chosen, start=start, count=STRETCH), PUBLIC):
        yield from map(read, stretch)
        start += STRETCH


def send(pieces: Iterator[str] | Iterator[bytes], kind: str, name: str) -> Response:
    """Return a file that is sent piece by piece."""
    response = Response(stream_with_context(pieces), content_type=f"{kind}; charset=utf-8")
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    response.headers["Cache-Control"] = NEVER if request.cookies else BRIEFLY
    return response


def download(content: bytes, kind: str, name: str) -> Response:
    """Return bytes to be saved and never opened inside the page."""
    response = Response(content, content_type=kind)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = NEVER if request.cookies else BRIEFLY
    return response


def _base() -> str:
    return f"{house().settings.public_url}/public"
