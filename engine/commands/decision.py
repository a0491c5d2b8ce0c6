"""Decisions (决定): the head decides, within what was notified, reviewed and heard. Source: 行政处罚法 Art. 57-62."""

from collections.abc import Mapping
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.composition import compose_decision, compose_no_penalty
from engine.commands.discretion import adjustment, frozen, notified_fine
from engine.commands.document import issue, newest
from engine.commands.officer import check_two
from engine.commands.opinion import check_persons, give
from engine.commands.submission import submits
from engine.errors import InvalidInputError
from engine.events.decision import DecisionMade
from engine.model import Assessment, Case, Opinion, Task, User
from engine.rules.discretion import check_fine
from engine.rules.sequence import Progress, check_decision
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar


@submits("decide")
def decide(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record the decision, or the return to the officers; refuses in the vocabulary's order."""
    opinion = data.find("reason") or data.find("opinion") or "同意。"
    if data.routing["decision"] == "return":
        give(work, case, task, "return", opinion)
        return
    check_persons(work, case, "decider")
    outcome = str(data.routing["outcome"])
    fine = Decimal(data.text("fine")) if outcome == "penalty" else None
    check_two(work, case)
    _check_steps(work, case, outcome)
    if fine is not None and case.assessment_id is not None:
        reason = work.get(Assessment, case.assessment_id).reason or ""
        check_fine(frozen(work, case), fine, notified_fine(work, case.id), adjustment=adjustment(work, case, reason))
    give(work, case, task, "decide", opinion)
    work.record(
        DecisionMade(
            case=case.id,
            outcome=outcome,
            fine=fine,
            decided_on=work.today,
            person=work.actor.id,
            person_name=work.actor.name,
            opinion=opinion,
        )
    )


@operation("decision.make", returns=("document",))
def make_decision(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the paper of the decision and start the clocks of service and publication."""
    del inputs
    outcome = values["outcome"]
    clock.meet(work, case_id, "decision", work.today)
    if outcome == "transfer":
        return {"document": None}
    code = "D19" if outcome == "penalty" else "D21"
    compose = compose_decision if outcome == "penalty" else compose_no_penalty
    issue(work, case_id, code, lambda number, token: compose(work, case_id, number, token))
    clock.start(work, case_id, "service", work.today, cause="作出决定")
    if outcome == "penalty":
        clock.start(work, case_id, "publication", work.today, cause="作出决定")
    return {"document": code}


@submits("panel_discussion")
def discuss(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record what the panel agreed on; its members are at least three people who exist. Source: 行政处罚法 Art. 57(2)."""
    named = data.values.get("members")
    members = [str(item) for item in named] if isinstance(named, list) else []
    known = {user.id for user in work.rows(User)} | {user.login for user in work.rows(User)}
    if unknown := [member for member in members if member not in known]:
        raise InvalidInputError({"members": [f"没有这些人员：{'、'.join(unknown)}。"]})
    give(work, case, task, str(data.routing["resolution"]), data.find("opinions") or data.find("reason") or "")


def _check_steps(work: Work, case: Case, outcome: str) -> None:
    """Refuse a decision whose earlier steps are missing: review (I2), panel, notice and plea (I1)."""
    opinions = work.rows(Opinion, case_id=case.id, order="at")
    reviews = [item.result for item in opinions if item.step == "legal_review"]
    notice, term = newest(work, case.id, "D15"), clock.find(work, case.id, "plea")
    request = clock.find(work, case.id, "hearing.request")
    progress = Progress(
        notice_served=None if notice is None else notice.served_on,
        plea=case.plea or "open",
        plea_due=None if term is None else term.due,
        plea_reviewed=case.plea_accepted is not None,
        hearing="none" if request is None else "open" if request.due is None or work.today <= request.due else "lapsed",
        review_passed=bool(reviews) and reviews[-1] == "pass",
        panel_required=outcome == "penalty" and frozen(work, case).routing.collective,
        panel_agreed=any(item.step == "panel_discussion" and item.result == "agree" for item in opinions),
    )
    check_decision(progress, work.today, penalty=outcome == "penalty")
