"""Papers (出文): a document is rendered once from its frozen facts; every reprint serves the first bytes."""

from typing import Any

from engine.actor import SYSTEM, Actor
from engine.commands.document import RecordRendering
from engine.errors import NotFoundError
from engine.model import Document
from engine.queries.document import OneDocument
from engine.rules.document import read
from engine.rules.document.spot_decision import SpotDecision
from printing import press, slip
from web.house import House


def pdf_of(house: House, document_id: str, actor: Actor) -> tuple[Document, bytes]:
    """Return a document within the actor's reach with its PDF; renders it first where that was not done yet."""
    paper = house.engine.ask(OneDocument(document_id=document_id), actor)
    if paper.pdf_sha256 is None:
        render(house, paper)
        paper = house.engine.ask(OneDocument(document_id=document_id), actor)
    return paper, house.files.get(str(paper.pdf_sha256))


def slip_of(house: House, document_id: str, actor: Actor) -> tuple[Document, bytes]:
    """Return a decision on the spot within the actor's reach as a slip of 80 mm; NotFoundError for every other paper."""
    paper = house.engine.ask(OneDocument(document_id=document_id), actor)
    facts = read(paper.code, paper.facts or {})
    if not isinstance(facts, SpotDecision):
        raise NotFoundError("这份文书没有小票。")
    return paper, slip.render(facts, check_url=check_url(house, paper.token))


def render(house: House, paper: Document) -> None:
    """Put a document on paper, store the bytes and record their digest."""
    facts: dict[str, Any] = paper.facts or {}
    content = press.render(paper.code, read(paper.code, facts), check_url=check_url(house, paper.token), file=house.files.get)
    sha256 = house.files.put(content)
    command = RecordRendering(case_id=paper.case_id, document_id=paper.id, sha256=sha256, size=len(content))
    house.engine.execute(command, SYSTEM, key=f"render:{paper.id}")


def check_url(house: House, token: str) -> str:
    """Return the public address at which a paper can be checked."""
    return f"{house.settings.public_url}/public/check/{token}"
