"""Approvals on paper (审批表): what a procedure asked for and what was said to it, put together from its own record.

What the main procedure decides has papers of its own (立案、处理、结案审批表); all else that is approved has this one.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from sqlalchemy import or_, select

from engine.commands.document import issue
from engine.commands.inner_paper import common, minute, signed
from engine.commands.submission import last_form
from engine.events.codec import Plain
from engine.model import Case, Evidence, Opinion, ProcessState, Task, User
from engine.queries.goods import goods_of, names_of
from engine.rules.document.inner import Signature
from engine.rules.document.procedure_approval import Entry, Matter, ProcedureApproval
from engine.work import FormData, Work
from engine.workflow.published import bundle_of

CODE = "D14-1"

MAIN: Mapping[str, str] = {
    "approve_demolition": "demolition_order",
    "approve_demolition_report": "demolition_report",
    "approve_execution_end": "execution_end",
    "review_publication": "publication",
    "sign_court_application": "court_application",
}
"""The steps of the main procedure that approve what no other paper shows, each with the form that it approves."""

ALONE = frozenset({"review_credit_repair", "review_late_entry", "review_publication"})
"""The steps at which somebody else than the head has the last word."""

_SAID = frozenset({"approval", "confirmation", "police_confirmation", "collective_decision"})
"""The forms that are opinions themselves: they stand among the signatures."""

_DECISIONS = frozenset({"approval", "collective_decision", "police_decision", "recusal_decision"})
"""The forms by which the head decides; naming a team or a host is none."""

_LONGEST_NAME = 64


def issue_approval(work: Work, case: Case, task: Task, decision: FormData, *, agreed: bool) -> None:
    """Make the paper of an approval that was just given; nothing where somebody above still has a say, or another paper shows it.

    Source: 行政处罚法 Art. 47: start, review and decision are recorded in writing.
    """
    beside = task.instance != case.id
    if (beside or task.step in MAIN) and (task.role == "head" or task.step in ALONE or not agreed):
        issue(work, case.id, CODE, lambda _, token: _compose(work, case, task, decision, token))


def _compose(work: Work, case: Case, task: Task, decision: FormData, token: str) -> ProcedureApproval:
    row = work.get(ProcessState, task.instance)
    matters = [*_asked(work, case, task, row), *_decided(work, case, task, decision)]
    said = _said(work, case, task)
    return ProcedureApproval(
        **common(work, case.id, "", token),
        procedure=bundle_of(work.connection, row.bundle).titles.get(task.process, task.process),
        subject=(row.subject if task.instance != case.id else None) or "",
        step=task.title,
        matters=tuple(matters),
        signatures=tuple(said),
        resolution=said[-1].result,
    )


def _asked(work: Work, case: Case, task: Task, row: ProcessState) -> Iterator[Matter]:
    """Yield what the approval is about: the form of the main step, or the start form of the procedure and what came since the last approval."""
    if task.instance == case.id:
        form = last_form(work, case.id, MAIN[task.step])
        done = [one for one in _done(work, case, task) if one.form == MAIN[task.step]]
        if form is not None and done:
            yield _matter(work, case, done[-1].form, form.values, (done[-1].title, done[-1].done_name or "", done[-1].done_at or work.now))
        return
    if row.form is not None:
        yield _matter(work, case, row.form, row.data or {}, (f"申请{row.title or ''}", row.started_name, row.started_at))
    since = _since(work, case, task)
    for one in _done(work, case, task):
        if one.form not in _SAID and one.done_at is not None and (since is None or one.done_at > since):
            yield _matter(work, case, one.form, one.data or {}, (one.title, one.done_name or "", one.done_at))


def _decided(work: Work, case: Case, task: Task, decision: FormData) -> Iterator[Matter]:
    """Yield what the decision itself fills in beside the opinion."""
    if decision.form not in _SAID:
        yield _matter(work, case, decision.form, decision.values, (task.title, work.signature, work.now))


def _done(work: Work, case: Case, task: Task) -> list[Task]:
    return [one for one in work.rows(Task, case_id=case.id, instance=task.instance, state="done", order="done_at") if one.done_at is not None]


def _since(work: Work, case: Case, task: Task) -> datetime | None:
    """Return when the head last decided something in this procedure; what was asked for before that is settled."""
    decided = [one for one in _done(work, case, task) if one.role == "head" and one.form in _DECISIONS]
    return max((one.done_at for one in decided if one.done_at is not None), default=None)


def _said(work: Work, case: Case, task: Task) -> list[Signature]:
    """Return what was said since, the newest last: an opinion belongs to the procedure whose task was done in its instant."""
    since, given = _since(work, case, task), work.rows(Opinion, case_id=case.id, order="at")
    if task.instance == case.id:
        return [signed(given[-1])]
    steps = {(one.step, one.done_at) for one in _done(work, case, task) if since is None or (one.done_at is not None and one.done_at > since)}
    return [signed(item) for item in given if (item.step, item.at) in steps or item is given[-1]]


def _matter(work: Work, case: Case, form: str, values: Mapping[str, Plain], by: tuple[str, str, datetime]) -> Matter:
    step, person, at = by
    told = work.ports.say_form(form, values, _names(work, case, values), {"partner": _partners(work)})
    return Matter(step=step, person=person, at=minute(at), entries=tuple(Entry(label=label, text=text) for label, text in told))


def _names(work: Work, case: Case, values: Mapping[str, Plain]) -> dict[str, str]:
    """Return what evidence, things and people are called that the form refers to by id, number or login."""
    pieces = {key: f"证据{piece.number} {piece.name}" for piece in work.rows(Evidence, case_id=case.id) for key in (piece.id, str(piece.number))}
    wanted, user = sorted({text for text in _texts(values.values()) if len(text) <= _LONGEST_NAME}), User.__table__.c
    people = work.connection.execute(select(user.id, user.login, user.name).where(or_(user.id.in_(wanted), user.login.in_(wanted))))
    things = names_of(goods_of(work.connection, case.id))
    return pieces | things | {key: person.name for person in people for key in (person.id, person.login)}


def _partners(work: Work) -> list[tuple[str, str]]:
    return [(partner.code, partner.name) for partner in work.law.department.partners.values()]


def _texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            yield from _texts(value.values())
        elif isinstance(value, list | tuple):
            yield from _texts(value)
