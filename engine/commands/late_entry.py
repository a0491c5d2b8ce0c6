"""Late entries (补记): what the party said or asked for in time was taken for silence; it is entered, and heard without a new notice.

The decision waits from the moment the entry is made. Source: 行政处罚法 Art. 44, 45, 64(1).
"""

from collections.abc import Mapping

from engine.commands import deadline as clock
from engine.commands.hearing import REQUEST
from engine.commands.hearing_result import has_hearing_right, hearing_of, notice_of
from engine.commands.procedure import start_form, starts
from engine.errors import LawError
from engine.events.hearing import HearingReopened
from engine.events.late_entry import SUBJECTS, LateEntryRecorded
from engine.events.plea import PleaReceived
from engine.model import Case, Deadline, Hearing, ProcessState, Task
from engine.rules.late_entry import BASIS, is_heard, received_in_time
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

PROCEDURE = "late_entry"
SILENT = frozenset({"lapsed", "waived"})
"""How a right stands that was not used."""


@starts("late_entry")
def enter_late(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what is entered; refuses what is not lost yet, what came before the notice, and to leave unheard what came in time."""
    del instance
    _entry(work, case, data)
    return SUBJECTS[data.text("what")]


@operation("late_entry.record", returns=("late", "heard"))
def record_late(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record the entry that the squad leader agreed to, and put the case where it would stand had it been made in time."""
    del inputs, values
    case, form = work.case(case_id), start_form(work)
    entry = _entry(work, case, form)
    work.record(entry)
    if not entry.heard:
        return {"late": True, "heard": False}
    if entry.what == "plea":
        work.record(PleaReceived(case=case_id, received_on=entry.received_on, way=form.text("way"), content=entry.content))
        return {"late": True, "heard": True}
    work.record(HearingReopened(case=case_id, hearing=_lost_hearing(work, case).id, asked_on=entry.received_on, way=form.text("way")))
    if entry.in_time:
        clock.meet(work, case_id, REQUEST, entry.received_on)
    return {"late": True, "heard": True}


def check_none_pending(work: Work, case: Case) -> None:
    """Refuse what needs the party heard, while an entry waits for consent, review or hearing."""
    if any(entry.ended_at is None for entry in work.rows(ProcessState, case_id=case.id, procedure=PROCEDURE)):
        raise LawError("plea_open", "补记的陈述申辩、听证要求还没有办结，不得讨论决定。", basis="行政处罚法 45①")


def check_late_entries(work: Work, case: Case) -> None:
    """Refuse a decision while an entry is pending, or where the plea that was entered changed the facts that the party was told."""
    check_none_pending(work, case)
    entries = work.rows(ProcessState, case_id=case.id, procedure=PROCEDURE)
    notified = max((task.done_at for task in work.rows(Task, case_id=case.id, form="notice", state="done") if task.done_at), default=None)
    for entry in entries:
        for review in work.rows(Task, case_id=case.id, instance=entry.id, form="plea_review", state="done"):
            later = notified is None or (review.done_at is not None and review.done_at > notified)
            if later and (review.data or {}).get("facts_changed") is True:
                raise LawError("notice_required", "复核补记的陈述申辩后，违法事实有变化：请退回调查终结，重新告知。", basis="行政处罚法 44、45")


def _entry(work: Work, case: Case, data: FormData) -> LateEntryRecorded:
    what, received = data.text("what"), data.day("received_on")
    term = _lost_term(work, case, what)
    notice = notice_of(work, case.id)
    if notice is None or notice.served_on is None or term.due is None:
        raise LawError("notice_required", "事先告知书尚未送达。", basis=BASIS[what])
    in_time = received_in_time(what, received, notice.served_on, term.due)
    return LateEntryRecorded(
        case=case.id,
        what=what,
        received_on=received,
        due=term.due,
        in_time=in_time,
        heard=is_heard(what, data.find("admitted"), term.due, in_time=in_time),
        proved=data.text("proved"),
        reason=data.text("reason"),
        refusal=data.find("refusal"),
        content=data.text("content"),
    )


def _lost_term(work: Work, case: Case, what: str) -> Deadline:
    """Return the term that passed unused; refuses a right that may still be used, or was used."""
    if case.decided_on is not None:
        raise LawError("step_not_waiting", "决定已经作出，不能补记；对决定不服的，可以申请复议或者起诉。", basis=BASIS[what])
    term = clock.find(work, case.id, "plea" if what == "plea" else REQUEST)
    if what == "hearing":
        _lost_hearing(work, case)
    elif case.plea not in SILENT:
        raise LawError("step_not_waiting", "陈述申辩还在期限内，或者已经登记，不用补记。", basis=BASIS[what], field="what")
    if term is None:
        raise LawError("notice_required", "事先告知书尚未送达。", basis=BASIS[what])
    return term


def _lost_hearing(work: Work, case: Case) -> Hearing:
    if not has_hearing_right(notice_of(work, case.id)):
        raise LawError("step_not_waiting", "本案告知书没有告知听证权利。", basis="行政处罚法 63", field="what")
    hearing = hearing_of(work, case.id)
    if hearing is None or hearing.state not in SILENT:
        raise LawError("step_not_waiting", "听证要求还在期限内，或者已经登记，不用补记。", basis=BASIS["hearing"], field="what")
    return hearing
