"""Performance in the party's stead (代履行): demanded in writing, decided, demanded again, done under supervision, or done at once on roads.

Source: 行政强制法 Art. 35-38, 43, 50-52; domain.md R36, R38.
"""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal

from engine.clock import local_date
from engine.commands import deadline as clock
from engine.commands.act_stay import check_not_ordered_to_stop
from engine.commands.composition import face, stated_party, stated_remedies
from engine.commands.document import issue, penalty_paper
from engine.commands.duty import name_of, named_duty, own_paper
from engine.commands.performance_cost import collect
from engine.commands.procedure import form_here, start_form, starts
from engine.commands.service import hand_over, served, takes_on_the_spot
from engine.commands.submission import submits
from engine.commands.surcharge_remedy import meet_order
from engine.errors import InvalidInputError, LawError
from engine.events.performance import DutyPerformed, PerformanceDemanded
from engine.model import Case, CorrectionOrder, Document, ProcessState, Task
from engine.rules.document.immediate_performance import ImmediatePerformance
from engine.rules.document.performance import Performance
from engine.rules.document.performance_demand import DutyDemand, PerformanceDemand
from engine.rules.document.service_receipt import Served
from engine.rules.performance import check_earliest, check_means, check_time
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

CLOCK = "performance.demand"
TERM = "performance.term"
ORDER = "D05"
DISOBEYED = frozenset({"partial", "none"})
"""What a re-inspection finds where an order to correct was not obeyed in its term."""

PLACES: Mapping[str, str] = {"road": "道路", "river": "河道", "channel": "航道", "public": "公共场所"}
DANGERS: Mapping[str, str] = {"traffic": "危害交通安全", "pollution": "造成环境污染", "resources": "破坏自然资源"}


@starts("performance")
def propose_performance(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Refuse forbidden means, and a performance that is decided before the decision it carries out was served, or an order to correct is overdue."""
    del instance
    check_means(f"{data.text('method')}{data.text('duty')}")
    if data.routing["immediate"] is False and _base(work, case.id, work.today) is None:
        message = "据以代履行的决定还没有送达，也没有期满复查仍未改正的责令改正通知书，不能决定代履行。"
        raise LawError("not_served", message, basis="行政强制法 50", field="immediate")
    return name_of(work, case.id, data.text("duty"))


def _base(work: Work, case_id: str, begun: date) -> Document | None:
    """Return the served paper that lays the duty on the party: the penalty, or where none had reached it yet an order to correct of its own.

    The term of the order is over, and the re-inspection showed that it was not obeyed; one that was annulled lays no duty on anybody.
    `begun` is when the performance was proposed: what is served later changes nothing. Source: 行政强制法 Art. 50.
    """
    paper = penalty_paper(work, case_id)
    penalty = paper if paper is not None and paper.served_on is not None else None
    if penalty is not None and penalty.served_on is not None and penalty.served_on <= begun:
        return penalty
    orders = [order for order in work.rows(CorrectionOrder, case_id=case_id) if order.document_id is not None and order.inspected_on is not None]
    overdue = [order for order in orders if order.result in DISOBEYED and order.inspected_on is not None and order.inspected_on <= begun]
    newest = max(overdue, key=lambda order: (order.inspected_on, order.id), default=None)
    return penalty if newest is None else work.get(Document, newest.document_id or "")


def _base_of(work: Work, case_id: str, instance: str) -> Document | None:
    return _base(work, case_id, local_date(work.get(ProcessState, instance).started_at))


@operation("performance.decide", returns=("document",))
def decide(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the decision (代履行决定书) that the head agreed to. Source: 行政强制法 Art. 37, 51(1)(1)."""
    del inputs, values
    case, form = work.case(case_id), start_form(work)
    issue(work, case_id, "D25", lambda number, token: _compose(work, case, form, number, token))
    meet_order(work, case_id, "D25")
    return {"document": "D25"}


@operation("performance.demand", inputs=("paper",), returns=("document",))
def issue_demand(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the demand in writing: before the decision (D25-1), or a last one before it is done (D25-5). Source: 行政强制法 Art. 35, 51(1)(2)."""
    del values
    case, form, code, instance = work.case(case_id), start_form(work), inputs["paper"], str(work.instance)
    if code == "D25-5":
        _check_stands(work, case_id, instance)
    compose = _compose_duty_demand if code == "D25-1" else _compose_demand
    issue(work, case_id, code, lambda number, token: compose(work, case, form, instance, number, token))
    return {"document": code}


@submits("performance_answer")
def check_answer(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse to go on before the term of the written demand is over, and a look that was taken within it. Source: 行政强制法 Art. 35, 37(1)."""
    term = clock.find(work, case.id, TERM, task.instance)
    if term is None or term.due is None:
        raise LawError("not_served", "催告书还没有送达。", basis="行政强制法 35、38", field="obeyed")
    if data.day("checked_on") < term.start_on:
        raise LawError("before_cause", "查看日期早于催告书送达。", basis="行政强制法 37①", field="checked_on")
    if data.flag("obeyed"):
        clock.meet(work, case.id, TERM, data.day("checked_on"), subject=task.instance)
    elif min(work.today, data.day("checked_on")) <= term.due:
        message = f"催告的履行期限到{term.due.isoformat()}届满，期满仍不履行的，才能决定代履行。"
        raise LawError("notice_required", message, basis="行政强制法 35、37①", field="checked_on")


@submits("performance_demand")
def demand(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Hand the last demand over in writing, in cases that run on an earlier process; its three clear working days run from that day."""
    day, paper, form = data.day("demanded_on"), own_paper(work, case.id, task.instance, "D25"), start_form(work, task.instance)
    if paper is None or paper.served_on is None or day < max(paper.served_on, work.today):
        message = "催告书现在制作，当场交付：催告日期为今天，不早于代履行决定书送达。"
        raise LawError("before_cause", message, basis="行政强制法 51①(2)", field="demanded_on")
    _check_stands(work, case.id, task.instance)
    check_not_ordered_to_stop(work, case.id, ("D25",), task.instance)
    document = issue(work, case.id, "D25-5", lambda number, token: _compose_demand(work, case, form, task.instance, number, token))
    hand_over(work, case.id, document, day)
    work.record(PerformanceDemanded(case=case.id, demanded_on=day, way=data.text("way")))
    clock.start(work, case.id, CLOCK, day, cause="代履行催告书送达", subject=task.instance, origin=served(document))


@operation("performance.inform")
def inform(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Tell the party in writing what was done at once: on the spot where it stood by, else by service. Source: 行政强制法 Art. 52."""
    del inputs, values
    case, plan, done = work.case(case_id), start_form(work), form_here(work, case_id, "performance_record")
    if done is None:
        raise LawError("step_not_waiting", "没有代履行的记录。", basis="行政强制法 52")
    there = takes_on_the_spot(work, case_id, signed=done.flag("signed")) and done.day("performed_on") == work.today
    document = issue(work, case_id, "D25-6", lambda number, token: _compose_immediate(work, case, plan, done, number, token), handed=there)
    if there:
        hand_over(work, case_id, document, work.today)
    return {}


@submits("performance_record")
def perform(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record what was done; refuses a day too early, and night and holidays where it is not urgent."""
    form, day = start_form(work, task.instance), data.day("performed_on")
    immediate = form.values.get("immediate") is True
    _check_days(case, data, immediate=immediate)
    if data.text("result") == "performed":
        _check_stands(work, case.id, task.instance, "result")
        check_not_ordered_to_stop(work, case.id, ("D25",), task.instance, "result")
        deadline = clock.find(work, case.id, CLOCK, task.instance)
        if not immediate:
            check_earliest(deadline.start_on if deadline else None, deadline.due if deadline else None, day)
        night = (work.law.parameters.clock("night.begins"), work.law.parameters.clock("night.ends"))
        begun = time.fromisoformat(data.text("performed_at"))
        check_time(begun, working=work.law.calendar.is_working_day(day), night=night, urgent=data.flag("urgent"))
    work.record(
        DutyPerformed(
            case=case.id,
            instance=task.instance,
            duty=named_duty(work, task.instance),
            performer=form.text("performer"),
            result=data.text("result"),
            performed_on=day,
            cost=Decimal(data.text("cost")) if data.find("cost") else None,
        )
    )
    clock.meet(work, case.id, CLOCK, day, subject=task.instance)
    if data.text("result") == "performed":
        collect(work, case.id, task.instance, data)


def _check_stands(work: Work, case_id: str, instance: str, field: str | None = None) -> None:
    """Refuse to carry out a decision that was withdrawn or annulled, or a penalty or an order that was. Source: 行政强制法 Art. 40(4), 50, 51."""
    paper = own_paper(work, case_id, instance, "D25")
    if paper is not None and paper.state == "withdrawn":
        raise LawError("step_not_waiting", "代履行决定已被撤销，不能代履行。", basis="行政强制法 50、51，行政复议法 64", field=field)
    if start_form(work, instance).flag("immediate"):
        return
    base = _base_of(work, case_id, instance)
    if base is not None and base.code == ORDER:
        check_not_ordered_to_stop(work, case_id, (ORDER,), None, field)
    elif base is None or work.case(case_id).outcome == "revoked":
        what = "责令改正通知书" if base is None else "处罚决定"
        raise LawError("step_not_waiting", f"据以代履行的{what}已被撤销，不能代履行。", basis="行政强制法 40(4)、50", field=field)


def _check_days(case: Case, data: FormData, *, immediate: bool) -> None:
    """Refuse a performance from before the case was filed, and word of an immediate one that came before it, or not at all.

    Source: 行政强制法 Art. 52.
    """
    day, told = data.day("performed_on"), data.find("notified_on")
    if case.filed_on is not None and day < case.filed_on:
        raise LawError("before_cause", f"代履行的日期早于立案（{case.filed_on.isoformat()}）。", basis="行政强制法 50", field="performed_on")
    if told is not None and data.day("notified_on") < day:
        raise LawError("before_cause", "通知当事人的日期早于代履行。", basis="行政强制法 52", field="notified_on")
    absent = immediate and data.text("result") == "performed" and not data.flag("signed")
    if absent and told is None:
        message = "当事人不在场而立即代履行的，须在事后立即通知当事人：请填写通知的日期（行政强制法第五十二条）。"
        raise InvalidInputError({"notified_on": [message]})


def _compose_duty_demand(work: Work, case: Case, form: FormData, instance: str, number: str, token: str) -> DutyDemand:
    paper, party = _base_of(work, case.id, instance), stated_party(work, case.id)
    return DutyDemand(
        **face(work, case, number, token, party),
        decision=_named(paper),
        served_on=_served_on(paper),
        duty=named_duty(work, instance),
        way="自行履行上述义务，并告知本机关",
        days=work.law.parameters.integer("performance.term.days"),
        danger=DANGERS[form.text("danger")],
        right=_right(party.you),
    )


def _compose_demand(work: Work, case: Case, form: FormData, instance: str, number: str, token: str) -> PerformanceDemand:
    order, party = own_paper(work, case.id, instance, "D25"), stated_party(work, case.id)
    return PerformanceDemand(
        **face(work, case, number, token, party),
        decision=_named(order),
        served_on=_served_on(order),
        duty=named_duty(work, instance),
        days=work.law.parameters.integer("performance.demand.days"),
        performer=form.text("performer"),
        budget=form.text("budget"),
        right=_right(party.you),
    )


def _compose_immediate(work: Work, case: Case, plan: FormData, done: FormData, number: str, token: str) -> ImmediatePerformance:
    return ImmediatePerformance(
        **face(work, case, number, token),
        place=PLACES[plan.text("place_kind")],
        duty=named_duty(work, str(work.instance)),
        reason=plan.text("reason"),
        performed_at=f"{done.text('performed_on')}T{done.text('performed_at')}",
        performer=plan.text("performer"),
        supervisor=done.text("supervisor"),
        account=done.text("facts"),
        cost=done.text("cost"),
        remedies=stated_remedies(work),
    )


def _right(you: str) -> str:
    return f"{you}收到本催告书后有权进行陈述和申辩，可以向本机关书面或者口头提出。"


def _named(paper: Document | None) -> Served:
    return Served(name=paper.title if paper else "", number=(paper.number if paper else None) or "")


def _served_on(paper: Document | None) -> str:
    return paper.served_on.isoformat() if paper is not None and paper.served_on else ""


def _compose(work: Work, case: Case, form: FormData, number: str, token: str) -> Performance:
    return Performance(
        **face(work, case, number, token),
        decision=_named(_base_of(work, case.id, str(work.instance))),
        reason=form.text("reason"),
        danger=DANGERS[form.text("danger")],
        method=form.text("method"),
        planned_on=(form_here(work, case.id, "performance_answer") or form).text("planned_on"),
        duty=named_duty(work, str(work.instance)),
        budget=form.text("budget"),
        performer=form.text("performer"),
        remedies=stated_remedies(work),
    )
