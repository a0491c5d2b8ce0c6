"""Acts (违法行为): the same act is fined once. I15."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.proof.invariant.journal import Event, Journal, of_penalty


@dataclass(frozen=True, slots=True)
class Fined:
    """A fine that stands, as it is compared with those of other cases: on whom, for what, and from when to when the act was done."""

    case: str
    seq: int
    party: str
    cause: str
    place: str
    first: str
    last: str


def twice(case: Journal) -> Iterator[tuple[Event, str]]:
    """Yield a second fine of one case while the first stands (I15). Source: 行政处罚法 Art. 29."""
    standing = False
    for event in _decisions(case):
        if event.kind == "DecisionMade" and standing and event["fine"] is not None:
            yield event, "同一案件已有罚款决定，又作出罚款决定"
        standing = event["fine"] is not None


def fined(case: Journal) -> list[Fined]:
    """Return the fine of a case that stands."""
    changed, opened = next(iter(reversed(list(_decisions(case)))), None), case.last("CaseOpened")
    party = next((event for event in case.of("PartyRecorded") if event["number"] == 1), None)
    frozen = case.last("DiscretionAssessed", before=changed)
    if changed is None or changed["fine"] is None or opened is None or frozen is None or party is None or not party["code"]:
        return []
    facts = frozen["facts"]
    first = facts.get("act_start") or facts["act_end"]
    who = f"{party['code_kind'] or ''} {party['code']}"
    return [Fined(case.name, changed.seq, who, opened["cause"], opened["place"] or "", first, facts["act_end"])]


def _decisions(case: Journal) -> Iterator[Event]:
    """Yield what says which fine stands: the agency's decision and its changes, and what a reconsideration or a court left of it."""
    return (event for event in case.of("DecisionMade", "DecisionChanged", "RemedyConcluded") if of_penalty(event))


def same_act(fines: Iterable[Fined]) -> Iterator[tuple[Fined, str]]:
    """Yield fines on a party for a cause at a place whose acts were done at one time with another's (I15)."""
    kept: dict[tuple[str, str, str], list[Fined]] = {}
    for item in fines:
        others = kept.setdefault((item.party, item.cause, item.place), [])
        yield from (
            (item, f"与{other.case}是同一当事人的同一违法行为，已处罚款") for other in others if item.first <= other.last and other.first <= item.last
        )
        others.append(item)
