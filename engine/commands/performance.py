"""Performance in the party's stead (代履行): decided, demanded, done under supervision, or done at once on roads and in public places.

Source: 行政强制法 Art. 43, 50-52; domain.md R36, R38.
"""

from collections.abc import Mapping
from datetime import time
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.act_stay import check_not_ordered_to_stop
from engine.commands.composition import face, stated_remedies
from engine.commands.document import issue, newest, penalty_paper
from engine.commands.procedure import start_form, starts
from engine.commands.submission import submits
from engine.commands.surcharge_remedy import meet_order
from engine.errors import InvalidInputError, LawError
from engine.events.performance import DutyPerformed, PerformanceDemanded
from engine.model import Case, Task
from engine.rules.document.performance import Performance
from engine.rules.document.service_receipt import Served
from engine.rules.performance import check_earliest, check_means, check_time
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

CLOCK = "performance.demand"
DANGERS: Mapping[str, str] = {"traffic": "危害交通安全", "pollution": "造成环境污染", "resources": "破坏自然资源"}


@starts("performance")
def propose_performance(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Refuse forbidden means, and a performance that is decided before the decision it carries out was served."""
    del instance
    check_means(f"{data.text('method')}{data.text('duty')}")
    paper = penalty_paper(work, case.id)
    if data.routing["immediate"] is False and (paper is None or paper.served_on is None):
        raise LawError("not_served", "据以代履行的决定还没有送达，不能决定代履行。", basis="行政强制法 50", field="immediate")
    return data.text("duty")[:20]


@operation("performance.decide", returns=("document",))
def decide(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the decision (代履行决定书) that the head agreed to. Source: 行政强制法 Art. 51(1)(1)."""
    del inputs, values
    case, form = work.case(case_id), start_form(work)
    issue(work, case_id, "D25", lambda number, token: _compose(work, case, form, number, token))
    meet_order(work, case_id, "D25")
    return {"document": "D25"}


@submits("performance_demand")
def demand(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record the last demand, from which three clear working days run; it comes after the service of the decision."""
    day, paper = data.day("demanded_on"), newest(work, case.id, "D25")
    if paper is None or paper.served_on is None or day < paper.served_on:
        raise LawError("before_cause", "催告日期早于代履行决定书送达。", basis="行政强制法 51①(2)", field="demanded_on")
    check_not_ordered_to_stop(work, case.id, ("D25",), task.instance)
    work.record(PerformanceDemanded(case=case.id, demanded_on=day, way=data.text("way")))
    clock.start(work, case.id, CLOCK, day, cause="代履行前催告", subject=task.instance)


@submits("performance_record")
def perform(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record what was done; refuses a day too early, and night and holidays where it is not urgent."""
    form, day = start_form(work, task.instance), data.day("performed_on")
    immediate = form.values.get("immediate") is True
    _check_days(case, data, immediate=immediate)
    if data.text("result") == "performed":
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
            duty=form.text("duty"),
            performer=form.text("performer"),
            result=data.text("result"),
            performed_on=day,
            cost=Decimal(data.text("cost")) if data.find("cost") else None,
        )
    )
    clock.meet(work, case.id, CLOCK, day, subject=task.instance)


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


def _compose(work: Work, case: Case, form: FormData, number: str, token: str) -> Performance:
    paper = penalty_paper(work, case.id)
    return Performance(
        **face(work, case, number, token),
        decision=Served(name=paper.title if paper else "", number=(paper.number if paper else None) or ""),
        reason=form.text("reason"),
        danger=DANGERS[form.text("danger")],
        method=form.text("method"),
        planned_on=form.text("planned_on"),
        duty=form.text("duty"),
        budget=form.text("budget"),
        performer=form.text("performer"),
        remedies=stated_remedies(work),
    )
