"""Cautions (办理提醒): what the person at a step must know before it is submitted, because the law refuses it or takes something away."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.events.amendment import CHANGES
from engine.model import Task
from engine.queries.amendment import unassessed
from engine.queries.case_file import CaseFileView

PROPOSED = frozenset({"confirm_report", "legal_review", "review_proposal", "approve_proposal", "notice", "decide"})
"""The steps at which somebody stands by what the party is, or was, told."""

STALE_BASIS = "行政处罚法 5②、40、44"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """What to know before submitting, with its basis."""

    title: str
    text: str
    basis: str


def stale_words(act: str) -> str:
    """Return why a proposal cannot go on after a change of the party, and the way on."""
    if act == "capacity":
        return "评定以后查明当事人须由监护人代理，本案还没有重新评定：退回调查终结，重新评定、重新告知。"
    return (
        f"评定以后当事人已经变更（{CHANGES[act]}），现在的当事人还没有评定：违法次数、情节按原当事人认定的，不能据以告知、处罚现在的当事人。"
        "退回调查终结，对现在的当事人重新评定、重新告知。"
    )


def cautions_of(file: CaseFileView, task: Task) -> Iterator[Caution]:
    """Yield what the person at a step must know."""
    changed = unassessed(file.amendments, file.assessments) if task.step in PROPOSED else None
    if changed is not None:
        yield Caution(title="须退回，重新评定", text=stale_words(changed.act), basis=STALE_BASIS)
