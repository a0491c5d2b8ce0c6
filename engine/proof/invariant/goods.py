"""Goods (涉案物品): what was taken comes to one disposal, and to one only. I7."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from engine.proof.invariant.journal import Event, Journal
from engine.proof.invariant.office import DAY

Found = Iterator[tuple[Event, str]]

OVER: Mapping[str, str] = {"CaseClosed": "已经结案", "CaseArchived": "已经归档"}
"""When nothing may be held any more: when the case is closed, and when it is archived, however it ended."""


def disposed_once(case: Journal) -> Found:
    """Yield things that were disposed of twice or never taken, and those still held when the case is over (I7).

    Source: 行政处罚法 Art. 56, 74; 行政强制法 Art. 26-28.
    """
    held: dict[str, str] = {}
    ended: set[str] = set()
    taken: dict[str, str] = {}
    for event in case.of("GoodsHeld", "GoodsDisposed", "ConfiscatedDisposed", *OVER):
        if event.kind == "GoodsHeld":
            held[event["goods"]] = event["name"]
        elif event.kind in OVER:
            yield from ((event, said) for said in _left(case, event, [held[thing] for thing in held if thing not in ended], taken.values()))
        elif event.kind == "ConfiscatedDisposed":
            if taken.pop(event["goods"], None) is None:
                yield event, f"处置的物品“{event['name']}”没有没收，或者已经处置"
        elif event["goods"] not in held:
            yield event, f"处理的物品“{event['name']}”没有登记"
        elif event["goods"] in ended:
            yield event, f"物品“{event['name']}”已经处理，又处理一次"
        else:
            ended.add(event["goods"])
            if event["disposal"] == "confiscated":
                taken[event["goods"]] = event["name"]


def _left(case: Journal, event: Event, held: Iterable[str], store: Iterable[str]) -> Iterator[str]:
    """Yield what a case that is over left undone; where its decision fell, things go back after the closing, and before the archive."""
    closes = event.kind == "CaseClosed"
    if closes and (event["result"] == "处罚决定已撤销，不再执行" or any(judged["falls"] for judged in case.of("RemedyConcluded", before=event))):
        return
    yield from (f"{OVER[event.kind]}，物品“{name}”没有处理" for name in held)
    if closes:
        yield from (f"已经结案，没收的物品“{name}”没有处置" for name in store)


def in_power(case: Journal) -> Found:
    """Yield seized things that were kept, or came to another end, after the last day of the seizure (I7). Source: 行政强制法 Art. 25, 27, 28.

    What was still held on that day goes back; that it ended the power was told to the auditors then, and so is no finding, nor is what was to
    go back before and waits for its owner.
    """
    held: dict[str, tuple[str, str]] = {}
    back: set[str] = set()
    for event in case.of("GoodsHeld", "GoodsTakenOver", "GoodsDecidedOn", "GoodsPowerEnded", "GoodsDisposed"):
        if event.kind in {"GoodsHeld", "GoodsTakenOver"}:
            if event["kind"] == "seizure" or event.kind == "GoodsTakenOver":
                held[event["goods"]] = (event["measure"], event["name"])
        elif event.kind == "GoodsDisposed":
            measure, name = held.pop(event["goods"], (None, ""))
            due = case.due("seizure", measure, before=event) if measure else None
            if due is not None and event["disposed_on"] > due and event["goods"] not in back:
                yield event, f"扣押期限{due}届满以后，{event['disposed_on']}才处理物品“{name}”"
        elif event.kind == "GoodsPowerEnded" or event["intent"] == "return":
            back.add(event["goods"])
    if case.events:
        yield from _kept(case, case.events[-1], {thing: told for thing, told in held.items() if thing not in back})


def _kept(case: Journal, last: Event, held: Mapping[str, tuple[str, str]]) -> Found:
    """Yield what is held still though the newest entry was made after the last day, and the day on which that is told to the auditors."""
    for measure, name in held.values():
        due = case.due("seizure", measure, before=last)
        if due is not None and last.today > date.fromisoformat(due) + DAY:
            yield last, f"扣押期限{due}届满，物品“{name}”没有处理"
