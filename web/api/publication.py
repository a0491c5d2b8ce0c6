"""Publications (公示): decisions as the public sees them, and whether a paper is genuine."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from engine.commands.public_file import AttachPublicFile, RemovePublicFile
from engine.commands.withdrawal import ProposeWithdrawal, ReviewWithdrawal
from engine.errors import NotFoundError
from engine.model import Publication, PublicFile
from engine.queries.disclosure import Preview, PreviewPublication
from engine.queries.document import OnePublicFile
from engine.queries.hearing import ComingHearings, PublicHearing
from engine.queries.portal import CheckDocument, Genuineness, Gone, PublicationsAfter, PublicConditions, PublishedDecision, Shown, WithdrawnDecisions
from engine.queries.publication import PublicLife, PublicLifeOf, Register, RegisterPage
from web.api import cursor
from web.api.door import Door, ask, execute, listed
from web.api.shape import asked, made, shape
from web.api.upload import read_parts

door = Door("publication", "公示")

QUERY = asked("PublicationsQuery", PublicConditions, **cursor.PAGING)
WRITE = "publication.write"
FILE = "/cases/<case_id>/publication/files/<file_id>"
PREVIEW = shape(Preview)
NARROW = frozenset({"state", "text", "page"})
HEARINGS = made("Hearings", items=tuple[PublicHearing, ...])
WITHDRAWN = made("Withdrawn", items=tuple[Gone, ...], total=int)
REGISTER = shape(RegisterPage, but=frozenset({"rows", "page", "pages"}), name="RegisterSummary")


@door.opens(
    "GET",
    "/publications",
    "公示的处罚决定，新的在前 Published decisions, masked, the newest first",
    query=QUERY,
    answer=(200, listed("Publications", shape(Publication))),
)
def publications(query: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a stretch of what is public today."""
    conditions = PublicConditions(**{name: value for name, value in query.items() if name not in cursor.PAGING})
    after, limit = cursor.read(query["cursor"], date.fromisoformat, str), query["limit"]
    found = ask(PublicationsAfter(conditions=conditions, after=after, count=limit + 1))
    return cursor.answer(found, lambda item: (item.published_on.isoformat(), item.id), limit)


door.ask(
    "/publications/<publication_id>", PublishedDecision, "一份公示，或者为什么不再公示 One published decision, or why it is gone", answer=shape(Shown)
)
door.ask("/checks/<token>", CheckDocument, "核验文书真伪 Whether the paper with this code is genuine", answer=shape(Genuineness))
door.ask(
    "/register", Register, "公示台账：各状态件数和待审的撤回 How many there are by state, and the withdrawals that wait", answer=REGISTER, but=NARROW
)
door.ask("/cases/<case_id>/publication", PublicLifeOf, "本案公示的来龙去脉 What became of the publication of a case", answer=shape(PublicLife))


@door.opens("GET", "/hearings", "公开举行的听证 The public hearings that are to come, the next first", answer=(200, HEARINGS))
def hearings() -> Mapping[str, Any]:
    """Return the public hearings from today on."""
    return {"items": ask(ComingHearings())}


@door.opens("GET", "/withdrawn", "已撤回的公示，新的在前 What was withdrawn from the public, the newest twenty", answer=(200, WITHDRAWN))
def withdrawn() -> Mapping[str, Any]:
    """Return what was withdrawn last."""
    page = ask(WithdrawnDecisions())
    return {"items": page.rows, "total": page.total}


@door.opens("GET", "/cases/<case_id>/publication/preview", "将要公示的内容 What would be published today, masked", answer=(200, PREVIEW))
def preview(case_id: str) -> Any:
    """Return the preview; 404 before there is a decision."""
    found = ask(PreviewPublication(case_id=case_id))
    if found is None:
        raise NotFoundError("本案还没有可以公示的决定。")
    return found


@door.opens(
    "POST",
    "/cases/<case_id>/publication/files",
    "附公示文件 Attach a file that goes public with the decision",
    scope="publication.write",
    gives=AttachPublicFile,
    parts=("title",),
    answer=(201, made("Attached", id=str)),
)
def attach(case_id: str) -> Any:
    """Attach the file."""
    return {"id": execute(AttachPublicFile(case_id=case_id, **read_parts("title")))}


door.ask(FILE, OnePublicFile, "一份公示文件 A file that goes public", answer=shape(PublicFile))
door.give("DELETE", FILE, RemovePublicFile, "去掉公示文件 Take a file away again", scope=WRITE)
door.give("POST", "/cases/<case_id>/withdrawal", ProposeWithdrawal, "提出撤回公示 Propose to withdraw", scope=WRITE, form="withdrawal")
door.give(
    "POST", "/cases/<case_id>/withdrawal/review", ReviewWithdrawal, "审核撤回 Agree with a withdrawal, or return it", scope=WRITE, form="approval"
)
