"""The cost of a performance before the court (申请法院强制执行代履行费用): the demand, the application, and what the execution waits for.

The decision on the cost is an act of its own, with remedies, a demand and three months of its own; whether there is a fine, and what becomes of
it, makes no difference. Source: 行政强制法 Art. 35, 51(2), 53-55; 行政诉讼法 Art. 97; 最高法适用行政诉讼法解释 Art. 156.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.act_stay import check_not_ordered_to_stop
from engine.commands.composition import face, stated_party
from engine.commands.court_paper import changed_words, court_of, stated_plea
from engine.commands.court_window import begin_window, shift_window
from engine.commands.document import issue
from engine.commands.duty import COLLECTION, named_duty, own_paper, performed_by
from engine.commands.execution_stay import check_going_on
from engine.commands.performance_cost import (
    DECISION,
    DEMAND,
    DEMANDED,
    TERM,
    cost_charged,
    cost_owing,
    named,
    origin,
    own_demands,
    performance_paper,
    stated_collection,
)
from engine.commands.procedure import form_here, start_form
from engine.commands.submission import last_form, submits
from engine.errors import LawError
from engine.events.performance import CostCourtApplied
from engine.model import Case, Document, ProcessState, Task
from engine.queries.remedy import challenges_against, judged, remedies_ended
from engine.rules.document.court_application import DemandServed
from engine.rules.document.performance_cost import CostApplication, CostDemand
from engine.rules.enforcement import JUDGED, WINDOW, WINDOWS, check_own, check_window, is_the_organ_s
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

APPLICATION = "D25-9"
BASIS = "行政强制法 53"
ATTACHMENTS = (
    "代履行费用缴纳决定书和送达回证",
    "代履行费用催告书和送达回证",
    "据以代履行的文书和送达回证",
    "代履行记录、费用凭证和其他证据材料",
    "被申请人的主体资格材料",
)
"""What goes to the court with the application. Source: 行政强制法 Art. 55(1)."""


@submits("cost_demand")
def check_demand(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse to demand while the execution of what the cost rests on was ordered to stop. Source: 行政复议法 Art. 42; 行政诉讼法 Art. 56."""
    del data
    check_may_enforce(work, case.id, task.instance)


@operation("cost.demand")
def demand(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Demand in writing what is not paid after the term; in cases on an earlier process nothing while it was ordered to stop.

    Source: 行政强制法 Art. 35, 54.
    """
    del inputs, values
    case, instance = work.case(case_id), str(work.instance)
    owing = cost_owing(work, case_id, instance)
    if owing > 0 and _may_enforce(work, case_id, instance):
        issue(work, case_id, DEMAND, lambda number, token: _compose_demand(work, case, instance, owing, number, token))
        open_cost_window(work, case_id, instance)
    return {}


def demand_again(work: Work, case_id: str, instance: str) -> None:
    """Demand what is left after a court changed a cost that was demanded before: the former demand asked for another sum.

    Source: 行政强制法 Art. 35, 54; 行政诉讼法 Art. 95.
    """
    case, owing, former = work.case(case_id), cost_owing(work, case_id, instance), own_demands(work, case_id, instance)
    if former and owing > 0:
        for paper in former:
            clock.void(work, case_id, DEMANDED, "判决（调解书）变更后重新催告", subject=paper.id)
        issue(work, case_id, DEMAND, lambda number, token: _compose_demand(work, case, instance, owing, number, token))


@submits("cost_application")
def apply_for_cost(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse an application that is stopped, is the organ's own, or comes before remedies and demand are over or after three months."""
    del data
    open_cost_window(work, case.id, task.instance)
    _check_ripe(work, case.id, task.instance)


@operation("cost.window")
def open_window(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Start the three months to apply, where the remedies against the decision on the cost have lapsed."""
    del inputs, values
    open_cost_window(work, case_id, str(work.instance))
    return {}


@operation("cost.apply")
def send_application(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the application that the head signed, and wait for the court. Source: 行政强制法 Art. 55, 56."""
    del inputs, values
    case, instance, form = work.case(case_id), str(work.instance), form_here(work, case_id, "cost_application")
    _check_ripe(work, case_id, instance)
    lapsed, owing = _ended(work, case_id, instance), cost_owing(work, case_id, instance)
    if form is None or lapsed is None or owing <= 0:
        raise LawError("step_not_waiting", "没有强制执行代履行费用的申请。", basis="行政强制法 55")
    court = court_of(work, case_id, _decision_id(work, case_id, instance))
    issue(work, case_id, APPLICATION, lambda number, token: _compose_application(work, case, instance, form, lapsed, owing, number, token))
    work.record(
        CostCourtApplied(
            case=case_id,
            collection=instance,
            court=court,
            duty=named_duty(work, instance),
            amount=owing,
            applied_on=work.today,
            signed_name=work.actor.name,
        )
    )
    clock.meet(work, case_id, _window(work, case_id, instance), work.today, subject=instance)
    clock.start(work, case_id, "court.acceptance", work.today, cause="申请强制执行代履行费用", subject=instance)
    return {}


def open_cost_window(work: Work, case_id: str, instance: str) -> None:
    """Start the clock of the application on the day on which the remedies against the cost came to their end; one that was started goes on.

    What a court changed is enforced by its judgment, for which two years are given; what the organ of reconsideration changed, it enforces itself.
    A remedy that was withdrawn or not taken up takes none of the months away: while it was pending nobody could ask.
    Source: 行政强制法 Art. 53; 行政复议法 Art. 78; 行政诉讼法 Art. 95; 最高法适用行政诉讼法解释 Art. 153, 156.
    """
    since, key, paper_id = _ended(work, case_id, instance), _window(work, case_id, instance), _decision_id(work, case_id, instance)
    known, owed = clock.find(work, case_id, key, instance), cost_owing(work, case_id, instance) > 0
    if key == JUDGED:
        clock.void(work, case_id, WINDOW, "法院已经判决变更（调解）", subject=instance)
    if is_the_organ_s(challenges_against(work.connection, case_id, paper_id)):
        for each in WINDOWS:
            clock.void(work, case_id, each, "复议决定变更（调解），由行政复议机关执行", subject=instance)
    elif owed and since is not None and since <= work.today and (known is None or known.state == "void"):
        cause = "判决（调解书）生效" if key == JUDGED else "复议诉讼期限届满"
        begin_window(work, case_id, key, since, cause=cause, paper_id=paper_id, subject=instance)


def move_cost_windows(work: Work, case_id: str, cause: str) -> list[str]:
    """Let the months to apply for every cost follow its remedies, whose terms were counted anew; return the keys of the clocks that moved."""
    moved = []
    for row in work.rows(ProcessState, case_id=case_id, procedure=COLLECTION, order="id"):
        key, since = _window(work, case_id, row.id), _ended(work, case_id, row.id)
        if shift_window(work, case_id, key, since, cause=cause, paper_id=_decision_id(work, case_id, row.id), subject=row.id):
            moved.append(key)
    return moved


def _window(work: Work, case_id: str, instance: str) -> str:
    """Return the key of the clock in which the court is asked: to let the decision be enforced, or to enforce its own judgment."""
    return WINDOW if judged(work.connection, case_id, _decision_id(work, case_id, instance)) is None else JUDGED


def check_may_enforce(work: Work, case_id: str, instance: str) -> None:
    """Refuse (`case_suspended`) to enforce a cost while it was ordered to stop: itself, the performance, or the penalty that this carried out.

    What was cleared away at once does not rest on the penalty. Source: 行政复议法 Art. 42; 行政诉讼法 Art. 56; 行政强制法 Art. 39, 52.
    """
    check_not_ordered_to_stop(work, case_id, (DECISION,), instance)
    check_not_ordered_to_stop(work, case_id, ("D25", "D25-6"), performed_by(work, instance))
    check_going_on(work, case_id, "强制执行代履行费用", of_penalty=not start_form(work, instance).flag("immediate"))


def _may_enforce(work: Work, case_id: str, instance: str) -> bool:
    try:
        check_may_enforce(work, case_id, instance)
    except LawError:
        return False
    return True


def _check_ripe(work: Work, case_id: str, instance: str) -> None:
    check_may_enforce(work, case_id, instance)
    demands = own_demands(work, case_id, instance)
    check_own(challenges_against(work.connection, case_id, _decision_id(work, case_id, instance)))
    demanded = clock.find(work, case_id, DEMANDED, demands[-1].id) if demands else None
    key = _window(work, case_id, instance)
    window = clock.find(work, case_id, key, instance)
    check_window(
        _ended(work, case_id, instance),
        None if demanded is None else demanded.due,
        None if window is None else window.due,
        work.today,
        judged=key == JUDGED,
        field=None,
    )


def _decision_id(work: Work, case_id: str, instance: str) -> str:
    paper = own_paper(work, case_id, instance, DECISION)
    return paper.id if paper is not None else ""


def _ended(work: Work, case_id: str, instance: str) -> date | None:
    """Return the day on which the party's remedies against the cost came to their end; None while one is open or pending, or it fell."""
    paper = own_paper(work, case_id, instance, DECISION)
    standing = paper is not None and paper.state != "withdrawn" and paper.served_on is not None
    return remedies_ended(work.connection, case_id, work.today, paper.id, of_party=True) if paper is not None and standing else None


def _compose_demand(work: Work, case: Case, instance: str, owing: Decimal, number: str, token: str) -> CostDemand:
    party, term = stated_party(work, case.id), clock.find(work, case.id, TERM, instance)
    return CostDemand(
        **face(work, case, number, token, party),
        decision=named(own_paper(work, case.id, instance, DECISION)),
        changed=changed_words(work, case.id, _decision_id(work, case.id, instance)),
        due=term.due.isoformat() if term is not None and term.due else "",
        owing=format(owing, "f"),
        days=work.law.parameters.integer("demand.days"),
        payment=stated_collection(work),
        right=f"{party.you}收到本催告书后有权进行陈述和申辩，可以向本机关书面或者口头提出。",
    )


def _compose_application(
    work: Work, case: Case, instance: str, form: FormData, lapsed: date, owing: Decimal, number: str, token: str
) -> CostApplication:
    paper, demands, done = own_paper(work, case.id, instance, DECISION), own_demands(work, case.id, instance), start_form(work, instance)
    charged, stated = cost_charged(work, case.id, instance), last_form(work, case.id, "cost_statement", instance=instance)
    demanded = demands[-1] if demands else None
    return CostApplication(
        **face(work, case, number, token),
        court=court_of(work, case.id, _decision_id(work, case.id, instance)),
        changed=changed_words(work, case.id, _decision_id(work, case.id, instance)),
        judged=_window(work, case.id, instance) == JUDGED,
        decided=stated.text("amount") if stated is not None else "0",
        decision=named(paper),
        served_on=_served(paper),
        lapsed_on=lapsed.isoformat(),
        performance=named(performance_paper(work, case.id, instance)),
        duty=named_duty(work, instance),
        performed_on=done.text("performed_on"),
        performer=done.text("performer"),
        detail=stated.text("detail") if stated is not None else "",
        basis=_BASES[origin(done)],
        demand=DemandServed(
            number=(demanded.number if demanded else None) or "",
            served_on=_served(demanded),
            plea=stated_plea(form),
        ),
        charged=format(charged, "f"),
        paid=format(charged - owing, "f"),
        owing=format(owing, "f"),
        subject=form.text("subject"),
        attachments=ATTACHMENTS,
        signed_by=work.actor.name,
    )


_BASES: Mapping[str, str] = {
    "D25": "《中华人民共和国行政强制法》第五十条、第五十一条第二款",
    "D25-6": "《中华人民共和国行政强制法》第五十一条第二款、第五十二条",
}
"""On what the party owes the cost, by the paper of the performance."""


def _served(paper: Document | None) -> str:
    return paper.served_on.isoformat() if paper is not None and paper.served_on else ""
