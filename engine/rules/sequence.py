"""Order of steps (程序顺序): what must have happened before a decision."""

from dataclasses import dataclass
from datetime import date

from engine.errors import LawError


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What has happened in a case before its decision.

    Attributes:
        notice_served: when the notice was served, None if it was not.
        plea: open, submitted, waived or lapsed; `plea_due` its last day, `plea_reviewed` whether a submitted plea was answered.
        hearing: none (no right), open (may still be asked for), requested, held, waived or lapsed; `hearing_due` the last day to ask for it.
        review_required: always in this product's ordinary procedure, by law where 行政处罚法 Art. 58 says so.
    """

    notice_served: date | None
    plea: str
    plea_due: date | None
    plea_reviewed: bool = False
    hearing: str = "none"
    hearing_due: date | None = None
    review_required: bool = True
    review_passed: bool = False
    panel_required: bool = False
    panel_agreed: bool = False


def check_notice(progress: Progress, today: date) -> None:
    """Refuse a penalty before the notice was served and the party was heard, or let the term pass, or waived it (行政处罚法 Art. 44, 45, 62)."""
    if progress.notice_served is None:
        raise LawError("notice_required", "没有送达行政处罚事先告知书，不得作出处罚决定。", basis="行政处罚法 62")
    if progress.notice_served > today:
        raise LawError("before_cause", "作出决定不能早于事先告知书送达之日。", basis="行政处罚法 44")
    running = progress.plea_due is None or today <= progress.plea_due
    if progress.plea == "open" or (progress.plea == "lapsed" and running) or (progress.plea == "submitted" and running):
        raise LawError("plea_open", "陈述申辩期限未满，当事人也没有放弃，不得作出处罚决定。", basis="行政处罚法 45①")
    if progress.plea == "submitted" and not progress.plea_reviewed:
        raise LawError("plea_open", "当事人的陈述申辩还没有复核，不得作出处罚决定。", basis="行政处罚法 45①")
    if progress.hearing in {"open", "requested"}:
        raise LawError("hearing_open", "听证权利尚未届满或者听证尚未举行，不得作出处罚决定。", basis="行政处罚法 63")
    if progress.hearing == "lapsed" and progress.hearing_due is not None and today <= progress.hearing_due:
        message = f"按更正后的送达日期，要求听证的期限到{progress.hearing_due}才届满，不得作出处罚决定；当事人要求听证的，退回重新告知。"
        raise LawError("hearing_open", message, basis="行政处罚法 64(1)")


def check_review(progress: Progress) -> None:
    """Refuse a decision without a passed legal review, or without the panel where it must discuss (行政处罚法 Art. 57, 58)."""
    if progress.review_required and not progress.review_passed:
        raise LawError("review_required", "法制审核未通过，不得作出决定。", basis="行政处罚法 58")
    if progress.panel_required and not progress.panel_agreed:
        raise LawError("panel_required", "情节复杂或者重大违法行为，须经负责人集体讨论决定。", basis="行政处罚法 57②")


def check_decision(progress: Progress, today: date, *, penalty: bool) -> None:
    """Refuse a decision that comes too early; only a penalty needs notice and plea."""
    if penalty:
        check_notice(progress, today)
    check_review(progress)


def check_after(day: date, cause: date, today: date, what: str) -> None:
    """Refuse an event dated in the future, or before the event on which it depends; `what` names it in Chinese."""
    if day > today:
        raise LawError("date_in_future", f"{what}的日期不能晚于今天。", field="date")
    if day < cause:
        raise LawError("before_cause", f"{what}的日期不能早于{cause}。", field="date")
