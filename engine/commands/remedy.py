"""Remedies (复议诉讼): what the organ and the court tell of a challenge, and what comes of it, carried out.

Source: 行政复议法 Art. 20-74; 行政诉讼法 Art. 45-86; 行政处罚法 Art. 48(2), 73. An annulled decision with the order to act anew goes on in a
case of its own, which this one names: the old record stays as it was, and the new inquiry has its own notice, review and terms.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from engine.clock import local_date
from engine.commands import deadline as clock
from engine.commands.act_remedy import conclude_act, end_performances
from engine.commands.archiving import send_to_archive
from engine.commands.case_link import linkable, linked
from engine.commands.challenge import challenge_of, challenged_paper, disputed_paper, subject_of
from engine.commands.confiscated import goods_left, left_in_store, restore
from engine.commands.cost_remedy import conclude_cost
from engine.commands.deferral import GAINS
from engine.commands.enforcement import open_window
from engine.commands.performance_cost import DECISION
from engine.commands.procedure import form_here
from engine.commands.raised_penalty import collect_raised, collecting
from engine.commands.refund import excess_of, give_back, overpaid_after
from engine.commands.remedy_result import check_result
from engine.commands.settlement import leave_payment
from engine.commands.submission import submits
from engine.commands.surcharge import pause, resume
from engine.commands.surcharge_remedy import conclude_surcharge, concluded
from engine.commands.termination import terminate
from engine.commands.withdrawal import decision_changed
from engine.errors import LawError
from engine.events.case import CaseClosed
from engine.events.remedy import RemedyAccepted, RemedyConcluded
from engine.model import Case, CaseLink, ProcessState, Remedy, Task
from engine.queries.discretion import reported
from engine.queries.goods import numbers
from engine.queries.ledger import ledger_of
from engine.queries.remedy import is_raised, remedies_against
from engine.rules.extension import Approval
from engine.rules.remedy import KINDS, RESULTS, SURCHARGE, Annulled, check_not_repeated, paused_from
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

REVIEW = "reconsideration.review"


@submits("reconsideration_forward")
def forward(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Note that the application went on in time or late. Source: 行政复议法 Art. 32."""
    remedy = work.get(Remedy, task.instance)
    if data.day("forwarded_on") < remedy.filed_on:
        raise LawError("before_cause", "转送日期早于申请日期。", basis="行政复议法 32", field="forwarded_on")
    clock.meet(work, case.id, "reconsideration.forward", data.day("forwarded_on"), subject=task.instance)


@submits("reconsideration_notice")
def receive_notice(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record what the organ told; an application that it did not take up ends here, and the surcharge goes on."""
    remedy, day = work.get(Remedy, task.instance), data.day("received_on")
    if day < remedy.filed_on:
        raise LawError("before_cause", "收到通知的日期早于申请日期。", basis="行政复议法 48", field="received_on")
    if data.routing["accepted"]:
        work.record(_accepted(work, case, remedy, data))
        if challenge_of(work, remedy).stops_surcharge:
            pause(work, case.id, remedy.kind, applied_on=remedy.filed_on, accepted_on=day)
        simplified = data.text("way") == "simplified"
        length = work.law.parameters.integer("reconsideration.reply.simplified.days") if simplified else None
        clock.start(work, case.id, "reconsideration.reply", day, cause="收到复议申请书副本", length=length, subject=task.instance)
        _start_review(work, case.id, remedy, data, simplified=simplified)
    else:
        _conclude(work, case, remedy, "not_accepted", data.text("number"), day)
        if case.procedure == "summary" and remedy.against is None:
            clock.start(work, case.id, "litigation.after", day, cause="复议不予受理", subject=subject_of(work, remedy))


def _start_review(work: Work, case_id: str, remedy: Remedy, data: FormData, *, simplified: bool) -> None:
    """Start the term of the organ itself, which tells from when the party may sue without its decision. Source: 行政复议法 Art. 53, 62."""
    since = data.day("accepted_on") if data.find("accepted_on") else data.day("received_on")
    if since < remedy.filed_on:
        raise LawError("before_cause", "受理日期早于申请日期。", basis="行政复议法 62", field="accepted_on")
    length = work.law.parameters.integer("reconsideration.review.simplified.days") if simplified else None
    clock.start(work, case_id, REVIEW, since, cause="受理复议申请", length=length, subject=remedy.id)


def _extend_review(work: Work, case_id: str, remedy: Remedy, data: FormData) -> None:
    """Lengthen the term of the organ once, as it told; refuses where the procedure is the simplified one. Source: 行政复议法 Art. 62."""
    term = clock.find(work, case_id, REVIEW, remedy.id)
    if term is None or term.length != work.law.parameters.integer(f"{REVIEW}.days"):
        message = "简易程序的审理期限不能延长；转为普通程序的，按复议机关的通知办理。" if term else "没有登记受理日期，不能延长审理期限。"
        raise LawError("extension_too_late", message, basis="行政复议法 62", field="result")
    told = Approval(person=remedy.organ, person_name=remedy.organ, approved_on=data.day("decided_on"), reason=data.text("summary"))
    clock.extend(work, case_id, REVIEW, int(data.text("longer")), told, subject=remedy.id)


@operation("remedy.accept")
def accept_suit(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record the suit as the court told of it, and start the term of the defence. Source: 行政诉讼法 Art. 67."""
    del inputs, values
    form, instance = form_here(work, case_id, "litigation"), work.instance
    if form is None or instance is None:
        raise LawError("step_not_waiting", "没有应诉登记。")
    work.record(_accepted(work, work.case(case_id), work.get(Remedy, instance), form))
    clock.start(work, case_id, "litigation.defence", form.day("received_on"), cause="收到起诉状副本", subject=instance)
    return {}


@operation("remedy.open_appeal")
def open_appeal(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Start the term of appeal, which is shorter against a ruling than against a judgment. Source: 行政诉讼法 Art. 85."""
    del inputs
    form = form_here(work, case_id, "judgment")
    if form is None:
        raise LawError("step_not_waiting", "没有裁判。")
    length = work.law.parameters.integer("litigation.appeal.ruling.days") if values["result"] == "dismissed" else None
    clock.start(work, case_id, "litigation.appeal", form.day("received_on"), cause="裁判送达", length=length, subject=work.instance)
    return {}


@submits("appeal")
def appeal(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse an appeal from before the judgment or after its term. Source: 行政诉讼法 Art. 85."""
    term, day = clock.find(work, case.id, "litigation.appeal", task.instance), data.day("appealed_on")
    if term is not None and day < term.start_on:
        raise LawError("before_cause", "上诉日期早于裁判送达。", basis="行政诉讼法 85", field="appealed_on")
    if term is not None and term.due is not None and day > term.due:
        raise LawError("window_closed", f"上诉期限已于{term.due.isoformat()}届满。", basis="行政诉讼法 85", field="appealed_on")
    clock.meet(work, case.id, "litigation.appeal", day, subject=task.instance)


@submits("reconsideration_result")
def receive_result(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a result that comes before the application, and a fine that is worse than the one challenged; note a longer review, and its end."""
    remedy = work.get(Remedy, task.instance)
    check_result(work, case, remedy, data)
    if data.text("result") == "extended":
        _extend_review(work, case.id, remedy, data)
    else:
        clock.meet(work, case.id, REVIEW, data.day("decided_on"), subject=task.instance)


@submits("judgment")
def receive_judgment(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a judgment that comes before the suit, a worse fine, and a second instance that is older than the first."""
    check_result(work, case, work.get(Remedy, task.instance), data)
    first = clock.find(work, case.id, "litigation.appeal", task.instance)
    if first is not None and data.day("received_on") < first.start_on:
        raise LawError("before_cause", "二审裁判早于一审裁判。", basis="行政诉讼法 85", field="received_on")


@operation("remedy.conclude", returns=("anew",))
def conclude(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Carry out the result: fine, refund, publication, surcharge and the main road; say whether the agency has to act anew."""
    del inputs, values
    form = form_here(work, case_id, "judgment") or form_here(work, case_id, "reconsideration_result")
    if form is None or work.instance is None:
        raise LawError("step_not_waiting", "没有复议或者诉讼的结果。")
    remedy, case = work.get(Remedy, work.instance), work.case(case_id)
    result, day = RESULTS[form.text("result")], _effective(work, case_id, form)
    subject = subject_of(work, remedy)
    _conclude(work, case, remedy, form.text("result"), form.text("document_no"), day, form=form)
    if remedy.kind == "reconsideration" and form.text("result") not in {"withdrawn", "mediated"}:
        clock.void(work, case_id, "litigation", "已作出复议决定，不服的自收到之日起十五日内起诉", subject=subject)
        clock.start(work, case_id, "litigation.after", day, cause="收到复议决定书", subject=subject)
    if result.anew:
        clock.start(work, case_id, "act.anew", day, cause="撤销并责令重新作出", length=int(form.text("days")), subject=work.instance)
    return {"anew": result.anew and remedy.against is None}


@submits("act_anew")
def act_anew(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Put the new case beside this one; refuses one that was there before the decision fell."""
    remedy, other = work.get(Remedy, task.instance), linkable(work, data.text("other"))
    if other.id == case.id or remedy.effective_on is None or local_date(other.opened_at) < remedy.effective_on:
        raise LawError("before_cause", "新案应当在原决定被撤销以后登记，不能是本案或者更早的案件。", basis="行政复议法 64①", field="other")
    work.record(linked(work, case.id, other, "follow_up", data.find("reason")))


@submits("anew_report")
def report_anew(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse the report while the new case is not decided; then the order is fulfilled."""
    decided = [day for link in work.rows(CaseLink, case_id=case.id, kind="follow_up") if (day := work.case(link.other_id).decided_on) is not None]
    if not decided:
        raise LawError("step_not_waiting", "新案还没有作出决定，不能报告。", basis="行政复议法 64①")
    if data.day("reported_on") < max(decided):
        raise LawError("before_cause", "报告日期早于新案的决定。", field="reported_on")
    clock.meet(work, case.id, "act.anew", max(decided), subject=task.instance)


def check_anew(work: Work, case: Case, fine: Decimal | None) -> None:
    """Refuse a decision that repeats on the same facts and reasons one that was annulled for more than its procedure."""
    for link in work.rows(CaseLink, other_id=case.id, kind="follow_up"):
        for remedy in remedies_against(work.connection, link.case_id, None):
            if remedy.result == "annulled_anew":
                cause, facts = work.case(link.case_id).cause, str(reported(work.connection, link.case_id).get("facts") or "")
                old = Annulled(cause=cause, facts=facts, fine=remedy.before, flaw=remedy.flaw or "")
                check_not_repeated(old, case.cause, str(reported(work.connection, case.id).get("facts") or ""), fine)


def _accepted(work: Work, case: Case, remedy: Remedy, data: FormData) -> RemedyAccepted:
    rule = work.law.parameters.text("surcharge.pause_from")
    return RemedyAccepted(
        case=case.id,
        remedy=remedy.id,
        title=KINDS[remedy.kind],
        number=data.text("number"),
        received_on=data.day("received_on"),
        stayed=data.flag("stayed"),
        paused_from=paused_from(remedy.filed_on, data.day("received_on"), rule) if challenge_of(work, remedy).stops_surcharge else None,
    )


def _effective(work: Work, case_id: str, form: FormData) -> date:
    """Return from when the result binds: its receipt; a judgment of first instance that nobody appealed, from the end of the term."""
    term = clock.find(work, case_id, "litigation.appeal", work.instance)
    lapsed = term is not None and term.state == "expired" and term.due is not None and form.form == "judgment"
    return term.due if lapsed and term is not None and term.due is not None else form.day("received_on")


def _let_run(work: Work, case_id: str, remedy: Remedy, day: date) -> None:
    """Let the surcharge run again, unless the party still challenges what it rests on otherwise. Source: 行政处罚法 Art. 73(3)."""
    if not challenge_of(work, remedy).stops_surcharge:
        return
    others = [row for row in work.rows(Remedy, case_id=case_id) if row.id != remedy.id and challenge_of(work, row).stops_surcharge]
    if all(row.effective_on is not None for row in others):
        resume(work, case_id, max(day, *(row.effective_on or day for row in others), day))


def _conclude(work: Work, case: Case, remedy: Remedy, code: str, number: str, day: date, *, form: FormData | None = None) -> None:
    """Carry out how a remedy ended; without a form it was not taken up."""
    _let_run(work, case.id, remedy, day)
    fine, flaw, content = (None, None, None) if form is None else (form.find("fine"), form.find("flaw"), form.find("content"))
    paper = disputed_paper(work, remedy)
    if remedy.against is None:
        _conclude_penalty(work, case, remedy, code, number, day, form)
    elif paper is not None and paper.code == SURCHARGE:
        conclude_surcharge(work, case, remedy, code, number, day, fine, flaw)
    elif paper is not None and paper.code == DECISION:
        conclude_cost(work, remedy, code, number, day, fine, flaw)
    else:
        conclude_act(work, remedy, code, number, day, flaw, content)


def _renew_rights(work: Work, remedy: Remedy, day: date) -> None:
    """Let the party challenge what somebody else brought upon it: a decision of the organ in court, a judgment by no remedy of the first instance.

    Its terms against the decision as it was mean nothing any more. Source: 行政诉讼法 Art. 45, 85; 行政复议法 Art. 10.
    """
    if remedy.applicant is None:
        return
    for key in ("reconsideration", "litigation"):
        clock.void(work, remedy.case_id, key, f"{KINDS[remedy.kind]}已变更处罚决定")
    if remedy.kind == "reconsideration":
        clock.start(work, remedy.case_id, "litigation.after", day, cause="收到复议决定书")


def _conclude_penalty(work: Work, case: Case, remedy: Remedy, code: str, number: str, day: date, form: FormData | None) -> None:
    result, paper = RESULTS[code], challenged_paper(work, case.id)
    changed = form if form is not None and result.changes else None
    fine, gains = (None, None) if changed is None else (changed.find("fine"), changed.find("gains"))
    now = None if result.falls else Decimal(fine) if fine is not None else case.fine
    left = None if gains is None else Decimal(gains)
    ordered = excess_of(work, case)
    touched = now != case.fine or left is not None or result.falls
    refund, settled = overpaid_after(work, case, now, left, falls=result.falls) if touched else (Decimal(0), case.settled)
    work.record(
        RemedyConcluded(
            **concluded(remedy, code, number, day, None if form is None else form.find("flaw")),
            before=case.fine,
            fine=now,
            gains_before=None if left is None else case.gains,
            gains=left,
            refund=refund,
            settled=settled,
            paper=None if paper is None else paper.id,
        )
    )
    if is_raised(work.get(Remedy, remedy.id)):
        _renew_rights(work, remedy, day)
        if not settled:
            collect_raised(work, case, work.get(Remedy, remedy.id), day)
    if (book := ledger_of(work.connection, work.case(case.id), work.today)) is not None and left is not None and book.gains_owing == 0:
        clock.meet(work, case.id, GAINS, day)
    if not result.falls and not settled and case.outcome == "penalty":
        open_window(work, case.id)
    if result.withdraws or touched or (changed is not None and numbers(changed.values, "restored_goods")):
        decision_changed(work, case.id, day, f"{KINDS[remedy.kind]}{result.word}", stands=result.changes)
    going = not work.get(ProcessState, case.id).finished
    if touched and settled and (result.falls or not case.settled) and (going or collecting(work, case.id)):
        _leave(work, case, f"{KINDS[remedy.kind]}{result.word}", falls=result.falls)
    give_back(work, case.id, refund, f"{KINDS[remedy.kind]}{result.word}", ordered=ordered)
    if result.falls:
        end_performances(work, case.id, f"据以代履行的处罚决定经{KINDS[remedy.kind]}{result.word}（{number}）")
    back = left_in_store(work, case.id) if result.falls else [] if changed is None else numbers(changed.values, "restored_goods")
    restore(work, work.case(case.id), back, f"{KINDS[remedy.kind]}{result.word}（{number}），物品不再没收，返还当事人。")


def _leave(work: Work, case: Case, result: str, *, falls: bool) -> None:
    """Close the case in which nothing is owed any more; where things are held or in the store, they come to their end first (I7)."""
    if not falls and goods_left(work, case.id):
        leave_payment(work, case.id)
        return
    ended = "处罚决定已被撤销，不再执行" if falls else "罚款已按变更后的数额缴清"
    work.record(CaseClosed(case=case.id, result=f"{result}：{ended}", closed_on=work.today))
    terminate(work, case.id)
    send_to_archive(work, case.id, result)
