"""Goods (涉案物品) in words: how a thing stands now, and which things a form may name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engine.events.goods import DISPOSALS, FINALS, INTENTS, KINDS, PROCEEDS
from engine.model import Goods
from engine.queries.case_file import CaseFileView
from engine.queries.clock import ClockReading
from engine.queries.goods import is_free, owed, to_return
from engine.rules.goods import phrase
from forms import FormDescription
from web import render

NOTHING: Mapping[str, str] = {
    "unclaimed": "没有可以公告领取的物品：应当返还的物品都已经领取，或者已经在公告领取。",
    "auctioned": "没有可以拍卖的物品：只有还在扣押期限内、没有处理的物品可以拍卖抵缴罚款。",
    "confiscated_goods": "没有可以处置的物品：处罚决定没收的物品都已经处置。",
}
"""Why a form that must name things cannot: there are none."""


SALES: Mapping[str, str] = {"confiscated_record": "auctioned", "unclaimed_record": "sold"}
"""The way in which things are sold, by the form that records what became of them."""

MONEY = frozenset({"proceeds", "voucher"})
"""The fields for what a sale brought in."""

RECORDED: Mapping[str, Mapping[str, str]] = {
    "auctioned": {"document_no": "成交确认书编号", "witness": "见证人"},
    "destroyed": {"document_no": "销毁记录编号", "witness": "监销人"},
    "handed_over": {"document_no": "移交清单编号", "witness": "接收人"},
    "returned": {"document_no": "收据编号", "witness": "接收人"},
    "sold": {"document_no": "成交确认书或者收购单编号"},
}
"""What the paper and the other person of a record are called, by what became of the things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A thing on the page of its case; `clock` is that of the power over it while it runs, `photos` are numbers of evidence."""

    thing: Goods
    name: str
    standing: str
    clock: ClockReading | None
    photos: tuple[int, ...]


def named(thing: Goods) -> str:
    """Return a thing with its number and quantity."""
    return f"{thing.number} {phrase(thing.name, thing.quantity, thing.unit)}"


def standing(thing: Goods, *, sealed: bool = False) -> str:
    """Return how a thing stands: what became of it, what is still to be done, or under which measure it is held; `sealed`: where it is.

    A thing that went along with a case says to whom, and under which receipt.
    """
    if thing.disposal == "sold" and thing.proceeds is not None:
        to = f"，{PROCEEDS[thing.proceeds_to]}" if thing.proceeds_to else "，款未处理"
        return f"已变卖，得款{render.yuan(thing.proceeds)}{to}"
    if thing.disposal == "confiscated":
        money = f"，得款{render.yuan(thing.proceeds)}{PROCEEDS[thing.proceeds_to or 'treasury']}" if thing.proceeds is not None else ""
        waiting = "不再没收，待返还" if thing.intent == "return" else "已没收，待处置"
        taken = "不再没收，无人认领" if thing.intent == "return" and thing.final != "returned" else "已没收"
        return f"{taken}，{FINALS[thing.final]}{money}" if thing.final else waiting
    if thing.disposal is not None:
        to = f"{thing.recipient or ''}{f'（{thing.basis}）' if thing.basis else ''}" if thing.disposal == "transferred" else ""
        return f"已{DISPOSALS[thing.disposal]}{to}"
    if thing.lapsed_on is not None:
        return "期满，待返还"
    return INTENTS[thing.intent] if thing.intent else "查封中" if sealed else f"{KINDS[thing.kind]}中"


def lines(file: CaseFileView) -> tuple[Line, ...]:
    """Return the things of a case as its page lists them."""
    sealed = _sealings(file)
    return tuple(
        Line(
            thing=thing,
            name=named(thing),
            standing=standing(thing, sealed=thing.measure in sealed),
            clock=_clock_of(thing, file),
            photos=tuple(piece.number for piece in file.evidence if piece.id in thing.photos),
        )
        for thing in file.goods
    )


def _sealings(file: CaseFileView) -> frozenset[str]:
    """Return the procedures that seal things where they are; others take them away (行政强制法 Art. 9)."""
    return frozenset(item.id for item in file.procedures if item.form == "seizure" and (item.data or {}).get("kind") == "seal")


def _clock_of(thing: Goods, file: CaseFileView) -> ClockReading | None:
    mine = [clock for clock in file.clocks if (clock.subject, clock.key) == (thing.measure, thing.kind)]
    return next((clock for clock in mine if thing.disposal is None and clock.state in {"running", "suspended", "expired"}), None)


def options(form: FormDescription, file: CaseFileView, instance: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the things that each field of a form may name: those of its procedure, of a report those of the whole case."""
    sealed = _sealings(file)

    def said(thing: Goods) -> tuple[str, str]:
        return str(thing.number), f"{named(thing)}（{standing(thing, sealed=thing.measure in sealed)}）"

    return {item.name: [said(thing) for thing in _possible(item.name, file, instance)] for item in form.fields if item.widget == "goods"}


def of_measure(form: FormDescription, file: CaseFileView, instance: str) -> FormDescription:
    """Return the form of a disposal without what only evidence under preservation can be sent to; every other form as it is.

    Source: 行政处罚法 Art. 56; things that are sealed or seized are appraised while they are held (行政强制法 Art. 25(3)).
    """
    if form.key != "goods_disposal" or any(thing.kind == "preservation" and thing.measure == instance for thing in file.goods):
        return form
    return replace(form, fields=tuple(item for item in form.fields if item.name not in {"appraised", "appraisal_days"}))


def of_way(form: FormDescription, file: CaseFileView, instance: str) -> FormDescription:
    """Return the form of a record of what became of things as the way that was approved asks for it: money only where they were sold.

    Source: 行政处罚法 Art. 74(2).
    """
    approved = next((str(item.data.get("way")) for item in file.procedures if item.id == instance), "")
    if form.key not in SALES or not approved:
        return form
    sold = approved == SALES[form.key]
    asked = [replace(item, required=True) if item.name in MONEY else item for item in form.fields if sold or item.name not in MONEY]
    words = RECORDED.get(approved, {})
    return replace(form, fields=tuple(replace(item, label=words.get(item.name, item.label)) for item in asked))


def returning(file: CaseFileView, instance: str) -> tuple[Line, ...]:
    """Return the things that a return gives back: those of the measure that it ends; where it ends none, those that no measure holds any more."""
    own = any(thing.measure == instance for thing in file.goods)
    over = {item.id for item in file.procedures if item.ended_at is not None}

    def goes(thing: Goods) -> bool:
        promised = owed(thing) or (thing.disposal is None and thing.intent == "return")
        return promised and (thing.measure == instance if own else thing.measure in over)

    going = {thing.number for thing in file.goods if goes(thing)}
    return tuple(line for line in lines(file) if line.thing.number in going)


def lacking(form: FormDescription, options: Mapping[str, Sequence[tuple[str, str]]]) -> Mapping[str, str]:
    """Return of each field that must name a thing, and has none to name, that it is so."""
    return {item.name: NOTHING[item.name] for item in form.fields if item.name in NOTHING and item.required and not options.get(item.name)}


def _announced(file: CaseFileView) -> frozenset[str]:
    """Return the numbers of the things whose notice runs: nobody announces them twice."""
    running = [item.data for item in file.procedures if item.procedure == "unclaimed_goods" and item.ended_at is None]
    return frozenset(str(number) for data in running for number in data.get("unclaimed") or ())


def _possible(field: str, file: CaseFileView, instance: str) -> list[Goods]:
    if field == "taken_over":
        return [thing for thing in file.goods if thing.kind == "preservation" and thing.disposal is None]
    if field == "unclaimed":
        free = {item.instance for item in file.waiting if item.form == "goods_return"} | {item.id for item in file.procedures if item.ended_at}
        told = _announced(file)
        return [thing for thing in file.goods if (to_return(thing) or owed(thing)) and is_free(thing, free) and str(thing.number) not in told]
    if field == "auctioned":
        return [thing for thing in file.goods if thing.kind == "seizure" and thing.disposal is None and thing.lapsed_on is None]
    if field in {"confiscated_goods", "restored_goods"}:
        return [thing for thing in file.goods if thing.disposal == "confiscated" and thing.final is None]
    if field == "confiscated":
        return [thing for thing in file.goods if thing.measure == instance and thing.disposal in {None, "confiscated"}]
    mine = [thing for thing in file.goods if instance in {thing.measure, file.case.id}]
    return [thing for thing in mine if thing.disposal is None or (field == "held_goods" and owed(thing))]
