"""The papers of a hearing (听证文书): put together from the hearing, its forms and the case. Source: 行政处罚法 Art. 64, 65."""

from dataclasses import replace
from datetime import date
from typing import Any

from engine.commands.composition import face
from engine.events.hearing import CLOSED, FINDINGS
from engine.model import Document, Hearing
from engine.rules.document.hearing_notice import HearingAnnouncement, HearingChange, HearingNotice
from engine.rules.document.hearing_record import HearingRecord, HearingReport
from engine.rules.document.service_receipt import Served
from engine.rules.redaction import mask_address, mask_name, masking
from engine.work import FormData, Work

RIGHTS = (
    "认为主持人与本案有直接利害关系的，有权申请回避。",
    "可以亲自参加听证，也可以委托一至二人代理。",
    "对调查人员提出的违法事实、证据和处罚建议，有权申辩和质证，提出新的证据。",
    "核对听证笔录并签字或者盖章，认为记录有误的可以要求补正。",
    "不承担组织听证的费用。",
)


def compose_hearing_notice(work: Work, hearing: Hearing, number: str, token: str) -> HearingNotice:
    """Return the notice of the hearing as it was set."""
    return HearingNotice(
        **_common(work, hearing, number, token),
        asked_on=_day(hearing.asked_on),
        meets_at=_meets_at(hearing),
        place=hearing.place or "",
        host=hearing.host_name or "",
        recorder=hearing.recorder_name or "",
        closed=_closed(hearing),
        rights=RIGHTS,
    )


def compose_change(work: Work, hearing: Hearing, notice: Document, part: str, before: str, person: str, number: str, token: str) -> HearingChange:
    """Return the notice of who took over a hearing as host or recorder after the party was told of it."""
    return HearingChange(
        **_common(work, hearing, number, token),
        notice=Served(name=notice.title, number=notice.number or ""),
        part=part,
        before=before,
        person=person,
        meets_at=_meets_at(hearing),
        place=hearing.place or "",
    )


def compose_announcement(work: Work, hearing: Hearing, number: str, token: str) -> HearingAnnouncement:
    """Return the announcement of a public hearing; people are named by the family name alone, as in publications."""
    common, how = _common(work, hearing, number, token), masking(work.law.parameters)
    party = replace(common["party"], guardian="", legal_representative=mask_name(common["party"].legal_representative, how))
    if party.kind == "person":
        party = replace(party, name=mask_name(party.name, how), code="不公开", address=mask_address(party.address, how), legal_representative="")
    return HearingAnnouncement(**common | {"party": party}, named=party.name, meets_at=_meets_at(hearing), place=hearing.place or "")


def compose_hearing_record(work: Work, hearing: Hearing, form: FormData, number: str, token: str) -> HearingRecord:
    """Return the record of the hearing as the host entered it."""
    refused = f"当事人拒绝签字或者盖章：{form.find('refusal')}"
    signed = "当事人或者代理人核对笔录无误后签字或者盖章。"
    texts: dict[str, Any] = {
        name: form.find(name) or "" for name in ("attendance", "challenge", "accusation", "defence", "confrontation", "last_words")
    }
    return HearingRecord(
        **_common(work, hearing, number, token),
        **texts,
        meets_at=_meets_at(hearing),
        place=hearing.place or "",
        host=hearing.host_name or "",
        recorder=hearing.recorder_name or "",
        closed=_closed(hearing),
        signature=signed if form.text("signed") == "signed" else refused,
    )


def compose_hearing_report(work: Work, hearing: Hearing, form: FormData, number: str, token: str) -> HearingReport:
    """Return the report of the host."""
    return HearingReport(
        **_common(work, hearing, number, token),
        held_on=_day(hearing.ended_on),
        place=hearing.place or "",
        host=hearing.host_name or "",
        recorder=hearing.recorder_name or "",
        course=form.text("course"),
        issues=form.text("issues"),
        finding=FINDINGS[form.text("finding")],
        grounds=form.text("grounds"),
    )


def _common(work: Work, hearing: Hearing, number: str, token: str) -> dict[str, Any]:
    case = work.case(hearing.case_id)
    return face(work, case, number, token) | {"cause": case.cause_title}


def _meets_at(hearing: Hearing) -> str:
    return f"{_day(hearing.meets_on)}T{hearing.meets_at}" if hearing.meets_on and hearing.meets_at else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _closed(hearing: Hearing) -> str:
    return CLOSED[hearing.closed] if hearing.closed else ""
