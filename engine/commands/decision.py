"""Decisions (决定): the head decides, within what was notified, reviewed and heard. Source: 行政处罚法 Art. 57-62."""

from collections.abc import Mapping
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.capture import check_captures
from engine.commands.capture_review import check_reviewed
from engine.commands.composition import compose_decision, compose_no_penalty
from engine.commands.daily_penalty import founded
from engine.commands.discretion import adjustment, check_exemption, check_single, frozen, notified_fine
from engine.commands.document import issue, newest
from engine.commands.goods_disposal import check_confiscation, confiscate
from engine.commands.hearing_result import hearing_of, hearing_state
from engine.commands.late_entry import check_late_entries
from engine.commands.officer import check_two
from engine.commands.opinion import check_persons, give, has_agreed, standing
from engine.commands.party_change import check_assessed, check_told
from engine.commands.proposal_paper import issue_approval
from engine.commands.remedy import check_anew
from engine.commands.submission import last_form, submits
from engine.commands.surcharge_remedy import meet_order
from engine.commands.suspicion import check_none
from engine.errors import LawError
from engine.events.decision import DecisionMade
from engine.model import Assessment, Case, Evidence, Task
from engine.queries.correction_order import outcomes_of
from engine.queries.discretion import reported
from engine.queries.ledger import owes
from engine.rules.correction_order import has_refused
from engine.rules.demolition import DEMOLITION
from engine.rules.discretion import check_fine
from engine.rules.police_transfer import CRIME_BASIS
from engine.rules.sanction import gains_of
from engine.rules.sequence import Progress, check_decision
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

TRANSFER = "transfer"
"""The outcome of a case that is a suspected crime: the police decide first. Source: 行政处罚法 Art. 57(1)(4)."""


@submits("decide")
def decide(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record the decision, or the return to the officers or the panel; refuses in the vocabulary's order.

    A suspected crime is no decision yet: the transfer to the police begins, which its own procedure decides on.
    """
    opinion = data.find("reason") or data.find("opinion") or "同意。"
    if data.routing["decision"] == "discuss":
        _check_discussed(work, case)
        give(work, case, task, "discuss", opinion)
    elif data.routing["decision"] == "return":
        give(work, case, task, "return", opinion)
    else:
        check_persons(work, case, "decider")
        check_none(work, case.id, "作出决定", "decision")
        if data.routing["outcome"] == TRANSFER:
            _check_crime_road(work, case)
            give(work, case, task, TRANSFER, opinion)
        else:
            _make(work, case, task, data, opinion)


def _make(work: Work, case: Case, task: Task, data: FormData, opinion: str) -> None:
    """Record the penalty, or that there is none, once nothing that the law asks for before it is missing."""
    outcome = str(data.routing["outcome"])
    fine = Decimal(data.text("fine")) if outcome == "penalty" else None
    check_two(work, case)
    _check_evidence(work, case)
    _check_steps(work, case, outcome)
    reason = "" if case.assessment_id is None else work.get(Assessment, case.assessment_id).reason or ""
    if outcome == "no_penalty":
        check_exemption(frozen(work, case), reason or opinion)
    check_anew(work, case, fine)
    if fine is not None:
        _check_penalty(work, case, fine, reason)
    give(work, case, task, "decide", opinion)
    work.record(
        DecisionMade(
            case=case.id,
            outcome=outcome,
            fine=None if fine is None or frozen(work, case).frame.maximum is None else fine,
            decided_on=work.today,
            person=work.actor.id,
            person_name=work.signature,
            opinion=opinion,
            gains=None if fine is None else _gains(work, case),
        )
    )


@operation("decision.make", returns=("document", "paying", "demolishing"))
def make_decision(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the paper of the decision, start the clocks of service and publication, and say whether money is to be paid or a building torn down."""
    del inputs
    outcome = values["outcome"]
    clock.meet(work, case_id, "decision", work.today)
    issue_approval(work, case_id)
    code = "D19" if outcome == "penalty" else "D21"
    compose = compose_decision if outcome == "penalty" else compose_no_penalty
    issue(work, case_id, code, lambda number, token: compose(work, case_id, number, token))
    if outcome == "penalty":
        confiscate(work, case_id)
    meet_order(work, case_id, code)
    clock.start(work, case_id, "service", work.today, cause="作出决定")
    if outcome == "penalty":
        clock.start(work, case_id, "publication", work.today, cause="作出决定")
    case, penalty = work.case(case_id), outcome == "penalty"
    return {
        "document": code,
        "paying": penalty and owes(case),
        "demolishing": penalty and DEMOLITION in frozen(work, case).kinds,
    }


def _check_penalty(work: Work, case: Case, fine: Decimal, reason: str) -> None:
    """Refuse a second fine for one act, a loose confiscation, and a fine beyond panel, notice or frame. Source: 行政处罚法 Art. 29, 34, 45(2)."""
    found = reported(work.connection, case.id)
    if (daily := founded(work, case, "fine")) is not None:
        daily.check_fine(fine, "fine")
    elif fine:
        check_single(work, case, found, "fine")
    _check_order(work, case, refused=bool(found.get("refused")))
    check_confiscation(work, case, found, "outcome")
    _check_resolved(work, case, fine)
    check_fine(frozen(work, case), fine, notified_fine(work, case.id), adjustment=adjustment(work, case, reason))


def _check_order(work: Work, case: Case, *, refused: bool) -> None:
    """Refuse to punish a refusal of an order that fell since the report, or that bound nobody. Source: 行政处罚法 Art. 28(1), 40."""
    found = frozen(work, case)
    limb = work.law.causes.cause(case.cause).limbs.get(found.limb)
    two_step = refused or (limb is not None and limb.requires_prior_order)
    if two_step and not has_refused(outcomes_of(work.connection, case.id)):
        message = "报告所依据的责令改正没有效力（已被撤销，或者送达时改正期限已过），不能按拒不改正处罚：退回调查终结。"
        raise LawError("prior_order_required", message, basis=found.basis, field="outcome")


def _gains(work: Work, case: Case) -> Decimal | None:
    """Return the unlawful gains that are confiscated, None where there are none. Source: 行政处罚法 Art. 28(2)."""
    return gains_of(frozen(work, case).kinds, reported(work.connection, case.id).get("gains")) or None


def _check_crime_road(work: Work, case: Case) -> None:
    """Refuse to decide on a transfer where the case follows an earlier version, whose short road leads past team, terms and the police's answer."""
    if not advance.knows(work, case.id, case.id, "begin_decided_transfer"):
        message = "本案按以前的流程版本办理：涉嫌犯罪的，先由执法人员启动“移送公安机关”；不批准移送或者公安机关退回以后，再作决定。"
        raise LawError("step_not_waiting", message, basis=CRIME_BASIS, field="outcome")


def _check_discussed(work: Work, case: Case) -> None:
    """Refuse where the case follows an earlier version, in which the way of what need not be discussed would lead back at once.

    Elsewhere the head, too, may find a case complex, and says why. Source: 行政处罚法 Art. 57(2).
    """
    if not advance.knows(work, case.id, case.id, "decision_reached_to_enter_panel") and not frozen(work, case).routing.collective:
        message = "本案按以前的流程版本办理，不属于须集体讨论的案件：情节复杂的，退回调查终结，写明后重新提出。"
        raise LawError("step_not_waiting", message, basis="行政处罚法 57②", field="decision")


def _check_resolved(work: Work, case: Case, fine: Decimal) -> None:
    """Refuse a fine other than the one that the panel fixed. Source: 行政处罚法 Art. 57(2)."""
    discussion = last_form(work, case.id, "panel_discussion")
    fixed = discussion.find("fine") if discussion is not None and has_agreed(work, case.id) else None
    if fixed is not None and Decimal(fixed) != fine:
        raise LawError("panel_required", f"集体讨论确定的罚款为{fixed}元，须按讨论结果决定，或者再次讨论。", basis="行政处罚法 57②", field="fine")


def _check_evidence(work: Work, case: Case) -> None:
    """Refuse a decision while evidence of a recused officer, or of a device, waits to be looked at again, and one on what was taken off since.

    Source: 行政处罚法 Art. 41, 43, 46.
    """
    waiting = [item for item in work.rows(Evidence, case_id=case.id, order="number") if item.recheck == "needed"]
    if waiting:
        message = f"证据{waiting[0].number}“{waiting[0].name}”还没有复核或者审核：查证属实，才能作为认定案件事实的根据。"
        raise LawError("evidence_inadmissible", message, basis="行政处罚法 46②")
    check_captures(work, case)
    check_reviewed(work, case)


def _check_record(work: Work, case: Case) -> None:
    """Refuse a decision on evidence that first came in after the hearing: it was neither told nor confronted. Source: 行政处罚法 Art. 46, 65."""
    hearing = hearing_of(work, case.id)
    late = [
        item
        for item in work.rows(Evidence, case_id=case.id, order="number")
        if hearing and hearing.reported_at and item.received_at > hearing.reported_at
    ]
    if late:
        message = f"证据{late[0].number}“{late[0].name}”是听证后取得的，没有告知和质证：退回调查终结，重新告知。"
        raise LawError("notice_required", message, basis="行政处罚法 44、65")


def _check_steps(work: Work, case: Case, outcome: str) -> None:
    """Refuse a decision whose earlier steps are missing: review (I2), panel, notice and plea (I1)."""
    reviews, state = standing(work, case.id, "legal_review", "investigation_report"), hearing_state(work, case.id)
    if state == "held":
        reviews = standing(work, case.id, "review_hearing", "hearing_report")
        _check_record(work, case)
    notice, term, asking = newest(work, case.id, "D15"), clock.find(work, case.id, "plea"), clock.find(work, case.id, "hearing.request")
    progress = Progress(
        notice_served=None if notice is None else notice.served_on,
        plea=case.plea or "open",
        plea_due=None if term is None else term.due,
        plea_reviewed=case.plea_accepted is not None,
        hearing=state,
        hearing_due=None if asking is None else asking.due,
        review_passed=bool(reviews) and reviews[-1].result == "pass",
        panel_required=outcome == "penalty" and frozen(work, case).routing.collective,
        panel_agreed=has_agreed(work, case.id),
    )
    check_decision(progress, work.today, penalty=outcome == "penalty")
    if outcome == "penalty":
        check_told(work, case)
        check_late_entries(work, case)
    elif outcome == "no_penalty":
        check_assessed(work, case)
