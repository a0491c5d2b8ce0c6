"""Goods (涉案物品): taken on the spot under preservation or seizure, and what happens when the power over them runs out.

Source: 行政处罚法 Art. 56; 行政强制法 Art. 18, 22-25. domain.md §2.3, §2.4.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from engine.clock import SHANGHAI
from engine.commands import deadline as clock
from engine.commands.document import issue
from engine.commands.goods_paper import approval_of, compose_preservation, power_ends
from engine.commands.officer import check_two
from engine.commands.procedure import form_here, start_form
from engine.commands.seizure_paper import compose_seizure
from engine.commands.service import hand_over, takes_on_the_spot
from engine.commands.submission import submits
from engine.commands.surcharge_remedy import meet_order
from engine.errors import InvalidInputError, LawError
from engine.events.goods import GoodsDecidedOn, GoodsHeld, GoodsPowerEnded, GoodsTakenOver
from engine.model import Case, Evidence, Goods, ProcessState, Task
from engine.queries.goods import goods_of, held_of, numbers
from engine.rules.document import Document as Facts
from engine.rules.goods import BASES, check_open, check_power, check_seizable
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

PAPERS: Mapping[str, tuple[str, Callable[[Work, str, FormData, str, str], Facts]]] = {
    "preservation": ("D08", compose_preservation),
    "seizure": ("D09", compose_seizure),
}
"""The paper that is handed over on the spot, by measure, and who composes it."""


@submits("goods_record")
def check_record(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a list that the law does not bear: one officer, a time before the approval, photos that nobody handed in."""
    check_two(work, case)
    held_at, measure = moment(data), work.get(ProcessState, task.instance)
    if held_at > work.now:
        raise LawError("date_in_future", "清点时间不能晚于现在。", basis=BASES[measure.procedure], field="held_time")
    _check_approved(work, measure, held_at)
    _check_photos(work, case, data)
    _check_taken_over(work, case, measure.procedure, data)
    if measure.procedure == "seizure":
        _check_seizable(work, case, data, sealing=(measure.data or {}).get("kind") == "seal")


def moment(data: FormData) -> datetime:
    """Return when the things were taken."""
    return datetime.combine(data.day("held_on"), time.fromisoformat(data.text("held_time")), SHANGHAI)


def items(data: FormData) -> list[Mapping[str, Any]]:
    """Return the lines of the list."""
    return list(data.values.get("items") or ())  # type: ignore[arg-type]  # The form made them rows.


def _check_approved(work: Work, measure: ProcessState, held_at: datetime) -> None:
    """Refuse things taken before the head approved; an urgent seizure is reported afterwards. Source: 行政处罚法 Art. 56; 行政强制法 Art. 18."""
    approved = approval_of(work, measure)
    if approved is not None and held_at < approved[1].replace(second=0, microsecond=0):
        raise LawError("before_cause", "清点时间早于负责人批准的时间。", basis=BASES[measure.procedure], field="held_time")


def _check_photos(work: Work, case: Case, data: FormData) -> None:
    known = {name for piece in work.rows(Evidence, case_id=case.id) for name in (piece.id, str(piece.number))}
    for index, item in enumerate(items(data)):
        if set(item.get("photos") or ()) - known:
            raise InvalidInputError({f"items.{index}.photos": ["本案没有这份证据。"]})


def _check_taken_over(work: Work, case: Case, kind: str, data: FormData) -> None:
    """Refuse to take over what is not there, is disposed of, or is not under preservation."""
    things = held_of(work.connection, case.id)
    for number in numbers(data.values, "taken_over"):
        if number not in things or kind != "seizure" or things[number].kind != "preservation":
            raise InvalidInputError({"taken_over": ["只能选择本案先行登记保存的物品转为扣押。"]})
        check_open(things[number], "taken_over")
        check_power(things[number], work.today, "taken_over", ends=power_ends(work, "preservation"))


def _check_seizable(work: Work, case: Case, data: FormData, *, sealing: bool) -> None:
    """Refuse what cannot be seized or sealed at all, what the case holds already under the same name, and sealing without a seal.

    Source: 行政强制法 Art. 9, 23, 24.
    """
    seized = {thing.name for thing in goods_of(work.connection, case.id) if thing.kind == "seizure" and thing.disposal is None}
    for index, item in enumerate(items(data)):
        check_seizable(item["name"], item["use"], seized=item["seized"] is True or item["name"] in seized, sealing=sealing)
        if sealing and not item.get("seal"):
            raise InvalidInputError({f"items.{index}.seal": [f"查封“{item['name']}”，必须填写封条编号。"]})


@operation("goods.hold", inputs=("measure",))
def hold_goods(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Enter every thing into the ledger, start the clock of the power over them, and hand the paper with its list over."""
    del values
    kind, form, instance = inputs["measure"], form_here(work, case_id, "goods_record"), str(work.instance)
    if form is None:
        raise LawError("step_not_waiting", "没有现场清点记录。", basis=BASES[kind])
    check_two(work, work.case(case_id))
    _enter(work, case_id, kind, form)
    clock.start(work, case_id, kind, form.day("held_on"), cause="登记保存" if kind == "preservation" else "查封扣押", subject=instance)
    if kind == "seizure" and start_form(work).find("urgency") == "urgent":
        clock.start(work, case_id, "seizure.report", moment(form), cause="当场扣押", subject=instance)
    phoned = approval_of(work, work.get(ProcessState, instance)) if start_form(work).find("way") == "phone" else None
    # An earlier version of the procedure knows no term for the signature: nothing there would meet it.
    if phoned is not None and advance.knows(work, case_id, instance, "meet_supplement"):
        clock.start(work, case_id, "phone.approval", phoned[1], cause="电话批准", subject=instance)
    code, compose = PAPERS[kind]
    # Whoever did not sign for it gets it by service; the witness stands by the list alone.
    there = takes_on_the_spot(work, case_id, signed=form.text("presence") == "signed")
    document = issue(work, case_id, code, lambda number, token: compose(work, case_id, form, number, token), handed=there)
    if there:
        hand_over(work, case_id, document, form.day("held_on"))
    meet_order(work, case_id, code)
    return {}


def _enter(work: Work, case_id: str, kind: str, form: FormData) -> None:
    for thing in goods_of(work.connection, case_id):
        if thing.number in numbers(form.values, "taken_over"):
            fact = GoodsTakenOver(
                case=case_id, goods=thing.id, number=thing.number, name=thing.name, measure=str(work.instance), held_at=moment(form)
            )
            work.record(fact)
    last = max((thing.number for thing in goods_of(work.connection, case_id)), default=0)
    known = {name: piece.id for piece in work.rows(Evidence, case_id=case_id) for name in (piece.id, str(piece.number))}
    for number, item in enumerate(items(form), start=last + 1):
        work.record(
            GoodsHeld(
                case=case_id,
                goods=work.new_id(),
                number=number,
                measure=str(work.instance),
                kind=kind,
                name=item["name"],
                quantity=Decimal(item["quantity"]),
                unit=item["unit"],
                value=None if item["value"] is None else Decimal(item["value"]),
                marks=_marks(item),
                photos=tuple(known[name] for name in item["photos"] or ()),
                perishable=item["perishable"],
                held_at=moment(form),
                place=form.text("place"),
                keeper=form.text("keeper"),
                condition=form.find("condition"),
                seal=item.get("seal"),
            )
        )


def _marks(item: Mapping[str, Any]) -> str | None:
    """Return the marks by which a thing is known, its seals among them."""
    said = [word for word in (item["marks"], item.get("seal") and f"封条{item['seal']}") if word]
    return "；".join(said) or None


@operation("goods.expire", returns=("held",))
def expire_goods(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record for the auditors that things are still undecided on the last day; tell whether any, or the money for one sold, must go back now."""
    del inputs, values
    mine = work.rows(Goods, case_id=case_id, measure=work.instance, order="number")
    held = [thing for thing in mine if thing.disposal is None]
    owed = any(thing.disposal == "sold" and thing.proceeds_to is None for thing in mine)
    for thing in held:
        term = clock.find(work, case_id, thing.kind, thing.measure)
        last = work.today if term is None or term.due is None else term.due
        work.record(GoodsPowerEnded(case=case_id, goods=thing.id, number=thing.number, name=thing.name, kind=thing.kind, lapsed_on=last))
    return {"held": bool(held) or owed}


@operation("goods.release")
def release_goods(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """End a measure that the head did not approve afterwards or not in time, or that was annulled: everything goes back at once.

    Source: 行政强制法 Art. 19, 28; 行政复议法 Art. 64.
    """
    del inputs, values
    measure = str(work.instance)
    for thing in work.rows(Goods, case_id=case_id, measure=measure, order="number"):
        if thing.disposal is None and thing.intent != "return":
            work.record(GoodsDecidedOn(case=case_id, goods=thing.id, number=thing.number, name=thing.name, intent="return"))
        clock.meet(work, case_id, thing.kind, work.today, subject=measure)
    clock.meet(work, case_id, "seizure.report", work.today, subject=measure)
    phoned = clock.find(work, case_id, "phone.approval", measure)
    if phoned is not None and phoned.state == "running":
        clock.meet(work, case_id, "phone.approval", work.today, subject=measure)
    return {}


def subject_of(data: FormData, *, words: int = 20) -> str:
    """Return what an application is about, short enough to tell two apart."""
    first = data.text("facts").splitlines()[0]
    return first if len(first) <= words else f"{first[:words]}…"
