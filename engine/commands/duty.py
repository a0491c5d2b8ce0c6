"""Duties (义务) that somebody else performs: which paper a performance, or the collection of its cost, made where several run in one case.

A paper names the duty of the procedure that made it; the notice of a cost names the day as well. Where one case has several of the very same
words, each after the first bears its number in its name, on the pages and on its papers.
"""

from engine.clock import local_date
from engine.commands.procedure import start_form
from engine.model import Document, ProcessState, Task
from engine.queries.remedy import own_subject
from engine.work import FormData, Work

PERFORMANCE, COLLECTION = "performance", "performance_cost"
OWNERS = frozenset({PERFORMANCE, COLLECTION})
"""The procedures that may run more than once at a time, each with papers on its own duty."""
_SHOWN = 20
"""How much of a duty the name of its procedure shows, in characters."""


def name_of(work: Work, case_id: str, duty: str) -> str:
    """Return what a performance that begins is called: its duty, and its number where the case had one of the same words before."""
    begun = [row for row in work.rows(ProcessState, case_id=case_id, procedure=PERFORMANCE) if _short(start_form(work, row.id)) == duty[:_SHOWN]]
    return f"{duty[:_SHOWN]}（第{len(begun) + 1}次）" if begun else duty[:_SHOWN]


def named_duty(work: Work, instance: str) -> str:
    """Return the duty of a performance, or of the collection of its cost, with the number that tells it from others of the same words."""
    form, name = start_form(work, instance), work.get(ProcessState, instance).subject or ""
    number = name.removeprefix(_short(form)) if name.startswith(_short(form)) else ""
    return f"{form.text('duty').rstrip('。')}{number}"


def cost_subject(work: Work, instance: str) -> str | None:
    """Return the procedure itself where it collects the cost of a performance; None where it executes the penalty."""
    return instance if work.get(ProcessState, instance).procedure == COLLECTION else None


def own_papers(work: Work, case_id: str, instance: str, code: str) -> list[Document]:
    """Return the papers of a kind that such a procedure made, the oldest first."""
    since = local_date(work.get(ProcessState, instance).started_at)
    found = [paper for paper in work.rows(Document, case_id=case_id, code=code) if since <= paper.issued_on and _is_about(work, paper, instance)]
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
    named = [row.id for row in rows if local_date(row.started_at) <= paper.issued_on and _is_about(work, paper, row.id)]
    return named[-1] if named else rows[0].id if len(rows) == 1 else None


def collection_of(work: Work, paper: Document) -> str | None:
    """Return the procedure that collects a cost, by the decision that asks for it; None where none can be told.

    Its clocks tell it: a decision that was made anew is about the same performance as the one that fell. One that was not served yet has none,
    and belongs to the newest collection that it fits.
    """
    rows = sorted(work.rows(ProcessState, case_id=paper.case_id, procedure=COLLECTION), key=lambda row: row.started_at, reverse=True)
    known, told = {row.id for row in rows}, own_subject(work.connection, paper.id)
    if told in known:
        return told
    return next((row.id for row in rows if paper.id in {own.id for own in own_papers(work, paper.case_id, row.id, paper.code)}), None)


def performed_by(work: Work, instance: str) -> str | None:
    """Return the performance whose cost a procedure collects: the one of its name among those that were done so on that day."""
    row = work.get(ProcessState, instance)
    found = [each for each in performances_of(work, row.case_id) if key_of(start_form(work, instance)) in done_by(work, row.case_id, each.id)]
    return next((each.id for each in found if each.subject == row.subject), found[0].id if found else None)


def collections_of(work: Work, case_id: str) -> list[ProcessState]:
    """Return the procedures that collect or collected a cost in a case."""
    return work.rows(ProcessState, case_id=case_id, procedure=COLLECTION)


def performances_of(work: Work, case_id: str) -> list[ProcessState]:
    """Return the performances of a case, the oldest first."""
    return sorted(work.rows(ProcessState, case_id=case_id, procedure=PERFORMANCE), key=lambda row: (row.started_at, row.subject or ""))


def key_of(data: FormData) -> tuple[bool, str, str]:
    """Return what tells one performance from another: whether it was done at once, the day, and the duty."""
    return data.flag("immediate"), data.text("performed_on"), data.text("duty").rstrip("。")


def done_by(work: Work, case_id: str, performance: str) -> list[tuple[bool, str, str]]:
    """Return what was done in a performance, nothing where it was not; each as `key_of` tells it."""
    plan = start_form(work, performance)
    records = [row.data or {} for row in work.rows(Task, case_id=case_id, instance=performance, form="performance_record", state="done")]
    days = [str(record["performed_on"]) for record in records if record["result"] == "performed"]
    return [(plan.flag("immediate"), day, plan.text("duty").rstrip("。")) for day in days]


def _is_about(work: Work, paper: Document, instance: str) -> bool:
    facts, form = paper.facts or {}, start_form(work, instance)
    same_day = "performed_on" not in facts or "performed_on" not in form.values or facts["performed_on"] == form.text("performed_on")
    return same_day and str(facts.get("duty", "")).rstrip("。") == named_duty(work, instance)


def _short(form: FormData) -> str:
    return form.text("duty")[:_SHOWN]
