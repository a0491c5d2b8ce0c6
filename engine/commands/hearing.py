"""Hearings (听证): who was told of the right may ask for one; it is held before the decision, which then rests on its record.

Source: 行政处罚法 Art. 63-65.
"""

from collections.abc import Mapping
from datetime import date

from engine.commands import deadline as clock
from engine.commands.document import issue, newest
from engine.commands.hearing_paper import compose_announcement, compose_hearing_notice, compose_hearing_record, compose_hearing_report
from engine.commands.hearing_result import has_hearing_right, hearing_of
from engine.commands.opinion import REVIEWS, give, standing
from engine.commands.party_change import is_another
from engine.commands.service import served
from engine.commands.submission import last_form, submits
from engine.commands.suspicion import suspect
from engine.errors import InvalidInputError, LawError, StepNotWaitingError
from engine.events.hearing import (
    HearingAdjourned,
    HearingEnded,
    HearingForgone,
    HearingHeld,
    HearingHostAppointed,
    HearingNotified,
    HearingReported,
    HearingRequested,
    HearingSet,
)
from engine.model import Case, Document, Hearing, Opinion, Task, User
from engine.queries.reach import named_in
from engine.rules.conflict import check_different
from engine.rules.hearing import NOTICE, check_hearing_day, check_held, earliest_hearing
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

REQUEST = "hearing.request"
_BASIS = "行政处罚法 64"


@submits("hearing_request")
def ask_for_hearing(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record that the party asks for a hearing, or gives it up; refuses a day outside its term (行政处罚法 Art. 64(1))."""
    del task
    notice, day = _notice(work, case.id), data.day("requested_on")
    if notice.served_on is None or day < notice.served_on:
        raise LawError("before_cause", "提出听证的日期早于告知书送达日期。", basis=_BASIS, field="requested_on")
    clock.meet(work, case.id, REQUEST, day)
    if data.routing["requested"] == "waived":
        work.record(HearingForgone(case=case.id, hearing=work.new_id(), document=notice.id, how="waived", ended_on=day))
    else:
        work.record(HearingRequested(case=case.id, hearing=work.new_id(), document=notice.id, asked_on=day, way=data.text("way")))


@operation("hearing.lapse")
def lapse_hearing(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record that the term passed in silence."""
    del inputs, values
    term = clock.find(work, case_id, REQUEST)
    day = term.due if term is not None and term.due is not None else work.today
    work.record(HearingForgone(case=case_id, hearing=work.new_id(), document=_notice(work, case_id).id, how="lapsed", ended_on=day))
    return {}


@submits("hearing_appointment")
def appoint_host(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Name host and recorder, and stop the term of the decision; refuses whoever investigates, reviews or appoints (行政处罚法 Art. 64(4))."""
    hearing = _hearing(work, case.id)
    host, recorder = (_person(work, case, data, field) for field in ("host", "recorder"))
    check_host(work, case, host)
    check_recorder(case, recorder)
    work.record(
        HearingHostAppointed(
            case=case.id,
            hearing=hearing.id,
            host=host.id,
            host_name=host.name,
            recorder=recorder.id,
            recorder_name=recorder.name,
            closed=None if data.text("public") == "open" else data.text("public"),
            named=named_in(case.panel, [host.id, recorder.id]),
        )
    )
    clock.suspend(work, case.id, "decision", work.today, "hearing")
    give(work, case, task, "approved", data.find("opinion") or f"由{host.name}主持听证。")


@submits("hearing_notice")
def set_hearing(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Set the day, of which the party would be told today; refuses one that leaves less than the clear days (行政处罚法 Art. 64(2))."""
    hearing, day = _held_by(work, case, task), data.day("meets_on")
    check_hearing_day(day, work.today, work.law)
    work.record(HearingSet(case=case.id, hearing=hearing.id, meets_on=day, meets_at=data.text("meets_at"), place=data.text("place")))


@operation("hearing.notify", returns=("document",))
def notify_hearing(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the notice, and where the public may come the announcement. Source: 行政处罚法 Art. 64(2), (3)."""
    del inputs, values
    hearing = _hearing(work, case_id)
    issue(work, case_id, "D17", lambda number, token: compose_hearing_notice(work, hearing, number, token))
    if hearing.closed is None:
        issue(work, case_id, "D17A", lambda number, token: compose_announcement(work, hearing, number, token))
    return {"document": "D17"}


@operation("hearing.await", returns=("in_time",))
def await_hearing(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Start the clear days when the party was told, and tell whether the day that was set lies behind them."""
    del inputs, values
    hearing, paper = _hearing(work, case_id), newest(work, case_id, "D17")
    if paper is None or paper.served_on is None or hearing.meets_on is None:
        raise LawError("not_served", "听证通知书没有送达记录。", basis="行政处罚法 64(2)")
    clock.start(work, case_id, NOTICE, paper.served_on, cause="听证通知书送达", subject=hearing.id, origin=served(paper.id))
    first = earliest_hearing(paper.served_on, work.law).due
    in_time = first is not None and hearing.meets_on >= first
    work.record(HearingNotified(case=case_id, hearing=hearing.id, notified_on=paper.served_on, in_time=in_time))
    return {"in_time": in_time}


@submits("hearing_record")
def hold_hearing(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record what came of the hearing, with its record where it was held. Source: 行政处罚法 Art. 64(4)-(8)."""
    hearing, day, result = _held_by(work, case, task), data.day("held_on"), str(data.routing["result"])
    paper = newest(work, case.id, "D17")
    # The date of service may have been corrected since.
    told = hearing.notified_on if paper is None or paper.served_on is None else paper.served_on
    if told is None or day < told:
        raise LawError("before_cause", "日期早于听证通知书送达之日。", basis=_BASIS, field="held_on")
    if result in {"held", "absent"} and (hearing.meets_on is None or day != hearing.meets_on):
        raise LawError("before_cause", f"听证定于{hearing.meets_on}举行；改期的，先延期并重新通知。", basis="行政处罚法 64(2)", field="held_on")
    if result in {"held", "absent"}:
        check_held(day, told, work.law)
        _check_change_served(work, case.id)
    reason = data.find("reason") or ""
    clock.meet(work, case.id, NOTICE, day, subject=hearing.id)
    if result == "held":
        issue(work, case.id, "D17B", lambda number, token: compose_hearing_record(work, hearing, data, number, token))
        work.record(HearingHeld(case=case.id, hearing=hearing.id, held_on=day, signed=data.text("signed") == "signed"))
    elif result in {"adjourned", "challenged"}:
        work.record(HearingAdjourned(case=case.id, hearing=hearing.id, adjourned_on=day, reason=reason))
    else:
        work.record(HearingEnded(case=case.id, hearing=hearing.id, how=result, ended_on=day, reason=reason))
        _resume(work, case.id, day)


def _check_change_served(work: Work, case_id: str) -> None:
    """Refuse a hearing before somebody whom the party does not know of: it could not challenge that person. Source: 行政处罚法 Art. 64(4)."""
    told, change = newest(work, case_id, "D17"), newest(work, case_id, "D17-1")
    if told is None or change is None or (change.issued_on, change.sequence or 0) < (told.issued_on, told.sequence or 0):
        return
    if change.served_on is None:
        message = f"《{change.title}》还没有送达，当事人无从对接替的人申请回避：先送达，来不及的延期举行。"
        raise LawError("not_served", message, basis="行政处罚法 64(4)", field="result")


@submits("hearing_report")
def report_hearing(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record the finding of the host and let the term of the decision run again; a suspected crime goes to the police. Source: 行政处罚法 Art. 65."""
    hearing = _held_by(work, case, task)
    issue(work, case.id, "D17C", lambda number, token: compose_hearing_report(work, hearing, data, number, token))
    work.record(HearingReported(case=case.id, hearing=hearing.id, finding=data.text("finding"), reported_at=work.now))
    give(work, case, task, data.text("finding"), data.text("grounds"))
    _resume(work, case.id, work.today)
    suspect(work, case.id, data.find("offence"), data.text("grounds"))


@operation("plea.conclude", returns=("renotify",))
def conclude_plea(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Tell, when plea and hearing are over, whether the case goes back: changed facts or party, or a review that did not pass."""
    del inputs, values
    review = last_form(work, case_id, "plea_review") if work.case(case_id).plea == "submitted" else None
    hearing = hearing_of(work, case_id)
    heard = standing(work, case_id, "review_hearing", "hearing_report") if hearing is not None and hearing.state == "reported" else []
    changed = review is not None and review.flag("facts_changed")
    changed = changed or is_another(work, work.case(case_id))
    return {"renotify": changed or (bool(heard) and heard[-1].result != "pass")}


def _notice(work: Work, case_id: str) -> Document:
    notice = newest(work, case_id, "D15")
    if notice is None or not has_hearing_right(notice):
        raise LawError("not_found", "本案告知书没有告知听证权利。", basis="行政处罚法 63")
    return notice


def _hearing(work: Work, case_id: str) -> Hearing:
    hearing = hearing_of(work, case_id)
    if hearing is None:
        raise StepNotWaitingError("本案没有要求听证。")
    return hearing


def _held_by(work: Work, case: Case, task: Task) -> Hearing:
    """Return the hearing, which only its own host conducts."""
    hearing = _hearing(work, case.id)
    if hearing.host != work.actor.id:
        raise StepNotWaitingError(f"“{task.title}”须由主持人{hearing.host_name}以本人身份办理。")
    return hearing


def _person(work: Work, case: Case, data: FormData, field: str) -> User:
    wanted = data.text(field)
    found = work.find(User, wanted) or next(iter(work.rows(User, login=wanted)), None)
    if found is None or not found.active or found.district != case.district or (field == "host" and "hearing_host" not in found.roles):
        raise InvalidInputError({field: ["请选择本辖区在岗的听证主持人。" if field == "host" else "请选择本辖区的在岗人员。"]})
    return found


def check_host(work: Work, case: Case, host: User) -> None:
    """Refuse with same_person a host who investigates, reviews, decides or was recused in the case (I4). Source: 行政处罚法 Art. 64(4)."""
    reviewers = {item.person for step in REVIEWS for item in work.rows(Opinion, case_id=case.id, step=step)}
    for reviewer in sorted(reviewers) or (None,):
        check_different({"lead": case.lead, "second": case.second, "reviewer": reviewer, "host": host.id, "decider": work.actor.id})
    if host.id in (case.recused or "").split("|"):
        raise LawError("officer_recused", f"{host.name}已回避，不得主持本案听证。", basis="行政处罚法 43、64(4)", field="host")


def check_recorder(case: Case, recorder: User) -> None:
    """Refuse a recorder who investigates, or was recused in the case. Source: 行政处罚法 Art. 43, 64(4)."""
    if recorder.id in {case.lead, case.second}:
        raise LawError("same_person", "本案调查人员不能担任听证记录员。", basis="行政处罚法 64(4)", field="recorder")
    if recorder.id in (case.recused or "").split("|"):
        raise LawError("officer_recused", f"{recorder.name}已回避，不得担任本案听证记录员。", basis="行政处罚法 43、64(4)", field="recorder")


def _resume(work: Work, case_id: str, day: date) -> None:
    clock.resume(work, case_id, "decision", day, ground="hearing")
