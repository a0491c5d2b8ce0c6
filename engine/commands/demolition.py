"""Forced demolition (强制拆除): announced, demanded when the remedies have lapsed, ordered by the government, done by day.

No court is asked: the decision is carried out by those whom the county government names. Source: 行政强制法 Art. 34-38, 43, 44;
城乡规划法 Art. 68; 法释〔2013〕5号; domain.md R37, R38.
"""

from collections.abc import Mapping
from datetime import date, time

from engine.commands import deadline as clock
from engine.commands.act_stay import check_not_ordered_to_stop
from engine.commands.demolition_paper import CLOCK, compose_decision, compose_demand, compose_notice, compose_request, written
from engine.commands.document import issue, newest
from engine.commands.submission import submits
from engine.commands.surcharge_remedy import meet_order
from engine.errors import LawError
from engine.events.demolition import DemolitionAnnounced, DemolitionEnded, DemolitionOrdered, DemolitionReported
from engine.model import Case, Task
from engine.queries.remedy import remedies_ended
from engine.rules.demolition import check_demand, check_planned, check_remedies, check_standing, check_term
from engine.rules.performance import check_means, check_time
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

DEMAND = "demolition.demand"
REQUEST = "D25-4"
DECISION = "D25-2"


@operation("demolition.announce")
def announce(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the announcement (公告) and start the term in which the party pulls the building down itself."""
    del inputs, values
    form = written(work, case_id, "demolition_notice")
    until, building, place = form.day("until"), form.text("building"), form.text("place")
    clock.start(work, case_id, CLOCK, work.today, cause="公告", length=(until - work.today).days)
    issue(work, case_id, "D25-3", lambda number, token: compose_notice(work, case_id, number, token))
    work.record(DemolitionAnnounced(case=case_id, building=building, place=place, until=until))
    return {}


@submits("demolition_inspection")
def inspect(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record that the building is gone; refuses to go on with one that stands before term and remedies are over."""
    del task
    day, term = data.day("inspected_on"), clock.find(work, case.id, CLOCK)
    if term is not None and day < term.start_on:
        raise LawError("before_cause", "复查日期早于公告日期。", basis="行政强制法 44", field="inspected_on")
    if data.text("building") == "demolished":
        _end(work, case, day, data.text("facts"))
        return
    check_term(term.due if term else None, day)
    check_remedies(remedies_ended(work.connection, case.id, work.today), work.today)


@operation("demolition.demand", returns=("document",))
def demand(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the demand letter (催告书). Source: 行政强制法 Art. 35."""
    del inputs, values
    issue(work, case_id, "D24D", lambda number, token: compose_demand(work, case_id, number, token))
    return {"document": "D24D"}


@submits("demolition_report")
def report(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Ask the head to sign the letter to the government; refuses before the demand has run out, or while a remedy is pending.

    Cases that follow an earlier version of the procedure have no such step: there the government is asked at once, by a letter of its own.
    """
    term = clock.find(work, case.id, DEMAND)
    day = data.day("reported_on")
    if term is not None and day < term.start_on:
        raise LawError("before_cause", "日期早于催告书送达。", basis="行政强制法 35", field="reported_on")
    if data.text("building") == "demolished":
        _end(work, case, day, "催告后当事人自行拆除。")
        return
    check_demand(term.due if term else None, work.today)
    check_remedies(remedies_ended(work.connection, case.id, work.today), work.today)
    if not advance.knows(work, case.id, task.instance, "approve_demolition_report"):
        work.record(DemolitionReported(case=case.id, government=data.text("government"), number="另行制作", reported_on=work.today))


@operation("demolition.ask")
def ask(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the letter that asks the government (报请责成强制拆除的函) as the head signed it. Source: 城乡规划法 Art. 68."""
    del inputs, values
    lapsed, form = remedies_ended(work.connection, case_id, work.today), written(work, case_id, "demolition_report")
    check_remedies(lapsed, work.today)
    issue(work, case_id, REQUEST, lambda number, token: compose_request(work, case_id, lapsed, number, token))
    letter = newest(work, case_id, REQUEST)
    number = (letter.number if letter else None) or ""
    work.record(DemolitionReported(case=case_id, government=form.text("government"), number=number, reported_on=work.today))
    return {}


@submits("demolition_order")
def order(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record the government's order and the plan; refuses forbidden means, night and days off. Source: 行政强制法 Art. 37, 43."""
    del task
    day, state, letter = data.day("answered_on"), data.text("building"), newest(work, case.id, REQUEST)
    if day < (letter.issued_on if letter else written(work, case.id, "demolition_report").day("reported_on")):
        raise LawError("before_cause", "政府答复的日期早于报请。", basis="城乡规划法 68", field="answered_on")
    if state == "demolished":
        _end(work, case, day, "报请责成后当事人自行拆除。")
    if state != "ordered":
        return
    check_means(data.text("method"))
    planned = data.day("planned_on")
    if planned < work.today:
        raise LawError("before_cause", "强制拆除日期不能早于今天。", basis="行政强制法 37", field="planned_on")
    _check_time(work, planned, data.text("planned_at"), urgent=False, field="planned_at")
    work.record(
        DemolitionOrdered(case=case.id, number=data.text("number"), departments=data.text("departments"), answered_on=day, planned_on=planned)
    )


@operation("demolition.decide", returns=("document",))
def decide(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the decision to enforce (强制执行决定书) that the head agreed to. Source: 行政强制法 Art. 37."""
    del inputs, values
    issue(work, case_id, DECISION, lambda number, token: compose_decision(work, case_id, number, token))
    meet_order(work, case_id, DECISION)
    return {"document": DECISION}


@submits("demolition_record")
def demolish(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record what was done; refuses a day too early, and night and days off where it is not urgent. Source: 行政强制法 Art. 37, 43."""
    del task
    day = data.day("done_on")
    if data.text("building") == "demolished":
        _end(work, case, day, data.text("facts"))
        return
    paper = newest(work, case.id, DECISION)
    check_standing(fell=paper is not None and paper.state == "withdrawn", said=data.text("building"))
    if data.text("building") == "annulled":
        return
    check_not_ordered_to_stop(work, case.id, (DECISION,))
    check_planned(written(work, case.id, "demolition_order").day("planned_on"), paper.served_on if paper else None, day)
    _check_time(work, day, data.text("done_at"), urgent=data.flag("urgent"), field="done_at")
    work.record(DemolitionEnded(case=case.id, performers=data.text("performers"), ended_on=day, facts=data.text("facts")))


def _check_time(work: Work, day: date, begun: str, *, urgent: bool, field: str) -> None:
    night = (work.law.parameters.clock("night.begins"), work.law.parameters.clock("night.ends"))
    check_time(time.fromisoformat(begun), working=work.law.calendar.is_working_day(day), night=night, urgent=urgent, field=field)


def _end(work: Work, case: Case, day: date, facts: str) -> None:
    """Record that the party pulled the building down itself; what was still running is met."""
    work.record(DemolitionEnded(case=case.id, performers=None, ended_on=day, facts=facts))
    clock.meet(work, case.id, CLOCK, day)
    clock.meet(work, case.id, DEMAND, day)
