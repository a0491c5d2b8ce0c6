"""Remedies (复议诉讼): the party challenges the decision; the agency answers, and carries out what comes of it.

Source: 行政复议法 Art. 20-74; 行政诉讼法 Art. 45-86; 行政处罚法 Art. 48(2), 73. An annulled decision with the order to act anew goes on in a
case of its own, which this one names: the old record stays as it was, and the new inquiry has its own notice, review and terms.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from engine.clock import local_date
from engine.commands import deadline as clock
from engine.commands.archiving import send_to_archive
from engine.commands.case_link import linkable, linked
from engine.commands.document import newest, penalty_paper
from engine.commands.enforcement import close_window, open_window
from engine.commands.procedure import form_here, starts
from engine.commands.refund import give_back, overpaid_after
from engine.commands.submission import submits
from engine.commands.surcharge import pause, resume
from engine.commands.surcharge_remedy import conclude_surcharge, concluded, decided_amount, surcharge_paper
from engine.commands.termination import terminate
from engine.commands.withdrawal import decision_changed
from engine.errors import LawError
from engine.events.case import CaseClosed
from engine.events.remedy import RemedyAccepted, RemedyConcluded, RemedySought
from engine.model import Case, CaseLink, Document, Evidence, ProcessState, Remedy, Task
from engine.queries.discretion import reported
from engine.queries.remedy import own_subject, remedies_against
from engine.rules.remedy import KINDS, RESULTS, Annulled, check_not_repeated, check_not_worse, paused_from
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

_LATER = {"reconsideration_result": "行政复议法 62", "judgment": "行政诉讼法 81"}


@starts("reconsideration")
def seek_reconsideration(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Record the application; refuses one from before the decision was served, and one beside another remedy."""
    against = _check_begin(work, case, data)
    if data.text("via") == "agency":
        _check_through_agency(work, case)
    _seek(work, case, "reconsideration", data, instance, data.text("organ"), None, against)
    return data.text("organ")


@starts("litigation")
def seek_litigation(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Record the suit; refuses one against a decision on the spot that was not reconsidered first. Source: 行政复议法 Art. 23."""
    against = _check_begin(work, case, data)
    if data.day("received_on") < data.day("filed_on"):
        raise LawError("before_cause", "收到起诉状副本的日期早于起诉日期。", basis="行政诉讼法 67", field="received_on")
    concluded = [row for row in remedies_against(work.connection, case.id, None) if row.kind == "reconsideration" and row.result is not None]
    if case.procedure == "summary" and against is None and not concluded:
        raise LawError("remedies_open", "当场作出的处罚决定，应当先申请行政复议，对复议决定不服的再起诉。", basis="行政复议法 23")
    _seek(work, case, "litigation", data, instance, data.text("court"), data.day("received_on"), against)
    return data.text("court")


def _check_through_agency(work: Work, case: Case) -> None:
    """Refuse an application through the agency against what was neither decided on the spot nor recorded by a device.

    Source: 行政复议法 Art. 32(1).
    """
    if case.procedure != "summary" and all(piece.recheck != "kept" for piece in work.rows(Evidence, case_id=case.id)):
        message = "只有当场作出的、依据电子技术监控设备记录作出的处罚决定，可以通过本机关申请复议：请告知当事人直接向复议机关提出。"
        raise LawError("no_basis", message, basis="行政复议法 32", field="via")


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
        pause(work, case.id, remedy.kind, applied_on=remedy.filed_on, accepted_on=day)
        simplified = data.text("way") == "simplified"
        length = work.law.parameters.integer("reconsideration.reply.simplified.days") if simplified else None
        clock.start(work, case.id, "reconsideration.reply", day, cause="收到复议申请书副本", length=length, subject=task.instance)
    else:
        _conclude(work, case, remedy, "not_accepted", data.text("number"), day)
        if case.procedure == "summary" and remedy.against is None:
            clock.start(work, case.id, "litigation.after", day, cause="复议不予受理")


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
    """Refuse a result that comes before the application, and a fine that is worse than the one challenged."""
    _check_result(work, case, work.get(Remedy, task.instance), data)


@submits("judgment")
def receive_judgment(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a judgment that comes before the suit, a worse fine, and a second instance that is older than the first."""
    _check_result(work, case, work.get(Remedy, task.instance), data)
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
    fine, subject = form.find("fine"), own_subject(work.connection, remedy.against)
    _conclude(work, case, remedy, form.text("result"), form.text("document_no"), day, fine=fine, flaw=form.find("flaw"))
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


def challenged_paper(work: Work, case_id: str) -> Document | None:
    """Return the decision that can be challenged: the penalty, or the decision not to impose one."""
    return penalty_paper(work, case_id) or newest(work, case_id, "D21")


def disputed_paper(work: Work, remedy: Remedy) -> Document | None:
    """Return the decision that a remedy is about."""
    return work.get(Document, remedy.against) if remedy.against else challenged_paper(work, remedy.case_id)


def _check_begin(work: Work, case: Case, data: FormData) -> str | None:
    """Return the id of the decision on the surcharge where that is challenged, None for the penalty."""
    surcharge, filed = surcharge_paper(work, case.id, data), data.day("filed_on")
    paper, against = surcharge or challenged_paper(work, case.id), surcharge.id if surcharge else None
    if paper is None or paper.served_on is None:
        raise LawError("not_served", "决定书还没有送达。", basis="行政复议法 20、行政诉讼法 46")
    if filed < paper.served_on:
        raise LawError("before_cause", "申请（起诉）日期早于决定书送达。", basis="行政复议法 20、行政诉讼法 46", field="filed_on")
    open_ones = [remedy for remedy in remedies_against(work.connection, case.id, against) if remedy.result is None]
    if open_ones:
        word = KINDS[open_ones[0].kind]
        raise LawError("step_not_waiting", f"{word}尚未结束：复议期间不得起诉，法院已受理的不得申请复议。", basis="行政复议法 29、行政诉讼法 44")
    return against


def _seek(work: Work, case: Case, kind: str, data: FormData, instance: str, organ: str, received: date | None, against: str | None) -> None:
    filed, rule = data.day("filed_on"), work.law.parameters.text("surcharge.pause_from")
    work.record(
        RemedySought(
            case=case.id,
            remedy=instance,
            kind=kind,
            against=against,
            organ=organ,
            number=data.find("number"),
            filed_on=filed,
            received_on=received,
            paused_from=paused_from(filed, received, rule),
        )
    )
    pause(work, case.id, kind, applied_on=filed, accepted_on=received)
    for key in ("litigation", "litigation.after") if kind == "litigation" else ("reconsideration",):
        clock.meet(work, case.id, key, filed, subject=own_subject(work.connection, against))
    if against is None:
        close_window(work, case.id, f"当事人已{'起诉' if kind == 'litigation' else '申请复议'}")
    if data.find("via") == "agency":
        clock.start(work, case.id, "reconsideration.forward", filed, cause="收到复议申请", subject=instance)


def _accepted(work: Work, case: Case, remedy: Remedy, data: FormData) -> RemedyAccepted:
    rule = work.law.parameters.text("surcharge.pause_from")
    return RemedyAccepted(
        case=case.id,
        remedy=remedy.id,
        title=KINDS[remedy.kind],
        number=data.text("number"),
        received_on=data.day("received_on"),
        stayed=data.flag("stayed"),
        paused_from=paused_from(remedy.filed_on, data.day("received_on"), rule),
    )


def _check_result(work: Work, case: Case, remedy: Remedy, data: FormData) -> None:
    basis = _LATER[data.form]
    if data.day("decided_on") < (remedy.received_on or remedy.filed_on):
        raise LawError("before_cause", "作出日期早于受理。", basis=basis, field="decided_on")
    if data.day("received_on") < data.day("decided_on"):
        raise LawError("before_cause", "收到日期早于作出日期。", basis=basis, field="received_on")
    if data.find("fine") is not None:
        before, word = (decided_amount(work, remedy), "加处罚款") if remedy.against else (case.fine, "罚款")
        check_not_worse(before, Decimal(data.text("fine")), word)


def _effective(work: Work, case_id: str, form: FormData) -> date:
    """Return from when the result binds: its receipt; a judgment of first instance that nobody appealed, from the end of the term."""
    term = clock.find(work, case_id, "litigation.appeal", work.instance)
    lapsed = term is not None and term.state == "expired" and term.due is not None and form.form == "judgment"
    return term.due if lapsed and term is not None and term.due is not None else form.day("received_on")


def _let_run(work: Work, case_id: str, remedy: Remedy, day: date) -> None:
    """Let the surcharge run again, unless the other decision of the case is still challenged. Source: 行政处罚法 Art. 73(3)."""
    others = [row for row in work.rows(Remedy, case_id=case_id) if row.id != remedy.id]
    if all(row.effective_on is not None for row in others):
        resume(work, case_id, max(day, *(row.effective_on or day for row in others), day))


def _conclude(work: Work, case: Case, remedy: Remedy, code: str, number: str, day: date, *, fine: str | None = None, flaw: str | None = None) -> None:
    _let_run(work, case.id, remedy, day)
    if remedy.against is not None:
        conclude_surcharge(work, case, remedy, code, number, day, fine, flaw)
        return
    result, paper = RESULTS[code], challenged_paper(work, case.id)
    now = None if result.falls else Decimal(fine) if result.changes and fine is not None else case.fine
    touched = now != case.fine or result.falls
    refund, settled = overpaid_after(work, case, now) if touched else (Decimal(0), case.settled)
    work.record(
        RemedyConcluded(
            **concluded(remedy, code, number, day, flaw),
            before=case.fine,
            fine=now,
            refund=refund,
            settled=settled,
            paper=None if paper is None else paper.id,
        )
    )
    if not result.falls and not settled and case.outcome == "penalty":
        open_window(work, case.id)
    if result.withdraws or touched:
        decision_changed(work, case.id, day, f"{KINDS[remedy.kind]}{result.word}", stands=result.changes)
    if touched and settled and (result.falls or not case.settled) and not work.get(ProcessState, case.id).finished:
        ended = "处罚决定已被撤销，不再执行" if result.falls else "罚款已按变更后的数额缴清"
        work.record(CaseClosed(case=case.id, result=f"{KINDS[remedy.kind]}{result.word}：{ended}", closed_on=work.today))
        terminate(work, case.id)
        send_to_archive(work, case.id, f"{KINDS[remedy.kind]}{result.word}")
    give_back(work, case.id, refund, f"{KINDS[remedy.kind]}{result.word}")
