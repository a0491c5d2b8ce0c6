"""Duties (义务) that somebody else performs: which paper a performance, or the collection of its cost, made where several run in one case.

A paper names the duty of the procedure that made it; the notice of a cost names the day as well.
"""

from engine.clock import local_date
from engine.commands.procedure import start_form
from engine.model import Document, ProcessState
from engine.queries.remedy import own_subject
from engine.work import FormData, Work

PERFORMANCE = "performance"
OWNERS = frozenset({PERFORMANCE, "performance_cost"})
"""The procedures that may run more than once at a time, each with papers on its own duty."""


def own_papers(work: Work, case_id: str, instance: str, code: str) -> list[Document]:
    """Return the papers of a kind that such a procedure made, the oldest first."""
    form = start_form(work, instance)
    since = local_date(work.get(ProcessState, instance).started_at)
    found = [paper for paper in work.rows(Document, case_id=case_id, code=code) if since <= paper.issued_on and _is_about(paper, form)]
    return sorted(found, key=lambda paper: (paper.issued_on, paper.sequence or 0))


def own_paper(work: Work, case_id: str, instance: str, code: str) -> Document | None:
    """Return the newest paper of a kind that such a procedure made, or None."""
    return next(reversed(own_papers(work, case_id, instance, code)), None)


def performance_of(work: Work, paper: Document) -> str | None:
    """Return the performance that a decision (D25), or the notice of an immediate one (D25-6), is about; None where none can be told.

    Its clocks tell it; a decision that was served by an earlier version has none, and there the duty does, or that there is one only.
    """
    rows = sorted(work.rows(ProcessState, case_id=paper.case_id, procedure=PERFORMANCE), key=lambda row: row.started_at)
    known, told = {row.id for row in rows}, own_subject(work.connection, paper.id)
    if told in known:
        return told
    named = [row.id for row in rows if local_date(row.started_at) <= paper.issued_on and _is_about(paper, start_form(work, row.id))]
    return named[-1] if named else rows[0].id if len(rows) == 1 else None


def _is_about(paper: Document, form: FormData) -> bool:
    facts = paper.facts or {}
    same_day = "performed_on" not in facts or "performed_on" not in form.values or facts["performed_on"] == form.text("performed_on")
    return same_day and str(facts.get("duty", "")).rstrip("。") == form.text("duty").rstrip("。")
