"""Disposal of confiscated goods (处置罚没物品): auctioned, destroyed, handed over, or back where the decision fell; each thing once.

Source: 行政处罚法 Art. 74; domain.md §2.14, R54, I7.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from engine.commands.composition import face
from engine.commands.document import issue
from engine.commands.goods_claim import end_claimed
from engine.commands.goods_paper import listed
from engine.commands.procedure import begin, form_here, start_form, starts
from engine.commands.submission import submits
from engine.errors import InvalidInputError, LawError
from engine.events.goods import FINALS, ConfiscatedDisposed, GoodsDecidedOn
from engine.model import Case, Goods, Task
from engine.queries.goods import goods_of, numbers
from engine.rules.confiscated import BASIS, check_proceeds, check_way
from engine.rules.document.disposal_record import DisposalRecord
from engine.rules.money import format_yuan
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

FIELD = "confiscated_goods"


@starts("confiscated_goods")
def propose(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what is to be done with how many things; refuses things that are not confiscated or ended already."""
    del instance
    things = _things(work, case, data)
    _check_way(case, data, things)
    return f"{FINALS[data.text('way')]}{things[0].name}{f'等{len(things)}项' if len(things) > 1 else ''}"


@submits("confiscated_record")
def record(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse money that did not reach the treasury, and a day before the things were confiscated."""
    form = start_form(work, task.instance)
    check_proceeds(form.text("way"), _money(data), data.find("voucher"))
    taken = [thing.disposed_on for thing in _things(work, case, form) if thing.disposed_on is not None]
    if taken and data.day("done_on") < max(taken):
        raise LawError("before_cause", "处置日期早于没收。", basis=BASIS, field="done_on")


@operation("goods.finish")
def finish(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record how each thing ended, the money of an auction once for all of them, and issue the record (D27).

    Nothing is recorded where one of them ended otherwise, in a case on an earlier process without an end for that; what is left begins anew.
    """
    del inputs, values
    case, form, told = work.case(case_id), start_form(work), form_here(work, case_id, "confiscated_record")
    named = set(numbers(form.values, FIELD))
    if told is None and any(thing.final is not None for thing in goods_of(work.connection, case_id) if thing.number in named):
        return {}
    if told is None:
        raise LawError("step_not_waiting", "没有处置记录。", basis=BASIS)
    things, proceeds = _things(work, case, form), _money(told)
    _check_way(case, form, things)
    for number, thing in enumerate(things):
        work.record(
            ConfiscatedDisposed(
                case=case_id,
                goods=thing.id,
                number=thing.number,
                name=thing.name,
                way=form.text("way"),
                done_on=told.day("done_on"),
                document_no=told.text("document_no"),
                proceeds=None if number else proceeds,
                voucher=told.find("voucher"),
                recipient=told.text("witness") if form.text("way") == "returned" else form.find("body"),
            )
        )
    issue(work, case_id, "D27", lambda number, token: _compose(work, case, form, told, number, token))
    end_claimed(work, case_id)
    return {}


def goods_left(work: Work, case_id: str) -> bool:
    """Tell whether something is still held, or lies confiscated in the store (I7)."""
    return any(thing.disposal is None or (thing.disposal == "confiscated" and thing.final is None) for thing in goods_of(work.connection, case_id))


def check_finished(work: Work, case_id: str) -> None:
    """Refuse to close or archive a case while a confiscated thing lies in the store: it ends by auction, destruction or hand-over (I7)."""
    left = [thing for thing in goods_of(work.connection, case_id) if thing.disposal == "confiscated" and thing.final is None]
    if left:
        listed = "、".join(f"{thing.number}“{thing.name}”" for thing in left[:5])
        raise LawError("goods_held", f"没收的物品{listed}还没有处置：先启动“处置罚没物品”。", basis=BASIS)


def restore(work: Work, case: Case, named: Sequence[int], reason: str) -> None:
    """Let things that the decision does not confiscate any more go back: the head approves it, and the volume waits for it.

    Source: 行政复议法 Art. 63, 64, 78; 行政诉讼法 Art. 70, 77.
    """
    for thing in goods_of(work.connection, case.id):
        if thing.number in named and thing.intent != "return":
            work.record(GoodsDecidedOn(case=case.id, goods=thing.id, number=thing.number, name=thing.name, intent="return"))
    if named:
        begin(work, case.id, FIELD, {FIELD: [str(number) for number in named], "way": "returned", "reason": reason})


def left_in_store(work: Work, case_id: str) -> list[int]:
    """Return the numbers of the confiscated things that have not come to their end."""
    return [thing.number for thing in goods_of(work.connection, case_id) if thing.disposal == "confiscated" and thing.final is None]


def _check_way(case: Case, form: FormData, things: Sequence[Goods]) -> None:
    for thing in things:
        check_way(form.text("way"), free=case.outcome == "revoked" or thing.intent == "return")


def _things(work: Work, case: Case, form: FormData) -> list[Goods]:
    """Return the things that a form names; refuses one that is not confiscated, and one that ended already."""
    known = {thing.number: thing for thing in goods_of(work.connection, case.id)}
    found = []
    for number in numbers(form.values, FIELD):
        thing = known.get(number)
        if thing is None or thing.disposal != "confiscated":
            raise InvalidInputError({FIELD: ["只能选择处罚决定没收的物品。"]})
        if thing.final is not None:
            raise LawError("already_disposed", f"物品{thing.number}“{thing.name}”已经{FINALS[thing.final]}，不能再处置。", basis=BASIS, field=FIELD)
        found.append(thing)
    return found


def _money(data: FormData) -> Decimal | None:
    return Decimal(data.text("proceeds")) if data.find("proceeds") else None


def _compose(work: Work, case: Case, form: FormData, told: FormData, number: str, token: str) -> DisposalRecord:
    named = set(numbers(form.values, FIELD))
    approved = work.rows(Task, instance=work.instance, form="approval", state="done", order="done_at")
    done = work.rows(Task, instance=work.instance, form="confiscated_record", state="done", order="done_at")
    return DisposalRecord(
        **face(work, case, number, token),
        cause=case.cause_title,
        items=tuple(
            listed(thing, f"没收（{thing.basis}），{FINALS[form.text('way')]}" if thing.basis else f"没收，{FINALS[form.text('way')]}")
            for thing in goods_of(work.connection, case.id)
            if thing.number in named
        ),
        reason=form.text("reason"),
        carried_out=_carried_out(form, told),
        proposed_by=(done[-1].done_name or "") if done else work.signature,
        approved_by=(approved[-1].done_name or "") if approved else "",
    )


def _carried_out(form: FormData, told: FormData) -> str:
    """Return in words how it was done: when, by whom, on which rule, who saw it, and where the money went."""
    day = date.fromisoformat(told.text("done_on")) if told.find("done_on") else told.day("done_on")
    said = [f"{day.year}年{day.month}月{day.day}日{FINALS[form.text('way')]}"]
    if form.find("rule"):
        said.append(f"依据{form.text('rule')}")
    if form.find("body"):
        said.append(f"承办单位：{form.text('body')}")
    said.append(f"凭证{told.text('document_no')}，监销人、见证人或者接收人：{told.text('witness')}")
    if told.find("proceeds"):
        said.append(f"得款{format_yuan(Decimal(told.text('proceeds')))}全部上缴国库，缴库凭证{told.text('voucher')}")
    return "；".join(said) + "。"
