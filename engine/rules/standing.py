"""The standing of a case (案件现状): all that the condition of a procedure's start may ask. The names are the vocabulary of `startCondition`."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A case as it stands, for one procedure and the person who would start it.

    Attributes:
        state: clue, open, closed, archived, rejected, transferred or withdrawn.
        procedure: the main procedure: ordinary or summary.
        outcome: penalty, no_penalty, not_established, transfer or revoked; null before the decision.
        fine: yuan; null where there is none.
        filed: whether the case has its number (立案).
        notified: whether the notice before the penalty was served (告知书送达).
        decided: whether there is a decision.
        served: whether the decision was served.
        challengeable: whether the decision, or a measure, an order or an enforcement that can be challenged by itself, was served.
        settled: whether the fine is paid.
        owing: whether the decision asks for money that is not yet paid.
        executing: whether something else is being executed: a performance, its cost, a demolition.
        overpaid: whether more was paid than is owed now, and not given back.
        published: whether the decision was published.
        unpublished: whether the publication was withdrawn and is not public again.
        undelivered: whether a paper that the party must get is served by nobody yet.
        confiscated: whether things that the decision confiscated still lie in the store.
        unclaimed: whether things that must go back wait for their owner.
        seized: whether things are held under seizure.
        reported: whether whoever reported the act is still to be told what the check found, where the city sets a term for it.
        promised: whether things that go back lie in the store and no measure holds them, because it fell.
        raised: whether a remedy made fine or gains heavier, and nobody collects that.
        recharging: whether a decision on a cost fell, and whoever annulled it ordered to decide on it anew, which was not done yet.
        daily: whether whoever was fined can be re-checked for a fine by the day (按日连续处罚).
        closed: whether the case is over, in whatever way.
        finished: whether the main procedure came to its end; archived: whether the volume lies in the archive.
        suspended: whether the main procedure is suspended (中止).
        transferred: whether the case lies with the police (移送公安机关).
        running: how many procedures of this kind are running now.
        started: how many of this kind were ever started.
        lead: whether the person is the lead officer (主办).
        own: whether the person is one of the two officers of the case.
    """

    state: str
    procedure: str
    outcome: str | None
    fine: Decimal | None
    filed: bool
    notified: bool
    decided: bool
    served: bool
    challengeable: bool
    settled: bool
    owing: bool
    executing: bool
    overpaid: bool
    published: bool
    unpublished: bool
    undelivered: bool
    confiscated: bool
    unclaimed: bool
    seized: bool
    reported: bool
    promised: bool
    raised: bool
    recharging: bool
    daily: bool
    closed: bool
    finished: bool
    archived: bool
    suspended: bool
    transferred: bool
    running: int
    started: int
    lead: bool
    own: bool

    def values(self) -> dict[str, str | bool | Decimal | None]:
        """Return the values by name, as an expression sees them."""
        found = {item.name: getattr(self, item.name) for item in fields(self)}
        return {name: Decimal(value) if type(value) is int else value for name, value in found.items()}


OVER = frozenset({"closed", "archived", "rejected", "transferred", "withdrawn"})
"""The states of a case that is over."""

STANDING: Mapping[str, str | Collection[str]] = {
    **{item.name: "bool" if item.type is bool else "number" for item in fields(Standing)},
    "state": OVER | {"clue", "open"},
    "procedure": frozenset({"ordinary", "summary"}),
    "outcome": frozenset({"penalty", "no_penalty", "not_established", "transfer", "revoked"}),
}
"""The names with what each can be."""
