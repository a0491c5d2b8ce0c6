"""What became of the right to a hearing (听证情况), as the decision and its papers read it. Source: 行政处罚法 Art. 63-65."""

from engine.commands import deadline as clock
from engine.model import Document, Hearing
from engine.work import Work

_STATES = {"waived": "waived", "withdrawn": "waived", "absent": "waived", "lapsed": "lapsed", "reported": "held"}
_WORDS = {
    "waived": "当事人明确表示放弃听证。",
    "lapsed": "当事人在法定期限内未要求听证。",
    "withdrawn": "当事人要求听证后又撤回，听证终止。",
    "absent": "当事人要求听证，经通知无正当理由未出席或者中途退出，视为放弃听证，听证终止。",
}


def has_hearing_right(notice: Document | None) -> bool:
    """Tell whether a notice told the party of a right to a hearing. Source: 行政处罚法 Art. 63."""
    return notice is not None and (notice.facts or {}).get("hearing") is not None


def notice_of(work: Work, case_id: str) -> Document | None:
    """Return the newest notice before the penalty, or None."""
    return max(work.rows(Document, case_id=case_id, code="D15"), key=lambda paper: (paper.issued_on, paper.sequence or 0), default=None)


def hearing_of(work: Work, case_id: str) -> Hearing | None:
    """Return what became of the right that the newest notice told of; None while nothing did."""
    notice = notice_of(work, case_id)
    return None if notice is None else next(iter(work.rows(Hearing, case_id=case_id, document_id=notice.id)), None)


def hearing_state(work: Work, case_id: str) -> str:
    """Return how the newest notice stands with the hearing: none, open, requested, held, waived or lapsed. Source: 行政处罚法 Art. 63, 64(1)."""
    if not has_hearing_right(notice_of(work, case_id)):
        return "none"
    hearing = hearing_of(work, case_id)
    if hearing is not None:
        return _STATES.get(hearing.state, "requested")
    term = clock.find(work, case_id, "hearing.request")
    return "open" if term is None or term.due is None or work.today <= term.due else "lapsed"


def stated_hearing(work: Work, case_id: str) -> str:
    """Return what the decision says of the hearing, empty where there was no right to one. Source: 行政处罚法 Art. 65."""
    if not has_hearing_right(notice_of(work, case_id)):
        return ""
    hearing = hearing_of(work, case_id)
    if hearing is None or hearing.ended_on is None:
        return _WORDS["lapsed"]
    if hearing.state in _WORDS:
        return _WORDS[hearing.state]
    day = f"{hearing.ended_on.year}年{hearing.ended_on.month}月{hearing.ended_on.day}日"
    public = "未公开" if hearing.closed else "公开"
    return f"应当事人要求，本机关于{day}{public}举行听证，{hearing.host_name}主持。本机关根据听证笔录作出决定。"
