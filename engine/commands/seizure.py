"""Seizure (查封扣押): taken where a law allows it, kept for thirty days at most, and ended by decision.

Source: 行政强制法 Art. 18-28; domain.md §2.4.
"""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from engine.clock import local_date
from engine.commands import deadline as clock
from engine.commands.act_stay import check_not_ordered_to_stop
from engine.commands.appraisal_order import entrust
from engine.commands.document import issue
from engine.commands.goods import subject_of
from engine.commands.goods_paper import paper_number, power_ends
from engine.commands.officer import check_two
from engine.commands.procedure import form_here, starts
from engine.commands.seizure_paper import compose_appraisal, compose_extension
from engine.commands.service import check_told
from engine.commands.submission import last_form, submits
from engine.errors import InvalidInputError, LawError
from engine.events.goods import GoodsDisposed
from engine.model import Case, Document, Goods, Task
from engine.queries.goods import held_of, numbers
from engine.rules.deadlines import DEADLINES
from engine.rules.extension import Approval, check_extension
from engine.rules.goods import check_noticed, check_open, check_power
from engine.rules.seizure import seizure_basis
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

SEIZURE = "seizure"


@starts("seizure")
def apply_for_seizure(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Refuse a measure without two officers or without a law that allows it today; return what it is about."""
    del instance
    check_two(work, case)
    seizure_basis(work.law.causes.cause(case.cause), work.today, work.law.statutes, data.text("kind"), data.find("order"))
    return subject_of(data)


@submits("seizure_handling")
def check_handling(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse an extension that comes too late or a second time, and a sale of what keeps, is gone, or is no longer in the agency's power."""
    if data.find("next") in {"extend", "test"}:
        check_told(work, papers_of(work, case.id, task.instance), "行政强制法 25②③")
    if data.find("next") in {"extend", "sell"}:
        check_not_ordered_to_stop(work, case.id, ("D09",), task.instance, "next")
    if data.find("next") == "extend":
        _check_extension(work, case, task.instance, data)
    elif data.find("next") == "test":
        taken = [thing.held_at.date() for thing in work.rows(Goods, case_id=case.id, measure=task.instance)]
        if taken and data.day("started_on") < min(taken):
            raise LawError("before_cause", "检测、鉴定的开始日期早于扣押日期。", basis="行政强制法 25③", field="started_on")
    elif data.find("next") == "sell":
        thing, days = _check_sale(work, case, task.instance, data), work.law.parameters.integer("goods.perishable.days")
        check_noticed(thing.name, local_date(thing.held_at), data.day("notified_on"), days, work.today)


@submits("goods_appraisal")
def check_appraisal(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a result of an appraisal of which the party was not told in writing. Source: 行政强制法 Art. 25(3)."""
    check_told(work, papers_of(work, case.id, task.instance), "行政强制法 25③")
    _end_early(work, case, task, data)


def papers_of(work: Work, case_id: str, measure: str) -> list[Document]:
    """Return the decision to seize and the notices of a longer term and of an appraisal that follow it."""
    number = paper_number(work, case_id, "D09", measure)
    papers = [paper for code in ("D09", "D09X", "D10") for paper in work.rows(Document, case_id=case_id, code=code)]
    return [paper for paper in papers if number and number in {paper.number, (paper.facts or {}).get("decision")}]


def _check_extension(work: Work, case: Case, measure: str, data: FormData) -> None:
    term = clock.find(work, case.id, SEIZURE, measure)
    if term is None or term.due is None or term.state != "running":
        raise LawError("extension_too_late", "扣押期限已经结束，不能延长。", basis=DEADLINES[SEIZURE].basis, field="days")
    asked = Approval(person=work.actor.id, person_name=work.actor.name, approved_on=work.today, reason=data.text("reason"))
    check_extension(SEIZURE, len(term.extensions or ()), int(data.text("days")), asked, term.due, work.law.parameters)


def _check_sale(work: Work, case: Case, measure: str, data: FormData) -> Goods:
    """Return the thing that is to be sold early. Source: domain.md §1.2 R55."""
    [number] = numbers(data.values, "sold")
    thing = next((thing for thing in work.rows(Goods, case_id=case.id, measure=measure) if thing.number == number), None)
    if thing is None:
        raise InvalidInputError({"sold": ["这里没有这个编号的物品。"]})
    held = held_of(work.connection, case.id)[number]
    check_open(held, "sold")
    check_power(held, work.today, "sold", ends=power_ends(work, SEIZURE))
    if not thing.perishable:
        raise LawError("no_basis", f"物品{number}“{thing.name}”不是易腐物品，不能先行变卖。", basis="行政强制法 26①", field="sold")
    return thing


def _handling(work: Work, case_id: str) -> FormData:
    form = form_here(work, case_id, "seizure_handling")
    if form is None:
        raise LawError("step_not_waiting", "没有扣押期间的办理内容。", basis="行政强制法 25")
    return form


@operation("seizure.test")
def begin_appraisal(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Tell the party in writing that things are appraised and for how long; the days of that period do not count, and no later ones.

    Source: 行政强制法 Art. 25(3).
    """
    del inputs, values
    form = _handling(work, case_id)
    issue(work, case_id, "D10", lambda number, token: compose_appraisal(work, case_id, form, number, token))
    entrust(work, case_id, form, str(work.instance))
    since = form.day("started_on")
    last = since + timedelta(days=int(form.text("period")) - 1)
    clock.suspend(work, case_id, SEIZURE, since, "testing", until=last, subject=work.instance)
    clock.leave_out(work, case_id, "decision", (since, last), "testing")
    return {}


def _end_early(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Leave no more days out of the term to decide than the appraisal took, and none beyond those of which the party was told.

    Source: domain.md R5; 行政强制法 Art. 25(3).
    """
    told = last_form(work, case.id, "seizure_handling", instance=task.instance)
    if told is None or told.find("next") != "test":
        return
    since, finished = told.day("started_on"), data.day("finished_on")
    last = since + timedelta(days=int(told.text("period")) - 1)
    if since <= finished < last:
        clock.leave_out(work, case.id, "decision", (since, finished), "testing", told=last)


@operation("seizure.extend")
def extend_seizure(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Lengthen the term once as approved, and tell the party in writing with the reason (行政强制法 Art. 25(1), (2))."""
    del inputs, values
    form = _handling(work, case_id)
    approval = Approval(person=work.actor.id, person_name=work.signature, approved_on=work.today, reason=form.text("reason"))
    clock.extend(work, case_id, SEIZURE, int(form.text("days")), approval, subject=work.instance)
    issue(work, case_id, "D09X", lambda number, token: compose_extension(work, case_id, form, number, token))
    return {}


@operation("goods.sell")
def sell_goods(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Book the early sale of a thing that would spoil, with its money (domain.md §1.2 R55)."""
    del inputs, values
    form = _handling(work, case_id)
    thing = _check_sale(work, work.case(case_id), str(work.instance), form)
    work.record(
        GoodsDisposed(
            case=case_id,
            goods=thing.id,
            number=thing.number,
            name=thing.name,
            disposal="sold",
            disposed_on=work.today,
            proceeds=Decimal(form.text("proceeds")),
            recipient=form.find("buyer"),
        )
    )
    return {}
