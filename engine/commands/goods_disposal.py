"""Disposal of goods (物品处理): every thing that was taken ends once, by decision, return, or with the case. Source: domain.md §2.15 I7."""

from collections.abc import Callable, Iterator, Mapping

from engine.commands import deadline as clock
from engine.commands.document import issue, newest
from engine.commands.goods_claim import end_claimed
from engine.commands.goods_paper import TAKEN_AWAY, compose_outcome, compose_record, power_ends
from engine.commands.procedure import form_here
from engine.commands.seizure_paper import compose_release
from engine.commands.submission import submits
from engine.commands.surcharge_remedy import meet_order
from engine.errors import InvalidInputError, LawError
from engine.events.goods import GoodsDecidedOn, GoodsDisposed, ProceedsPaid
from engine.model import Case, Goods, Task
from engine.queries.discretion import reported
from engine.queries.goods import goods_of, held_of, numbers
from engine.rules.document import Document
from engine.rules.goods import BASES, WAYS, Held, check_confiscable, check_open, check_power, undecided
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

OUTCOMES: Mapping[str, Callable[[Work, str, str, str, str], Document]] = {"D08R": compose_outcome, "D09R": compose_release}
"""Who composes the paper that says what becomes of the things."""

CONFISCATED = "held_goods"
"""The field of a report that names the things to be confiscated."""


@submits("goods_disposal")
def propose_disposal(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a proposal that the law does not bear, or that leaves a thing out."""
    check_proposal(work, case, task.instance, data)


def check_proposal(work: Work, case: Case, measure: str, data: FormData) -> None:
    """Refuse what a disposal may not do: end a thing twice or after the power ended, confiscate without a decision, leave one out."""
    mine = {thing.number for thing in work.rows(Goods, case_id=case.id, measure=measure)}
    things = {number: thing for number, thing in held_of(work.connection, case.id).items() if number in mine}
    named: list[int] = []
    for way, number in _chosen(data):
        if number not in things:
            raise InvalidInputError({way: ["这里没有这个编号的物品。"]})
        named.append(number)
        _check_way(work, case, way, things[number], data)
    _check_term(work, data)
    if left := undecided(list(things.values()), named):
        raise InvalidInputError({"returned": [f"物品{'、'.join(str(thing.number) for thing in left)}还没有选择处理。"]})


def _check_term(work: Work, data: FormData) -> None:
    """Refuse a longer appraisal of what is preserved than the city allows: the law knows no second seven days. Source: 行政处罚法 Art. 56."""
    longest = work.law.parameters.integer("preservation.appraisal.days")
    if numbers(data.values, "appraised") and int(data.text("appraisal_days")) > longest:
        raise InvalidInputError({"appraisal_days": [f"送检的期限最长{longest}个工作日。"]})


def _check_way(work: Work, case: Case, way: str, thing: Held, data: FormData) -> None:
    if way == "confiscated" and thing.disposal == "confiscated":
        return
    check_open(thing, way)
    if way == "returned":
        return
    check_power(thing, work.today, way, ends=power_ends(work, thing.kind))
    basis = BASES[thing.kind]
    if way == "confiscated":
        message = f"没收须由行政处罚决定作出，处罚决定没有没收物品{thing.number}“{thing.name}”。"
        raise LawError("no_basis", message, basis="行政处罚法 9、59", field=way)
    if way == "appraised" and thing.kind != "preservation":
        raise LawError("no_basis", "扣押物品的检测、鉴定，在扣押期间办理。", basis="行政强制法 25③", field=way)
    if way == "appraised" and thing.intent == "appraise":
        message = f"物品{thing.number}“{thing.name}”已经送检一次：结果出来或者期限届满，应当返还、没收、移送或者转为扣押。"
        raise LawError("no_basis", message, basis=basis, field=way)
    if way == "transferred" and not data.flag("dangerous") and case.state != "transferred":
        raise LawError("no_basis", "案件没有移送，只有危险物品可以移交应急处置。", basis=basis, field=way)


def _chosen(data: FormData) -> Iterator[tuple[str, int]]:
    for way in WAYS:
        yield from ((way, number) for number in numbers(data.values, way))


@operation("goods.decide", inputs=("paper",), returns=("returning", "appraising"))
def decide_goods(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Decide on every thing as proposed, end the term, and issue the notice of what becomes of them.

    What is appraised stays in the agency's power for the term that was decided, and no longer (行政处罚法 Art. 56).
    """
    del values
    case, measure, form = work.case(case_id), str(work.instance), form_here(work, case_id, "goods_disposal")
    if form is None:
        raise LawError("step_not_waiting", "没有物品处理意见。")
    check_proposal(work, case, measure, form)
    things = {thing.number: thing for thing in work.rows(Goods, case_id=case_id, measure=measure)}
    for way, number in _chosen(form):
        _carry_out(work, case_id, way, things[number], form)
    for kind in {thing.kind for thing in things.values()}:
        clock.meet(work, case_id, kind, work.today, subject=measure)
    if numbers(form.values, "appraised"):
        length = int(form.text("appraisal_days"))
        clock.start(work, case_id, "preservation", work.today, cause="送交检测、鉴定", length=length, subject=measure)
    compose = OUTCOMES[inputs["paper"]]
    if any(measure in {thing.origin, thing.measure} for thing in goods_of(work.connection, case_id)):
        issue(work, case_id, inputs["paper"], lambda number, token: compose(work, case_id, form.text("reason"), number, token))
        meet_order(work, case_id, inputs["paper"])
    if any(thing.disposal in TAKEN_AWAY for thing in work.rows(Goods, case_id=case_id, measure=measure)):
        issue(work, case_id, "D27", lambda number, token: compose_record(work, case_id, form.text("reason"), number, token))
    intents = {thing.intent for thing in work.rows(Goods, case_id=case_id, measure=measure)}
    return {"returning": "return" in intents or bool(unpaid(work, case_id, measure)), "appraising": "appraise" in intents}


def _carry_out(work: Work, case_id: str, way: str, thing: Goods, form: FormData) -> None:
    intent = {"returned": "return", "appraised": "appraise"}.get(way)
    if intent is not None:
        work.record(GoodsDecidedOn(case=case_id, goods=thing.id, number=thing.number, name=thing.name, intent=intent))
    elif way == "destroyed":
        work.record(ended(work, case_id, thing, "destroyed", basis=form.find("destroy_basis")))
    elif way == "transferred":
        work.record(ended(work, case_id, thing, "transferred", recipient=form.find("recipient")))


@submits("goods_return")
def check_return(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a return dated before the things were taken."""
    taken = [thing.held_at for thing in work.rows(Goods, case_id=case.id, measure=task.instance)]
    if taken and data.day("returned_on") < max(taken).date():
        raise LawError("before_cause", "返还日期早于采取措施的日期。", field="returned_on")


@operation("goods.give_back", options=("paper",))
def give_goods_back(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Return what was decided to go back, and the money for what was sold; with `paper`, issue the notice that the power ended first."""
    del values
    measure, form = str(work.instance), form_here(work, case_id, "goods_return")
    if form is None:
        raise LawError("step_not_waiting", "没有返还记录。")
    if "paper" in inputs:
        lapsed = any(thing.lapsed_on for thing in work.rows(Goods, case_id=case_id, measure=measure))
        reason = f"{'法定期限届满，没有作出其他处理决定' if lapsed else '负责人没有补批'}，予以解除并返还。"
        compose = OUTCOMES[inputs["paper"]]
        issue(work, case_id, inputs["paper"], lambda number, token: compose(work, case_id, reason, number, token))
        meet_order(work, case_id, inputs["paper"])
    day, recipient = form.day("returned_on"), form.find("recipient")
    for thing in work.rows(Goods, case_id=case_id, measure=measure, order="number"):
        if thing.disposal is None and thing.intent == "return":
            fact = GoodsDisposed(
                case=case_id,
                goods=thing.id,
                number=thing.number,
                name=thing.name,
                disposal="returned",
                disposed_on=day,
                basis=form.find("receipt_no"),
                recipient=recipient,
            )
            work.record(fact)
    for thing in unpaid(work, case_id, measure):
        work.record(paid(work, case_id, thing, "party"))
    end_claimed(work, case_id)
    return {}


def check_confiscation(work: Work, case: Case, report: Mapping[str, object], field: str = CONFISCATED) -> None:
    """Refuse a report or a decision that confiscates things which are not there, gone, promised back, or no longer in the agency's power."""
    things = held_of(work.connection, case.id)
    for number in numbers(report, CONFISCATED):
        if number not in things:
            raise InvalidInputError({CONFISCATED: ["本案没有这个编号的物品。"]})
        check_confiscable(things[number], work.today, field, ends=power_ends(work, things[number].kind))


def confiscate(work: Work, case_id: str) -> None:
    """Let the penalty decision end the things that it confiscates, and send the money for those sold to the treasury (行政处罚法 Art. 74)."""
    paper, named = newest(work, case_id, "D19"), numbers(reported(work.connection, case_id), CONFISCATED)
    for thing in goods_of(work.connection, case_id):
        if thing.number in named and thing.disposal == "sold":
            work.record(paid(work, case_id, thing, "treasury"))
        elif thing.number in named:
            work.record(ended(work, case_id, thing, "confiscated", basis=paper.number if paper else None))


def check_ended(work: Work, case_id: str) -> None:
    """Refuse to close a case while a thing is undisposed, or the money for one lies with the agency (I7)."""
    left = [
        thing for thing in goods_of(work.connection, case_id) if thing.disposal is None or (thing.disposal == "sold" and thing.proceeds_to is None)
    ]
    if left:
        listed = "、".join(f"{thing.number}“{thing.name}”" for thing in left[:5])
        raise LawError("goods_held", f"物品{listed}尚未处理完毕，不能结案。", basis="行政处罚法 56、74")


def ended(work: Work, case_id: str, thing: Goods, disposal: str, *, basis: str | None = None, recipient: str | None = None) -> GoodsDisposed:
    """Return the fact that a thing came to its one end today."""
    return GoodsDisposed(
        case=case_id,
        goods=thing.id,
        number=thing.number,
        name=thing.name,
        disposal=disposal,
        disposed_on=work.today,
        basis=basis,
        recipient=recipient,
    )


def unpaid(work: Work, case_id: str, measure: str) -> list[Goods]:
    """Return the things of a measure that were sold early and whose money still lies with the agency."""
    found = work.rows(Goods, case_id=case_id, measure=measure, order="number")
    return [thing for thing in found if thing.disposal == "sold" and thing.proceeds_to is None]


def paid(work: Work, case_id: str, thing: Goods, paid_to: str) -> ProceedsPaid:
    """Return the fact that the money for a thing that was sold early went where the thing would have gone."""
    return ProceedsPaid(
        case=case_id,
        goods=thing.id,
        number=thing.number,
        name=thing.name,
        amount=thing.proceeds or thing.quantity * 0,
        paid_to=paid_to,
        paid_on=work.today,
    )
