"""Trials of the discretion (裁量试算): what the tables say of a form that is still being filled in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from engine.errors import InvalidInputError, RefusalError
from engine.queries.discretion import PreviewDiscretion
from engine.queries.spread import Similar, SimilarFines, likeness_of
from engine.queries.task_page import TaskView
from web.request import Typed, ask

UNTOUCHED = "（尚未填写）"

FORMS: Mapping[str, Mapping[str, str]] = {
    "investigation_report": {"facts": UNTOUCHED, "evidence_summary": UNTOUCHED, "fine": "0"},
    "spot_record": {
        "shown": "true",
        "told": "true",
        "act_time": "00:00",
        "second": "-",
        "facts": UNTOUCHED,
        "plea": "none",
        "way": "spot",
        "fine": "1",
    },
    "plea_review": {"finding": UNTOUCHED, "reason": UNTOUCHED, "facts_changed": "false"},
}
"""Forms with discretion, and what stands for the fields on which the tables do not look while they are still empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The answer of a trial: what the rules explain, or why they cannot say yet; `address` is where the trial is made.

    `similar` is what similar cases paid, `fine` the sum that was typed.
    """

    explained: Mapping[str, Any] | None
    refusal: RefusalError | None
    address: str
    similar: Similar | None = None
    fine: Decimal | None = None

    @property
    def problems(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield the fields that the rules still need, with the messages."""
        if isinstance(self.refusal, InvalidInputError):
            yield from self.refusal.fields.items()
        elif self.refusal is not None:
            yield self.refusal.field or "", (self.refusal.message,)


def run(view: TaskView, data: Typed, *, address: str) -> Panel:
    """Return what the tables say of the data as typed so far; nothing is stored."""
    form = view.task.form
    filled = {**data, **{name: text for name, text in FORMS[form].items() if not data.get(name) and _asked(form, name, data)}}
    try:
        found = ask(PreviewDiscretion(case_id=view.file.case.id, form=form, data=filled))
    except RefusalError as refusal:
        return Panel(explained=None, refusal=refusal, address=address)
    explained, case = found.explain(), view.file.case
    likeness = likeness_of(case.cause, explained)
    similar = ask(SimilarFines(case_id=case.id, likeness=likeness)) if likeness is not None else None
    return Panel(explained=explained, refusal=None, address=address, similar=similar, fine=_sum(data.get("fine")))


def _sum(text: object) -> Decimal | None:
    """Return what was typed as a sum, None where it is none."""
    try:
        value = Decimal(str(text or "").strip()[:16])
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _asked(form: str, name: str, data: Typed) -> bool:
    """Return whether the form asks for the field at all: a fine only for a penalty, a reason only where not everything was accepted."""
    if form == "spot_record":
        return name != "fine" or data.get("way", "spot") == "spot"
    if name == "fine":
        return data.get("outcome") == "penalty"
    return name != "reason" or data.get("accepted") in {"part", "none"}
