"""The inspection (核查): every invariant asked of every case, and of the cases together."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from engine.proof.invariant import (
    act,
    basis,
    certificate,
    correction,
    cost,
    daily,
    deadline,
    decision,
    enforcement,
    goods,
    hearing,
    paper,
    person,
    publication,
)
from engine.proof.invariant.finding import Finding
from engine.proof.invariant.journal import Event, Journal
from engine.proof.invariant.office import Office
from engine.proof.invariant.statistics import Recount

Check = Callable[[Journal, Office], Iterator[tuple[Event, str]]]


def _alone(check: Callable[[Journal], Iterator[tuple[Event, str]]]) -> Check:
    return lambda case, _office: check(case)


def _all(*checks: Check) -> Check:
    return lambda case, office: (found for check in checks for found in check(case, office))


CHECKS: Mapping[str, Check] = {
    "I1": _all(_alone(decision.heard), hearing.granted),
    "I2": _alone(decision.reviewed),
    "I3": _all(person.two_officers, certificate.in_the_field),
    "I4": _alone(person.apart),
    "I5": _alone(decision.not_higher),
    "I6": _alone(decision.inside),
    "I7": _all(_alone(goods.disposed_once), _alone(goods.in_power)),
    "I8": _alone(paper.complete),
    "I9": deadline.from_events,
    "I10": basis.in_force,
    "I11": enforcement.in_time,
    "I12": _alone(enforcement.bounded),
    "I13": _alone(publication.masked),
    "I14": _alone(correction.added),
    "I15": _alone(act.twice),
    "I16": _alone(decision.not_transferred),
    "I17": _alone(enforcement.collected),
    "I18": _alone(cost.owed),
    "I19": _alone(daily.rechecked),
}
"""What is asked of each case."""

STATISTICS = "机关"
"""Whose findings those of the statistics are."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was looked at, and what was found; `checks` counts each invariant of each case."""

    cases: int
    checks: int
    findings: tuple[Finding, ...]


def inspect(cases: Iterable[Journal], office: Office, *, whole: bool) -> Inspection:
    """Return what breaks an invariant; `whole` when these are all cases, so that a number that is missing is missing."""
    findings: list[Finding] = []
    fines: list[act.Fined] = []
    taken: list[paper.Numbered] = []
    claimed: list[daily.Claim] = []
    refused: dict[str, daily.Refusal] = {}
    count, recount = 0, Recount(office)
    for case in cases:
        count += 1
        recount.add(case)
        for invariant, check in CHECKS.items():
            findings += _ask(invariant, check, case, office)
        if not any(found.case == case.name for found in findings):
            # What stands alone is sound enough to be laid beside the others.
            fines += act.fined(case)
            taken += paper.numbers(case)
            claimed += daily.claims(case)
            refused |= daily.refusals(case)
    findings += [Finding(item.case, "I15", item.seq, reason) for item, reason in act.same_act(fines)]
    if whole:
        findings += [Finding(item.case, "I19", item.seq, reason) for item, reason in daily.reckoned(claimed, refused)]
        findings += [Finding(item.case, "I8", item.seq, reason) for item, reason in paper.series(taken)]
        findings += [Finding(STATISTICS, "I20", event.seq, reason) for event, reason in recount.differences()]
    return Inspection(count, count * len(CHECKS) + 1 + 3 * whole, tuple(findings))


def _ask(invariant: str, check: Check, case: Journal, office: Office) -> Iterator[Finding]:
    """Yield what a check finds; where it cannot read what stands there, that is a finding."""
    try:
        yield from (Finding(case.name, invariant, event.seq, reason) for event, reason in check(case, office))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        yield Finding(case.name, invariant, case.seqs[-1] if case.seqs else 0, f"日志的内容不能读取：{error!r}")
