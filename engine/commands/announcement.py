"""Announcements (公告): the paper by which a document is served that reaches the party in no other way."""

from engine.commands.composition import face, stated_party
from engine.model import Document
from engine.queries.delivery import DELIVERED
from engine.rules.document.announcement import AnnouncedParty, Announcement
from engine.rules.document.service_receipt import Served
from engine.rules.document.wording import amount_text
from engine.work import FormData, Work

CLOCK = "service.announcement"

SILENT = frozenset({"D15", *DELIVERED})
"""The papers whose announcement says nothing of a fine."""


def compose_announcement(work: Work, case_id: str, paper: Document, form: FormData, token: str) -> Announcement:
    """Return the announcement of a document, as it was recorded."""
    case = work.case(case_id)
    reason = form.text("reason").strip().rstrip("。")
    return Announcement(
        **face(work, case, "", token, announced_party(work, case_id)) | {"date": form.text("served_on")},
        document=Served(name=paper.title, number=paper.number or ""),
        content=_content(case.cause_title, None if paper.code in SILENT or case.fine is None else format(case.fine, "f")),
        reason=f"{reason}，",
        medium=form.text("medium"),
        announced_on=form.text("served_on"),
        days=work.law.parameters.integer("announce.service.days"),
    )


def announced_party(work: Work, case_id: str) -> AnnouncedParty:
    """Return the party as everybody may read of it."""
    party = stated_party(work, case_id)
    return AnnouncedParty(kind=party.kind, name=party.name, code_label="", code="", address="", legal_representative="", representative_label="")


def _content(cause: str, fine: str | None) -> str:
    """Return what the document is about, and the fine where it imposes one."""
    return f"案由：{cause}。" + (f"决定罚款{amount_text(fine)}。" if fine else "")
