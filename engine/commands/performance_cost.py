"""The cost of a performance (代履行费用): a debt beside the fine, with its own term, receipts and demand; no surcharge runs on it.

Source: 行政强制法 Art. 35, 51(2), 54.
"""

from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.composition import face, stated_party
from engine.commands.document import issue, newest
from engine.commands.duty import PERFORMANCE, own_paper, own_papers
from engine.commands.procedure import begin, form_here, start_form, starts
from engine.commands.receipt import check_receipt
from engine.commands.submission import submits
from engine.commands.termination import TERMINATION
from engine.errors import InvalidInputError, LawError, StepNotWaitingError
from engine.events.performance import CostCharged, CostDropped, CostPaid
from engine.model import Booking, Case, Document, ProcessState, Task
from engine.queries.performance_cost import costs_of
from engine.rules.conflict import check_apart
from engine.rules.document.performance_cost import Collection, CostDemand, CostNotice
from engine.rules.document.service_receipt import Served
from engine.rules.money import format_yuan
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

PROCEDURE = "performance_cost"
TERM, DEMANDED = "performance.cost", "performance.cost.demand"
BASIS = "行政强制法 51②"
_OWED: Mapping[str, int] = {"cost": 1, "cost_dropped": -1}
"""What makes up the debt, whatever was paid of it."""


def collect(work: Work, case_id: str, plan: FormData, done: FormData) -> None:
    """Set the collection of a cost going; nothing happens where nothing was spent."""
    if Decimal(done.text("cost")) > 0:
        said: dict[str, object] = {
            "duty": plan.text("duty"),
            "performer": plan.text("performer"),
            "performed_on": done.text("performed_on"),
            "cost": done.text("cost"),
        }
        begin(work, case_id, PROCEDURE, said | {"immediate": plan.flag("immediate")}, subject=plan.text("duty")[:20])


@starts("performance_cost")
def begin_collection(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what was done; refuses a day that is to come, the cost of what no paper ordered or told, and to ask for a cost twice."""
    del instance
    if data.day("performed_on") > work.today:
        raise LawError("date_in_future", "代履行日期不能晚于今天。", basis=BASIS, field="performed_on")
    _check_told(work, case.id, data)
    _check_once(work, case.id, data)
    return data.text("duty")[:20]


@submits("cost_statement")
def check_statement(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse to ask for more than was spent."""
    del case
    spent = Decimal(start_form(work, task.instance).text("cost"))
    if data.find("amount") is not None and Decimal(data.text("amount")) > spent:
        raise InvalidInputError({"amount": [f"应缴费用不能高于实际费用{format_yuan(spent)}（行政强制法第五十一条第二款）。"]})


@operation("cost.charge", returns=("document",))
def charge(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Book the debt and make the notice to pay it."""
    del inputs, values
    case, done, stated = work.case(case_id), start_form(work), form_here(work, case_id, "cost_statement")
    if stated is None:
        raise LawError("step_not_waiting", "没有核定费用。", basis=BASIS)
    issue(work, case_id, "D25-7", lambda number, token: _compose_notice(work, case, done, stated, number, token))
    work.record(
        CostCharged(case=case_id, booking=str(work.instance), duty=done.text("duty"), amount=Decimal(stated.text("amount")), booked_on=work.today)
    )
    return {"document": "D25-7"}


@operation("cost.demand")
def demand(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Demand in writing what is not paid after the term. Source: 行政强制法 Art. 35, 54."""
    del inputs, values
    case, instance = work.case(case_id), str(work.instance)
    owing = cost_owing(work, case_id, instance)
    if owing > 0:
        issue(work, case_id, "D25-8", lambda number, token: _compose_demand(work, case, instance, owing, number, token))
    return {}


@submits("cost_payment")
def receive_cost(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Book a payment; refuses more than is owed, a day before the notice, a receipt used before, and whoever investigated or decided."""
    check_apart(work.actor.id, {case.lead, case.second, case.decider}, "登记本案的代履行费用")
    amount, day, receipt = Decimal(data.text("amount")), data.day("paid_on"), data.text("receipt_no")
    owing = cost_owing(work, case.id, task.instance)
    if amount > owing:
        raise LawError("overpaid", f"尚欠的代履行费用为{format_yuan(owing)}，不能多缴。", basis=BASIS, field="amount")
    if day < work.get(Booking, task.instance).booked_on:
        raise LawError("before_cause", "缴款日期早于缴纳通知书。", basis=BASIS, field="paid_on")
    check_receipt(work, receipt)
    duty = start_form(work, task.instance).text("duty")
    booking = f"{task.instance}:{work.new_id()}"
    work.record(CostPaid(case=case.id, booking=booking, duty=duty, amount=amount, booked_on=day, receipt_no=receipt))


@operation("cost.settle", returns=("settled",))
def settle(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Say whether the cost is paid, and stop its clock when it is."""
    del inputs, values
    instance, form = str(work.instance), form_here(work, case_id, "cost_payment")
    settled = cost_owing(work, case_id, instance) == 0
    if settled and form is not None:
        clock.meet(work, case_id, TERM, form.day("paid_on"), subject=instance)
    return {"settled": settled}


def cost_owing(work: Work, case_id: str, instance: str) -> Decimal:
    """Return in yuan what is still to pay of the cost that a procedure collects."""
    return costs_of(work.connection, case_id).get(instance, Decimal(0))


@operation("cost.write_off")
def write_off(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Give up, as the head agreed, what can be enforced no more (终结执行). Source: 行政强制法 Art. 40."""
    del inputs, values
    form = form_here(work, case_id, "execution_end")
    if form is None:
        raise LawError("step_not_waiting", "没有终结执行的申请。", basis="行政强制法 40")
    _drop(work, case_id, str(work.instance), f"终结执行：{form.text('facts')}", cost_owing(work, case_id, str(work.instance)))
    return {}


def drop_costs(work: Work, case_id: str, reason: str) -> None:
    """End every collection of a case whose execution ended; what was paid stays paid. Source: 行政强制法 Art. 40."""
    for row in work.rows(ProcessState, case_id=case_id, procedure=PROCEDURE):
        if row.ended_at is None:
            _drop(work, case_id, row.id, reason, cost_owing(work, case_id, row.id))


def drop_cost_of(work: Work, case_id: str, performance: str, reason: str) -> Decimal:
    """Let nobody owe the cost of a performance whose decision fell; return in yuan what was paid of it and goes back."""
    done, refund = _done_by(work, case_id, performance), Decimal(0)
    for row in work.rows(ProcessState, case_id=case_id, procedure=PROCEDURE):
        if _key(start_form(work, row.id)) in done:
            rows = [each for each in work.rows(Booking, case_id=case_id) if each.id.split(":")[0] == row.id]
            owed = sum((_OWED.get(each.kind, 0) * each.amount for each in rows), Decimal(0))
            _drop(work, case_id, row.id, reason, owed)
            refund += max(Decimal(0), -cost_owing(work, case_id, row.id))
    return refund


def check_collected(work: Work, case_id: str) -> None:
    """Refuse to close a case while a cost is being collected, or waits to be stated."""
    owing = costs_of(work.connection, case_id)
    running = [row for row in work.rows(ProcessState, case_id=case_id, procedure=PROCEDURE) if row.ended_at is None]
    if any(owing.get(row.id) != 0 for row in running):
        message = "代履行费用还没有收缴完毕，不能结案；催告以后确实不能收缴的，在收取程序里报请终结执行。"
        raise LawError("step_not_waiting", message, basis=BASIS)


def _drop(work: Work, case_id: str, instance: str, reason: str, amount: Decimal) -> None:
    """Take a sum in yuan off a debt, void its clocks and end its collection; the one in which that was decided ends by itself."""
    if amount > 0:
        duty = start_form(work, instance).text("duty")
        booking = f"{instance}:{work.new_id()}"
        work.record(CostDropped(case=case_id, booking=booking, duty=duty, amount=amount, booked_on=work.today, reason=reason))
    clock.void(work, case_id, TERM, reason, subject=instance)
    for paper in _demands(work, case_id, instance):
        clock.void(work, case_id, DEMANDED, reason, subject=paper.id)
    if instance != work.instance and work.get(ProcessState, instance).ended_at is None:
        # An earlier version of the procedure has no such end.
        with suppress(StepNotWaitingError):
            advance.send(work, case_id, TERMINATION, {}, instance=instance)


def _check_told(work: Work, case_id: str, data: FormData) -> None:
    """Refuse the cost of what was not decided, or not told where it was done at once, and of what fell. Source: 行政强制法 Art. 51, 52."""
    paper = newest(work, case_id, _origin(data))
    name = "立即代履行告知书" if data.flag("immediate") else "代履行决定书"
    if paper is None:
        raise LawError("not_served", f"本案没有{name}，不能收取代履行费用。", basis="行政强制法 51、52", field="immediate")
    if all(each.state == "withdrawn" for each in work.rows(Document, case_id=case_id, code=paper.code)):
        raise LawError("no_basis", f"{name}已被撤销，不能收取代履行费用。", basis="行政强制法 51②", field="immediate")


def _check_once(work: Work, case_id: str, data: FormData) -> None:
    """Refuse to ask for the cost of what nobody recorded as done, or for one that is or was asked for already. Source: 行政强制法 Art. 51(2)."""
    performances = work.rows(ProcessState, case_id=case_id, procedure=PERFORMANCE)
    done = [key for row in performances for key in _done_by(work, case_id, row.id)].count(_key(data))
    if not done:
        message = "没有这样一次代履行的记录：代履行的标的、日期和是否立即，照代履行记录填写。"
        raise LawError("no_basis", message, basis="行政强制法 51②", field="duty")
    rows = work.rows(ProcessState, case_id=case_id, procedure=PROCEDURE)
    asked = [row for row in rows if _key(start_form(work, row.id)) == _key(data) and not _is_waived(work, case_id, row.id)]
    if len(asked) >= done:
        raise LawError("step_not_waiting", "这次代履行的费用已经收取或者正在收取，不能重复收取。", basis="行政强制法 51②", field="duty")


def _key(data: FormData) -> tuple[bool, str, str]:
    """Return what tells one performance from another: whether it was done at once, the day, and the duty."""
    return data.flag("immediate"), data.text("performed_on"), data.text("duty").rstrip("。")


def _done_by(work: Work, case_id: str, performance: str) -> list[tuple[bool, str, str]]:
    """Return what was done in a performance, nothing where it was not; each as `_key` tells it."""
    plan = start_form(work, performance)
    records = [row.data or {} for row in work.rows(Task, case_id=case_id, instance=performance, form="performance_record", state="done")]
    days = [str(record["performed_on"]) for record in records if record["result"] == "performed"]
    return [(plan.flag("immediate"), day, plan.text("duty").rstrip("。")) for day in days]


def _is_waived(work: Work, case_id: str, instance: str) -> bool:
    """Tell whether it was decided not to ask the party for a cost."""
    stated = work.rows(Task, case_id=case_id, instance=instance, form="cost_statement", state="done")
    return any((row.data or {}).get("charged") is False for row in stated)


def _demands(work: Work, case_id: str, instance: str) -> list[Document]:
    """Return the demands (D25-8) of what a notice of the collection asked for."""
    notices = {paper.number for paper in own_papers(work, case_id, instance, "D25-7")}
    return [paper for paper in work.rows(Document, case_id=case_id, code="D25-8") if (paper.facts or {})["decision"]["number"] in notices]


def _compose_notice(work: Work, case: Case, done: FormData, stated: FormData, number: str, token: str) -> CostNotice:
    return CostNotice(
        **face(work, case, number, token),
        decision=_named(newest(work, case.id, _origin(done))),
        duty=done.text("duty").rstrip("。"),
        performed_on=done.text("performed_on"),
        performer=done.text("performer"),
        cost=stated.text("amount"),
        detail=stated.text("detail"),
        days=work.law.parameters.integer("performance.cost.days"),
        payment=_collection(work),
    )


def _compose_demand(work: Work, case: Case, instance: str, owing: Decimal, number: str, token: str) -> CostDemand:
    party, term = stated_party(work, case.id), clock.find(work, case.id, TERM, instance)
    return CostDemand(
        **face(work, case, number, token, party),
        decision=_named(own_paper(work, case.id, instance, "D25-7")),
        due=term.due.isoformat() if term is not None and term.due else "",
        owing=format(owing, "f"),
        days=work.law.parameters.integer("demand.days"),
        payment=_collection(work),
        right=f"{party.you}收到本催告书后有权进行陈述和申辩，可以向本机关书面或者口头提出。",
    )


def _collection(work: Work) -> Collection:
    payee = work.law.department.payee
    return Collection(bank=payee.bank, bank_address=payee.bank_address, account=payee.account)


def _origin(done: FormData) -> str:
    """Return the code of the paper on which the performance rests."""
    return "D25-6" if done.flag("immediate") else "D25"


def _named(paper: Document | None) -> Served:
    return Served(name=paper.title if paper else "", number=(paper.number if paper else None) or "")
