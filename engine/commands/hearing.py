"""Hearings (听证): who was told of the right may ask for one, and until it was held or the right has lapsed nothing is decided."""

from engine.commands import deadline as clock
from engine.commands.document import newest
from engine.errors import InvalidInputError
from engine.model import Document, Task
from engine.work import FormData, Work

_FORMS = ("plea", "plea_review")
"""The forms in which a request for a hearing is written down."""


def has_hearing_right(notice: Document | None) -> bool:
    """Tell whether a notice told the party of a right to a hearing. Source: 行政处罚法 Art. 63."""
    return notice is not None and (notice.facts or {}).get("hearing") is not None


def check_request(work: Work, case_id: str, data: FormData) -> None:
    """Refuse to write down a request for a hearing where the notice knows of no right to one."""
    if data.flag("hearing") and not has_hearing_right(newest(work, case_id, "D15")):
        raise InvalidInputError({"hearing": ["本案告知书没有告知听证权利；当事人的意见记入陈述申辩。"]})


def hearing_state(work: Work, case_id: str) -> str:
    """Return how the newest notice stands with the hearing: none, open, requested or lapsed. Source: 行政处罚法 Art. 63, 64(1).

    A request stays one when the party is told anew; only a notice that knows of no right to a hearing ends it.
    """
    if not has_hearing_right(newest(work, case_id, "D15")):
        return "none"
    done = [task for form in _FORMS for task in work.rows(Task, case_id=case_id, form=form, state="done")]
    if any((task.data or {}).get("hearing") for task in done):
        return "requested"
    term = clock.find(work, case_id, "hearing.request")
    return "open" if term is None or term.due is None or work.today <= term.due else "lapsed"
