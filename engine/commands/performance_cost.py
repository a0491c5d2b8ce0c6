"""The cost of a performance (代履行费用): a debt beside the fine, with its own term, receipts and demand; no surcharge runs on it.

Source: 行政强制法 Art. 35, 51(2), 54.
"""

from collections.abc import Mapping
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.composition import face, stated_party
from engine.commands.document import issue, newest
from engine.commands.procedure import begin, form_here, start_form, starts
from engine.commands.submission import submits
from engine.errors import InvalidInputError, LawError
from engine.events.performance import CostCharged, CostPaid
from engine.model import Booking, Case, Document, Payment, ProcessState, Task
from engine.rules.conflict import check_apart
from engine.rules.document.performance_cost import Collection, CostDemand, CostNotice
from engine.rules.document.service_receipt import Served
from engine.rules.money import format_yuan
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

PROCEDURE = "performance_cost"
TERM = "performance.cost"
BASIS = "行政强制法 51②"


def collect(work: Work, case_id: str, plan: FormData, done: FormData) -> None:
    """Set the collection of a cost going; nothing happens where nothing was spent."""
    if Decimal(done.text("cost")) > 0:
        said = {"duty": plan.text("duty"), "performer": plan.text("performer"), "performed_on": done.text("performed_on"), "cost": done.text("cost")}
        begin(work, case_id, PROCEDURE, said | {"immediate": plan.flag("immediate")})


@starts("performance_cost")
def begin_collection(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what was done; refuses a day that is to come, and the cost of what no paper ordered or told."""
    del instance
    if data.day("performed_on") > work.today:
        raise LawError("date_in_future", "代履行日期不能晚于今天。", basis=BASIS, field="performed_on")
    if not data.flag("immediate") and newest(work, case.id, "D25") is None:
        raise LawError("not_served", "本案没有代履行决定书，不能收取代履行费用。", basis="行政强制法 51", field="immediate")
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
    fines, others = work.rows(Payment, receipt_no=receipt), work.rows(Booking, receipt_no=receipt)
    if fines or others:
        raise InvalidInputError({"receipt_no": ["这个票据号已经登记过。"]})
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
    rows = [row for row in work.rows(Booking, case_id=case_id) if row.id.split(":")[0] == instance]
    return sum((row.amount if row.kind == "cost" else -row.amount for row in rows), Decimal(0))


def check_collected(work: Work, case_id: str) -> None:
    """Refuse to close a case while a cost is being collected."""
    if any(row.ended_at is None for row in work.rows(ProcessState, case_id=case_id, procedure=PROCEDURE)):
        raise LawError("step_not_waiting", "代履行费用还没有收缴完毕，不能结案。", basis=BASIS)


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
        decision=_named(newest(work, case.id, "D25-7")),
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
