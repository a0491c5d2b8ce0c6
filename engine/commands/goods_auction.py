"""Auctions of seized goods for an unpaid fine (拍卖抵缴罚款): the price pays the fine, and the rest goes back to the party.

Source: 行政强制法 Art. 46(3), 48; 行政处罚法 Art. 72(1)(2), 74.
"""

from collections.abc import Mapping
from decimal import Decimal

from engine.clock import local_date
from engine.commands import deadline as clock
from engine.commands.composition import face
from engine.commands.document import issue
from engine.commands.enforcement import close_window
from engine.commands.execution_agreement import honour
from engine.commands.goods_handover import end_measures
from engine.commands.goods_paper import listed
from engine.commands.procedure import form_here, start_form, starts
from engine.commands.receipt import check_receipt
from engine.commands.settlement import leave_payment
from engine.commands.submission import submits
from engine.commands.surcharge import agreed_since
from engine.errors import InvalidInputError, LawError
from engine.events.goods import AuctionApplied, GoodsDisposed
from engine.events.payment import PaymentReceived
from engine.model import Case, Goods, Task
from engine.queries.goods import goods_of, held_of, numbers
from engine.queries.goods_auction import auctionable
from engine.queries.ledger import ledger_of
from engine.rules.document.disposal_record import DisposalRecord
from engine.rules.goods import check_open, check_power
from engine.rules.goods_auction import BASIS, Proceeds, check_receipts, proceeds
from engine.rules.ledger import Ledger
from engine.rules.money import format_yuan
from engine.rules.payment import Payment as Paid
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

FIELD = "auctioned"


@starts("goods_auction")
def apply_for_auction(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what is to be auctioned; refuses what 行政强制法 Art. 46(3) does not bear."""
    del instance
    things = _things(work, case, data)
    _check(work, case)
    return f"{things[0].name}{f'等{len(things)}项' if len(things) > 1 else ''}"


@submits("auction_record")
def record(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse an auction before it was approved or after the power ended, a voucher that was booked before, and a rest that nobody signed for."""
    things, day = _things(work, case, start_form(work, task.instance)), data.day("sold_on")
    if day < local_date(task.opened_at):
        raise LawError("before_cause", "成交日期早于负责人批准。", basis=BASIS, field="sold_on")
    if not things:
        raise InvalidInputError({"sold_on": ["没有可以拍卖的物品。"]})
    check_receipt(work, data.text("voucher"), "voucher")
    check_receipts(_parts(_check(work, case), data), data.find("rest_receipt"))


@operation("goods.auction")
def book_auction(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Book the price as a payment of the fine, end the things and what held them, and issue the record (D27)."""
    del inputs, values
    case, form, told = work.case(case_id), start_form(work), form_here(work, case_id, "auction_record")
    if told is None:
        raise LawError("step_not_waiting", "没有拍卖记录。", basis=BASIS)
    things, day, book = _things(work, case, form), told.day("sold_on"), _check(work, case)
    parts = _parts(book, told)
    for number, thing in enumerate(things):
        work.record(
            GoodsDisposed(
                case=case_id,
                goods=thing.id,
                number=thing.number,
                name=thing.name,
                disposal="auctioned",
                disposed_on=day,
                basis=told.text("document_no"),
                proceeds=None if number else parts.price,
                recipient=form.text("body"),
            )
        )
    settled = _apply(work, case, book, told, parts, things[0])
    issue(work, case_id, "D27", lambda number, token: _compose(work, case, form, told, parts, number, token))
    end_measures(work, case_id, {thing.measure for thing in things})
    honour(work, case)
    if settled:
        clock.meet(work, case_id, "payment", day)
        close_window(work, case_id, "罚没款已缴清")
        leave_payment(work, case_id)
    return {}


def _apply(work: Work, case: Case, book: Ledger, told: FormData, parts: Proceeds, thing: Goods) -> bool:
    """Book how the price was spent, the fine's part as a payment, and tell whether nothing is owed any more."""
    day = told.day("sold_on")
    work.record(
        AuctionApplied(
            case=case.id,
            goods=thing.id,
            price=parts.price,
            costs=parts.costs,
            applied=parts.applied,
            rest=parts.rest,
            applied_on=day,
            receipt_no=told.find("rest_receipt"),
        )
    )
    after = ledger_of(work.connection, case, max(day, book.on), Paid(day, parts.applied))
    settled = after is not None and after.is_even
    if parts.applied > 0:
        work.record(
            PaymentReceived(
                case=case.id,
                payment=work.new_id(),
                amount=parts.applied,
                paid_on=day,
                channel="auction",
                receipt_no=told.text("voucher"),
                settled=settled,
            )
        )
    return settled


def _check(work: Work, case: Case) -> Ledger:
    """Return the account; refuses while a remedy, a demand or an agreement lasts, and where nothing of the fine is owed."""
    book = auctionable(work.connection, case, work.today)
    if agreed_since(work, case.id) is not None:
        raise LawError("no_basis", "执行协议正在履行，不能拍卖抵缴罚款。", basis="行政强制法 42")
    return book


def _things(work: Work, case: Case, form: FormData) -> list[Goods]:
    """Return the things that a form names; refuses what is not seized, is disposed of, or is no longer in the agency's power."""
    known, held = {thing.number: thing for thing in goods_of(work.connection, case.id)}, held_of(work.connection, case.id)
    found = []
    for number in numbers(form.values, FIELD):
        if number not in known or known[number].kind != "seizure":
            raise InvalidInputError({FIELD: ["只能选择本案扣押的物品。"]})
        check_open(held[number], FIELD)
        check_power(held[number], work.today, FIELD, ends=True)
        if held[number].intent == "return":
            name = known[number].name
            raise LawError("already_disposed", f"物品{number}“{name}”已决定返还，不能拍卖。", basis="行政强制法 28", field=FIELD)
        found.append(known[number])
    return found


def _parts(book: Ledger, told: FormData) -> Proceeds:
    return proceeds(Decimal(told.text("price")), Decimal(told.text("costs")), book.principal)


def _compose(work: Work, case: Case, form: FormData, told: FormData, parts: Proceeds, number: str, token: str) -> DisposalRecord:
    named, day = set(numbers(form.values, FIELD)), told.day("sold_on")
    approved = work.rows(Task, instance=work.instance, form="approval", state="done", order="done_at")
    said = [f"{day.year}年{day.month}月{day.day}日由{form.text('body')}拍卖成交，成交确认书{told.text('document_no')}"]
    said.append(f"成交价{format_yuan(parts.price)}，拍卖费用{format_yuan(parts.costs)}")
    said.append(f"抵缴罚款{format_yuan(parts.applied)}，缴库凭证{told.text('voucher')}")
    if parts.rest:
        said.append(f"余款{format_yuan(parts.rest)}退还当事人，凭证{told.text('rest_receipt')}")
    return DisposalRecord(
        **face(work, case, number, token),
        cause=case.cause_title,
        items=tuple(listed(thing, "拍卖抵缴罚款") for thing in goods_of(work.connection, case.id) if thing.number in named),
        reason=form.text("reason"),
        carried_out="；".join(said) + "。",
        proposed_by=work.signature,
        approved_by=(approved[-1].done_name or "") if approved else "",
    )
