"""Unclaimed goods (无人领取的物品): what must go back and nobody takes back is announced, then sold or destroyed, and the money kept or paid in.

The measure waits for its owner all the while: whoever comes in time takes the things back as ever, and the notice ends.
Source: domain.md §1.2 R55; the city's rule on unclaimed things; 民法典 Art. 574(2).
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from engine.clock import local_date
from engine.commands import deadline as clock
from engine.commands.announcement import announced_party
from engine.commands.composition import face
from engine.commands.document import issue
from engine.commands.goods_claim import FIELD, MONEY, NOTICE, left_of, notices
from engine.commands.goods_handover import CONFISCATED_GOODS, end_measures, end_returns
from engine.commands.goods_paper import listed, stated_article
from engine.commands.procedure import form_here, start_form, starts
from engine.commands.submission import submits
from engine.errors import InvalidInputError, LawError
from engine.events.goods import ConfiscatedDisposed, GoodsDisposed, ProceedsPaid
from engine.model import Case, Goods, ProcessState, Task
from engine.queries.goods import awaiting_return, goods_of, numbers, owed
from engine.rules.document.disposal_record import DisposalRecord
from engine.rules.document.goods import GoodsItem
from engine.rules.document.goods_announcement import GoodsAnnouncement
from engine.rules.money import format_yuan
from engine.rules.unclaimed import BASIS, KEPT, TREASURY, check_asked, check_notice_over, check_outcome
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

WORDS: Mapping[str, str] = {"sold": "拍卖、变卖", "destroyed": "销毁"}


@starts("unclaimed_goods")
def announce(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what is announced; refuses what does not wait for its owner, what is announced already, and an owner who was not asked."""
    things = {thing.number: thing for thing in awaiting_return(work.connection, case.id)}
    named = numbers(data.values, FIELD)
    if set(named) - things.keys():
        raise InvalidInputError({FIELD: ["只能选择已经决定返还或者期满应当返还、还没有领取的物品。"]})
    if set(named) & _announced(work, case.id, instance):
        raise LawError("already_disposed", "选择的物品已经在公告领取。", basis=BASIS, field=FIELD)
    check_asked(data.day("asked_on"), max((local_date(since) for number in named for since in _free_since(work, things[number])), default=None))
    first = things[named[0]]
    return f"{first.name}{f'等{len(named)}项' if len(named) > 1 else ''}"


@operation("goods.announce")
def announce_goods(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the notice and start its term."""
    del inputs, values
    form = start_form(work)
    clock.start(work, case_id, NOTICE, work.today, cause="公告领取物品", subject=work.instance)
    issue(work, case_id, "D27-2", lambda number, token: _notice(work, case_id, form, number, token))
    return {}


@submits("unclaimed_record")
def record(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a disposal before the notice ran out, one of things that were all taken back, and money without its voucher."""
    form = start_form(work, task.instance)
    term = clock.find(work, case.id, NOTICE, task.instance)
    check_notice_over(None if term is None else term.due, data.day("done_on"))
    if any(not owed(thing) for thing in left_of(work, case.id, form)):
        check_outcome(form.text("way"), _money(data), data.find("voucher"))
    elif data.find("proceeds"):
        raise InvalidInputError({"proceeds": ["物品已经变卖，只处理原来的变卖款，不要再填得款。"]})


@operation("goods.settle", returns=("kept",))
def settle(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """End every thing that is left as it was approved, put the money where the city wants it, issue the record, and end what held them."""
    del inputs, values
    form, told = start_form(work), form_here(work, case_id, "unclaimed_record")
    if told is None:
        raise LawError("step_not_waiting", "没有处置记录。", basis=BASIS)
    things, day, proceeds = left_of(work, case_id, form), told.day("done_on"), _money(told)
    to, kept = work.law.parameters.text("goods.unclaimed.money"), False
    for thing in things:
        amount = thing.proceeds
        if not owed(thing):
            sold, amount, proceeds = form.text("way") == "sold", proceeds, None
            work.record(_ended(case_id, thing, form, told, amount if sold else None, to))
            if not sold:
                continue
        if amount is not None:
            kept = kept or to == KEPT
        if thing.disposal != "confiscated":
            work.record(_paid(case_id, thing, amount, to, day))
    issue(work, case_id, "D27", lambda number, token: _record(work, case_id, form, told, things, number, token))
    end_measures(work, case_id, {thing.measure for thing in things})
    end_returns(work, case_id)
    if kept:
        clock.start(work, case_id, MONEY, day, cause="变卖款存入专户", subject=work.instance)
    return {"kept": kept}


@submits("kept_money")
def check_paid(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a payment before the money was there, and one of a day to come."""
    del case
    told = work.rows(Task, instance=task.instance, form="unclaimed_record", state="done", order="done_at")[-1]
    if data.day("paid_on") < date.fromisoformat(str((told.data or {})["done_on"])):
        raise LawError("before_cause", "支付日期早于变卖。", basis=BASIS, field="paid_on")


@operation("goods.pay_kept", inputs=("to",))
def pay_kept(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record that the money that was kept went to the party, or, after its term, to the treasury."""
    del values
    named, form = set(numbers(start_form(work).values, FIELD)), form_here(work, case_id, "kept_money")
    day = work.today if inputs["to"] == TREASURY or form is None else form.day("paid_on")
    for thing in goods_of(work.connection, case_id):
        if thing.number in named and thing.proceeds_to == KEPT:
            work.record(_paid(case_id, thing, thing.proceeds, inputs["to"], day))
    if inputs["to"] != TREASURY:
        clock.meet(work, case_id, MONEY, day, subject=work.instance)
    return {}


def _announced(work: Work, case_id: str, instance: str) -> set[int]:
    return {number for row in notices(work, case_id) if row.id != instance for number in numbers(row.data or {}, FIELD)}


def _free_since(work: Work, thing: Goods) -> list[datetime]:
    """Return since when a thing waits for its owner: its return waits, its measure ended, or it was decided that it is not confiscated any more."""
    if thing.disposal == "confiscated":
        rows = work.rows(ProcessState, case_id=thing.case_id, procedure=CONFISCATED_GOODS)
        return [
            row.started_at for row in rows if (row.data or {}).get("way") == "returned" and thing.number in numbers(row.data or {}, CONFISCATED_GOODS)
        ]
    ended = work.get(ProcessState, thing.measure).ended_at
    waiting = [task.opened_at for task in work.rows(Task, instance=thing.measure, form="goods_return", state="waiting")]
    return waiting if ended is None else [ended]


def _money(data: FormData) -> Decimal | None:
    return Decimal(data.text("proceeds")) if data.find("proceeds") else None


def _ended(case_id: str, thing: Goods, form: FormData, told: FormData, proceeds: Decimal | None, to: str) -> GoodsDisposed | ConfiscatedDisposed:
    """Return the fact that a thing ended; one whose confiscation fell had its disposal before, and ends for good."""
    if thing.disposal == "confiscated":
        return ConfiscatedDisposed(
            case=case_id,
            goods=thing.id,
            number=thing.number,
            name=thing.name,
            way=form.text("way"),
            done_on=told.day("done_on"),
            document_no=told.text("document_no"),
            proceeds=proceeds,
            voucher=told.find("voucher"),
            recipient=form.text("body"),
            paid_to=to,
        )
    return GoodsDisposed(
        case=case_id,
        goods=thing.id,
        number=thing.number,
        name=thing.name,
        disposal=form.text("way"),
        disposed_on=told.day("done_on"),
        basis=told.text("document_no"),
        proceeds=proceeds,
        recipient=form.text("body"),
    )


def _paid(case_id: str, thing: Goods, amount: Decimal | None, to: str, day: date) -> ProceedsPaid:
    return ProceedsPaid(case=case_id, goods=thing.id, number=thing.number, name=thing.name, amount=amount or Decimal(0), paid_to=to, paid_on=day)


def _items(things: list[Goods], outcome: str | None) -> tuple[GoodsItem, ...]:
    return tuple(listed(thing, _waiting(thing) if outcome is None else outcome) for thing in things)


def _waiting(thing: Goods) -> str:
    """Return what the owner may take: the thing itself, or the money where it was sold early."""
    return f"已变卖，可领取变卖款{format_yuan(thing.proceeds or Decimal(0))}" if owed(thing) else "待领取"


def _notice(work: Work, case_id: str, form: FormData, number: str, token: str) -> GoodsAnnouncement:
    case, term = work.case(case_id), clock.find(work, case_id, NOTICE, work.instance)
    return GoodsAnnouncement(
        **face(work, case, number, token, announced_party(work, case_id)),
        items=_items(left_of(work, case_id, form), None),
        medium=form.text("medium"),
        place=form.text("place"),
        days=work.law.parameters.integer("goods.unclaimed.days"),
        until=term.due.isoformat() if term is not None and term.due else "",
        way=WORDS[form.text("way")],
        basis=(stated_article(work, BASIS),),
    )


def _record(work: Work, case_id: str, form: FormData, told: FormData, things: list[Goods], number: str, token: str) -> DisposalRecord:
    case, day = work.case(case_id), told.day("done_on")
    approved = work.rows(Task, instance=work.instance, form="approval", state="done", order="done_at")
    money = _money(told) or sum((thing.proceeds for thing in things if thing.proceeds is not None), Decimal(0))
    where = "上缴国库" if work.law.parameters.text("goods.unclaimed.money") == TREASURY else "存入专户，为当事人保管"
    said = [f"公告期满无人认领，{day.year}年{day.month}月{day.day}日由{form.text('body')}{WORDS[form.text('way')]}"]
    voucher = f"，凭证{told.text('voucher')}" if told.find("voucher") else ""
    said.append(f"凭证{told.text('document_no')}，监督人、见证人：{told.text('witness')}")
    if money:
        said.append(f"得款{format_yuan(money)}{where}{voucher}")
    return DisposalRecord(
        **face(work, case, number, token),
        cause=case.cause_title,
        items=_items(things, f"无人认领，{WORDS[form.text('way')]}"),
        reason=form.text("reason"),
        carried_out="；".join(said) + "。",
        proposed_by=work.signature,
        approved_by=(approved[-1].done_name or "") if approved else "",
    )
