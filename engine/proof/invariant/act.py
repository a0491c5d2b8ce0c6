"""Acts (违法行为): the same act is fined once. I15."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from engine.proof.invariant.journal import Event, Journal, of_penalty


@dataclass(frozen=True, slots=True)
class Fined:
    """A fine that stands, as it is compared with those of other cases: on whom, where, and from when to when the act was done.

    `separate` tells whether the officers gave reasons why it is another act, or whether nobody can read any more whether they did.
    """

    case: str
    seq: int
    party: str
    place: str
    grid: str
    first: str
    last: str
    separate: bool


def twice(case: Journal) -> Iterator[tuple[Event, str]]:
    """Yield a second fine of one case while the first stands (I15). Source: 行政处罚法 Art. 29."""
    standing = False
    for event in _decisions(case):
        if event.kind == "DecisionMade" and standing and event["fine"] is not None:
            yield event, "同一案件已有罚款决定，又作出罚款决定"
        standing = event["fine"] is not None


def fined(case: Journal) -> list[Fined]:
    """Return the fine of a case that stands; one for every day an act goes on after a fine is a fine for other days."""
    changed, opened = next(iter(reversed(list(_decisions(case)))), None), case.last("CaseOpened")
    frozen = case.last("DiscretionAssessed", before=changed)
    who = _party(case, changed)
    if changed is None or opened is None or frozen is None or who is None or not Decimal(changed["fine"] or 0):
        return []
    if any(event["kind"] == "daily" for event in case.of("CasesLinked")):
        return []
    facts = frozen["facts"]
    first = facts.get("act_start") or facts["act_end"]
    where = (opened["place"] or "", opened["grid"] or "")
    return [Fined(case.name, changed.seq, who, *where, first, facts["act_end"], _separate(case, changed))]


def _party(case: Journal, before: Event | None) -> str | None:
    """Return by what the party is known on whom a case decided: its number, or the name of an organisation that has none."""
    first = next((event for event in case.of("PartyRecorded", before=before) if event["number"] == 1), None)
    known = [event for event in case.of("PartyRecorded", "PartyAmended", "PartyChanged", before=before) if first and event["party"] == first["party"]]
    if not known:
        return None
    party = known[-1]
    if party["code"]:
        return f"{party['code_kind'] or ''} {party['code']}"
    return f"{party['kind']} {party['name']}" if party["uncoded"] and party["name"] else None


def _separate(case: Journal, before: Event) -> bool:
    reports = [event for event in case.of("TaskCompleted", before=before) if event["step"] == "investigation_report"]
    return bool(reports) and (reports[-1]["data"] is None or bool(str(reports[-1]["data"].get("separate") or "").strip()))


def _decisions(case: Journal) -> Iterator[Event]:
    """Yield what says which fine stands: the agency's decision and its changes, and what a reconsideration or a court left of it."""
    return (event for event in case.of("DecisionMade", "DecisionChanged", "RemedyConcluded") if of_penalty(event))


def same_act(fines: Iterable[Fined]) -> Iterator[tuple[Fined, str]]:
    """Yield fines on a party for what it did at one place and time with another's, under whatever rule, unless it was said why that is another act.

    Source: 行政处罚法 Art. 29. (I15)
    """
    kept: dict[str, list[Fined]] = {}
    for item in fines:
        others = kept.setdefault(item.party, [])
        yield from ((item, f"与{other.case}是同一当事人的同一违法行为，已处罚款") for other in others if _is_same(item, other))
        others.append(item)


def _is_same(item: Fined, other: Fined) -> bool:
    beside = item.place in {other.place} - {""} or item.grid in {other.grid} - {""}
    return beside and item.first <= other.last and other.first <= item.last and not (item.separate or other.separate)
