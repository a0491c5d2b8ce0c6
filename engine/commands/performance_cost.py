"""The cost of a performance (代履行费用): a debt beside the fine, with its own decision, term and receipts; no surcharge runs on it.

How it is enforced, `cost_court` says; what becomes of it where it is challenged, `cost_remedy`. Source: 行政强制法 Art. 51(2).
"""

from collections.abc import Mapping
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.composition import face, stated_remedies
from engine.commands.document import issue, newest
from engine.commands.duty import COLLECTION, collections_of, done_by, key_of, named_duty, own_paper, own_papers, performances_of, performed_by
from engine.commands.procedure import begin, form_here, start_form, starts
from engine.commands.receipt import check_receipt
from engine.commands.submission import submits
from engine.commands.termination import TERMINATION
from engine.errors import InvalidInputError, LawError, StepNotWaitingError
from engine.events.performance import CostCharged, CostDropped, CostPaid
from engine.model import Booking, Case, Document, ProcessState, Remedy, Task
from engine.queries.performance_cost import costs_of, costs_to_decide_anew
from engine.rules.conflict import check_apart
from engine.rules.document.performance_cost import Collection, CostNotice
from engine.rules.document.service_receipt import Served
from engine.rules.enforcement import COURT
from engine.rules.money import format_yuan
from engine.rules.remedy import COST
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

COURT_STEP = "apply_cost"
"""The step of the procedure at which the court is asked."""
DECISION, DEMAND = COST, "D25-8"
"""The decision that the party owes a cost, and the demand to pay it."""
TERM, DEMANDED = "performance.cost", "performance.cost.demand"
BASIS = "行政强制法 51②"
_OWED: Mapping[str, int] = {"cost": 1, "cost_dropped": -1}
"""What makes up the debt, whatever was paid of it."""


def collect(work: Work, case_id: str, performance: str, done: FormData) -> None:
    """Set the collection of the cost of a performance going, under the same name; nothing happens where nothing was spent."""
    plan, name = start_form(work, performance), work.get(ProcessState, performance).subject
    if Decimal(done.text("cost")) > 0:
        said: dict[str, object] = {
            "duty": plan.text("duty"),
            "performer": plan.text("performer"),
            "performed_on": done.text("performed_on"),
            "cost": done.text("cost"),
        }
        begin(work, case_id, COLLECTION, said | {"immediate": plan.flag("immediate")}, subject=name or plan.text("duty")[:20])


@starts("performance_cost")
def begin_collection(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what the performance is called; refuses a day to come, the cost of what no paper ordered or told, and to ask for a cost twice.

    In a case that is over nothing is asked for but what was ordered to be decided anew. Source: 行政复议法 Art. 64(1); 行政诉讼法 Art. 70.
    """
    del instance
    if data.day("performed_on") > work.today:
        raise LawError("date_in_future", "代履行日期不能晚于今天。", basis=BASIS, field="performed_on")
    _check_told(work, case, data)
    performance = _check_once(work, case.id, data)
    _check_ordered(work, case, performance)
    for row in _outdated(work, case.id, performance):
        _drop(work, case.id, row.id, "改按现行程序收取，可以申请法院强制执行", cost_owing(work, case.id, row.id))
    return work.get(ProcessState, performance).subject or data.text("duty")[:20]


@submits("cost_statement")
def check_statement(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse to ask for more than was spent, and is not paid already by an earlier collection; not to ask at all fulfils an order to decide anew."""
    if not data.flag("charged"):
        _meet_order(work, case.id, task.instance)
    performance = performed_by(work, task.instance)
    before = [row.id for row in collections_of(work, case.id) if row.id != task.instance and performed_by(work, row.id) == performance]
    paid = sum((cost_charged(work, case.id, each) for each in before), Decimal(0)) if performance is not None else Decimal(0)
    spent = Decimal(start_form(work, task.instance).text("cost"))
    if data.find("amount") is not None and Decimal(data.text("amount")) > spent - paid:
        less = f"减去已缴的{format_yuan(paid)}" if paid else ""
        raise InvalidInputError({"amount": [f"应缴费用不能高于实际费用{format_yuan(spent)}{less}（行政强制法第五十一条第二款）。"]})


@operation("cost.charge", returns=("document",))
def charge(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Book the debt and make the decision to pay it, which tells of the remedies against it. Source: 行政强制法 Art. 51(2); 行政复议法 Art. 20."""
    del inputs, values
    case, instance, done, stated = work.case(case_id), str(work.instance), start_form(work), form_here(work, case_id, "cost_statement")
    if stated is None:
        raise LawError("step_not_waiting", "没有核定费用。", basis=BASIS)
    issue(work, case_id, DECISION, lambda number, token: _compose_notice(work, case, done, stated, number, token))
    work.record(
        CostCharged(
            case=case_id,
            booking=instance,
            duty=named_duty(work, str(work.instance)),
            amount=Decimal(stated.text("amount")),
            booked_on=work.today,
        )
    )
    _meet_order(work, case_id, instance)
    return {"document": DECISION}


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
    duty, booking = named_duty(work, task.instance), f"{task.instance}:{work.new_id()}"
    work.record(CostPaid(case=case.id, booking=booking, duty=duty, amount=amount, booked_on=day, receipt_no=receipt))


@operation("cost.settle", returns=("settled",))
def settle(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Say whether the cost is paid, and stop its clock when it is."""
    del inputs, values
    instance, form = str(work.instance), form_here(work, case_id, "cost_payment")
    settled = cost_owing(work, case_id, instance) == 0
    if settled and form is not None:
        clock.meet(work, case_id, TERM, form.day("paid_on"), subject=instance)
        _void_clocks(work, case_id, instance, "代履行费用已经缴清")
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
    for row in collections_of(work, case_id):
        if row.ended_at is None:
            _drop(work, case_id, row.id, reason, cost_owing(work, case_id, row.id))


def drop_cost_of(work: Work, case_id: str, performance: str, reason: str) -> Decimal:
    """Let nobody owe the cost of a performance whose decision fell; return in yuan what was paid of it and goes back."""
    rows = collections_of(work, case_id)
    return sum((drop_cost(work, case_id, row.id, reason) for row in rows if performed_by(work, row.id) == performance), Decimal(0))


def drop_cost(work: Work, case_id: str, instance: str, reason: str) -> Decimal:
    """Let nobody owe the cost that a procedure collects, or collected; return in yuan what goes back of it beside what was ordered before."""
    before = _excess(work, case_id, instance)
    _drop(work, case_id, instance, reason, cost_charged(work, case_id, instance))
    return _excess(work, case_id, instance) - before


def lower_cost(work: Work, case_id: str, instance: str, reason: str, amount: Decimal) -> Decimal:
    """Let the party owe no more than a sum in yuan; return what goes back beside what was ordered before. What is settled by it ends."""
    charged, before = cost_charged(work, case_id, instance), _excess(work, case_id, instance)
    left = cost_owing(work, case_id, instance) - max(charged - amount, Decimal(0))
    if left <= 0:
        _drop(work, case_id, instance, reason, charged - amount)
    else:
        _take_off(work, case_id, instance, reason, charged - amount)
    return _excess(work, case_id, instance) - before


def _excess(work: Work, case_id: str, instance: str) -> Decimal:
    return max(Decimal(0), -cost_owing(work, case_id, instance))


def cost_charged(work: Work, case_id: str, instance: str) -> Decimal:
    """Return in yuan what a cost amounts to as it stands, whatever was paid of it."""
    rows = [row for row in work.rows(Booking, case_id=case_id) if row.id.split(":")[0] == instance]
    return sum((_OWED.get(row.kind, 0) * row.amount for row in rows), Decimal(0))


def check_collected(work: Work, case_id: str, what: str = "结案") -> None:
    """Refuse to close or archive a case while a cost is being collected, or waits to be stated; `what` says which."""
    owing = costs_of(work.connection, case_id)
    running = [row for row in collections_of(work, case_id) if row.ended_at is None]
    if any(owing.get(row.id) != 0 for row in running):
        message = f"代履行费用还没有收缴完毕，不能{what}；催告以后确实不能收缴的，在收取程序里报请终结执行。"
        raise LawError("step_not_waiting", message, basis=BASIS)


def _drop(work: Work, case_id: str, instance: str, reason: str, amount: Decimal) -> None:
    """Take a sum in yuan off a debt, void its clocks and end its collection; the one in which that was decided ends by itself."""
    _take_off(work, case_id, instance, reason, amount)
    clock.void(work, case_id, TERM, reason, subject=instance)
    _void_clocks(work, case_id, instance, reason)
    if instance != work.instance and work.get(ProcessState, instance).ended_at is None:
        try:
            advance.send(work, case_id, TERMINATION, {}, instance=instance)
        except StepNotWaitingError:
            # An earlier version of the procedure has no such end: nobody pays any more what is not owed.
            for task in work.rows(Task, case_id=case_id, instance=instance, form="cost_payment", state="waiting"):
                advance.complete(work, case_id, instance, task.id, {})


def _take_off(work: Work, case_id: str, instance: str, reason: str, amount: Decimal) -> None:
    if amount > 0:
        duty, booking = named_duty(work, instance), f"{instance}:{work.new_id()}"
        work.record(CostDropped(case=case_id, booking=booking, duty=duty, amount=amount, booked_on=work.today, reason=reason))


def _void_clocks(work: Work, case_id: str, instance: str, reason: str) -> None:
    """Note that neither the demand nor an application to the court means anything any more."""
    for paper in own_demands(work, case_id, instance):
        clock.void(work, case_id, DEMANDED, reason, subject=paper.id)
    for key in COURT:
        clock.void(work, case_id, key, reason, subject=instance)


def _check_told(work: Work, case: Case, data: FormData) -> None:
    """Refuse the cost of what was not decided, or not told where it was done at once, and of what fell. Source: 行政强制法 Art. 51, 52."""
    paper = newest(work, case.id, origin(data))
    name = "立即代履行告知书" if data.flag("immediate") else "代履行决定书"
    if paper is None:
        raise LawError("not_served", f"本案没有{name}，不能收取代履行费用。", basis="行政强制法 51、52", field="immediate")
    fell = not data.flag("immediate") and case.outcome == "revoked"
    if fell or all(each.state == "withdrawn" for each in work.rows(Document, case_id=case.id, code=paper.code)):
        raise LawError(
            "no_basis", f"{'据以代履行的处罚决定' if fell else name}已被撤销，不能收取代履行费用。", basis="行政强制法 51②", field="immediate"
        )


def _check_once(work: Work, case_id: str, data: FormData) -> str:
    """Return the performance; refuses the cost of what nobody recorded as done, and one that is or was asked for. Source: 行政强制法 Art. 51(2)."""
    done = [row.id for row in performances_of(work, case_id) if key_of(data) in done_by(work, case_id, row.id)]
    if not done:
        message = "没有这样一次代履行的记录：代履行的标的、日期和是否立即，照代履行记录填写。"
        raise LawError("no_basis", message, basis="行政强制法 51②", field="duty")
    rows = collections_of(work, case_id)
    asked = [
        performed_by(work, row.id) for row in rows if key_of(start_form(work, row.id)) == key_of(data) and not _may_ask_again(work, case_id, row.id)
    ]
    if len(asked) >= len(done):
        raise LawError("step_not_waiting", "这次代履行的费用已经收取或者正在收取，不能重复收取。", basis="行政强制法 51②", field="duty")
    return next((performance for performance in done if performance not in asked), done[-1])


def _decisions_on(work: Work, case_id: str, performance: str | None) -> set[str]:
    """Return the ids of the decisions that asked for the cost of a performance, those that fell included."""
    rows = [row.id for row in collections_of(work, case_id) if performed_by(work, row.id) == performance]
    return {paper.id for each in rows for paper in own_papers(work, case_id, each, DECISION)}


def _meet_order(work: Work, case_id: str, instance: str) -> None:
    """Note that the cost which a procedure collects was decided anew, as whoever annulled the former decision ordered.

    Source: 行政复议法 Art. 64(1); 行政诉讼法 Art. 70.
    """
    decisions = _decisions_on(work, case_id, performed_by(work, instance))
    for remedy in work.rows(Remedy, case_id=case_id, result="annulled_anew"):
        if remedy.against in decisions:
            clock.meet(work, case_id, "act.anew", work.today, subject=remedy.id)


def _check_ordered(work: Work, case: Case, performance: str) -> None:
    """Refuse in a case that is over to ask for another cost than the one that is to be decided anew."""
    ordered = costs_to_decide_anew(work.connection, case.id)
    if case.state != "open" and not ordered & _decisions_on(work, case.id, performance):
        message = "案件已经办结，只能对被撤销并责令重新作出的那一次代履行重新决定费用。"
        raise LawError("step_not_waiting", message, basis="行政复议法 64①、行政诉讼法 70", field="duty")


def _may_ask_again(work: Work, case_id: str, instance: str) -> bool:
    """Tell whether it was decided not to ask the party for a cost, or the decision that asked for it fell."""
    stated = work.rows(Task, case_id=case_id, instance=instance, form="cost_statement", state="done")
    fell = any(paper.state == "withdrawn" for paper in own_papers(work, case_id, instance, DECISION))
    waived = any((row.data or {}).get("charged") is False for row in stated)
    return fell or waived or _is_outdated(work, work.get(ProcessState, instance))


def _is_outdated(work: Work, row: ProcessState) -> bool:
    """Tell whether a cost is owed that an earlier version of the procedure collects, which knows no way to the court."""
    owed = row.ended_at is None and cost_owing(work, row.case_id, row.id) > 0
    return owed and not advance.knows(work, row.case_id, row.id, COURT_STEP)


def _outdated(work: Work, case_id: str, performance: str) -> list[ProcessState]:
    return [row for row in collections_of(work, case_id) if performed_by(work, row.id) == performance and _is_outdated(work, row)]


def own_demands(work: Work, case_id: str, instance: str) -> list[Document]:
    """Return the demands (D25-8) to pay what the decision of a collection asked for, the oldest first."""
    numbers = {paper.number for paper in own_papers(work, case_id, instance, DECISION)}
    found = [paper for paper in work.rows(Document, case_id=case_id, code=DEMAND) if (paper.facts or {})["decision"]["number"] in numbers]
    return sorted(found, key=lambda paper: (paper.issued_on, paper.sequence or 0))


def _compose_notice(work: Work, case: Case, done: FormData, stated: FormData, number: str, token: str) -> CostNotice:
    return CostNotice(
        **face(work, case, number, token),
        decision=named(performance_paper(work, case.id, str(work.instance))),
        duty=named_duty(work, str(work.instance)),
        performed_on=done.text("performed_on"),
        performer=done.text("performer"),
        cost=stated.text("amount"),
        detail=stated.text("detail"),
        days=work.law.parameters.integer("performance.cost.days"),
        payment=stated_collection(work),
        remedies=stated_remedies(work),
    )


def performance_paper(work: Work, case_id: str, instance: str) -> Document | None:
    """Return the paper on which the performance rests whose cost a procedure collects: of that performance, where it can be told."""
    code, performance = origin(start_form(work, instance)), performed_by(work, instance)
    own = None if performance is None else own_paper(work, case_id, performance, code)
    return own or newest(work, case_id, code)


def stated_collection(work: Work) -> Collection:
    """Return where the cost is paid in."""
    payee = work.law.department.payee
    return Collection(bank=payee.bank, bank_address=payee.bank_address, account=payee.account)


def origin(done: FormData) -> str:
    """Return the code of the paper on which a performance rests."""
    return "D25-6" if done.flag("immediate") else "D25"


def named(paper: Document | None) -> Served:
    """Return a paper as another one names it."""
    return Served(name=paper.title if paper else "", number=(paper.number if paper else None) or "")
