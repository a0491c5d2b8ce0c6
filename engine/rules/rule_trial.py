"""A rule of all causes tried on past cases (通用规则的试算): each recorded run made again by the draft, and what that does to the fine."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from engine.dmn import DecisionError, Model, Outcome
from engine.law.benchmark import Benchmark
from engine.rules.amount import FINE
from engine.rules.basis import SPARED, UNPUNISHED
from engine.rules.exemption import BARRING
from engine.rules.factor import LENIENT, SEVERE
from engine.rules.safeguard.routing import WORDS
from engine.rules.table import rerun
from engine.rules.trial import LESS, MORE, NOTHING, SAME, UNDECIDED, UNRECORDED, Trial, Tried

Run = Mapping[str, Any]
"""A recorded run, as the assessment keeps it."""

_COUNTED = {LENIENT: "从轻项数", SEVERE: "从重项数"}
"""The inputs of the rule of amounts that the counts of factors go into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRuns:
    """A case as it was assessed: its runs, its tier and its amount in yuan.

    Without an amount it was spared, or decided outside the tiers: `reason` says which. `amounts` is the rule of amounts that was in force.
    """

    number: str
    runs: Sequence[Run]
    tier: str
    amount: Decimal | None
    amounts: Benchmark
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What a draft does to a case: another sum, nothing to pay, or nobody can tell and why; `note` says what else changes."""

    amount: Decimal | None = None
    nothing: bool = False
    reason: str = ""
    note: str = ""


class _StoppedError(Exception):
    """The draft cannot decide what was recorded in full."""


class _Again:
    """Runs made again: thousands of cases ask the same few questions, so that each is answered once."""

    def __init__(self) -> None:
        self._made: dict[str, Outcome | str] = {}

    def __call__(self, run: Run, model: Model, **instead: object) -> Outcome:
        decision = run["outcome"]["decision"]
        key = json.dumps([model.digest, decision, run["given"], instead], sort_keys=True, default=str)
        if key not in self._made:
            try:
                self._made[key] = rerun(run, model, instead)
            except DecisionError as error:
                self._made[key] = error.reason
        found = self._made[key]
        if isinstance(found, str):
            raise _StoppedError(found)
        return found


def try_rule(draft: Benchmark, cases: Iterable[PastRuns], *, left_out: int = 0) -> Trial:
    """Return what a draft of a rule says of past cases, on what went into each run then; everything else stays as it was decided."""
    again = _Again()
    return Trial(cases=tuple(_tried(draft, case, again) for case in cases), left_out=left_out)


def _tried(draft: Benchmark, case: PastRuns, again: _Again) -> Tried:
    mine = [run for run in case.runs if run["table"] == draft.name]
    told = Tried(number=case.number, verdict=UNDECIDED, before=case.amount, amount=None, tier_before=case.tier, tier=case.tier)
    if not mine:
        return replace(told, reason=case.reason or "当时没有用到这一规则")
    if missing := _missing(draft.model, mine):
        return replace(told, reason=f"{UNRECORDED}{missing}")
    try:
        change = _CHANGES[draft.name](draft.model, case, mine, again)
    except _StoppedError as stop:
        return replace(told, reason=str(stop), stopped=True)
    return replace(told, verdict=_verdict(case, change), amount=change.amount, reason=change.reason, note=change.note)


def _missing(model: Model, runs: Sequence[Run]) -> str:
    """Return what was not kept of what the draft asks for, in words; empty where nothing is missing."""
    if any(not run.get("given") for run in runs):
        return "当时输入的事项"
    asked = (name for run in runs for name in model.needs(run["outcome"]["decision"]) - run["given"].keys())
    return "、".join(sorted(set(asked)))


def _verdict(case: PastRuns, change: _Change) -> str:
    if change.reason:
        return UNDECIDED
    if change.nothing:
        return NOTHING if case.amount is not None else SAME
    if case.amount is None or change.amount is None or change.amount == case.amount:
        return SAME
    return MORE if change.amount > case.amount else LESS


def _basis(model: Model, case: PastRuns, runs: Sequence[Run], again: _Again) -> _Change:
    """Another law applies, or another of several rules: the fine is then to be assessed anew (行政处罚法 Art. 29, 37, 38)."""
    for place, run in enumerate(runs):
        before, after = _words(run["outcome"]["value"]), _words(again(run, model).value)
        if before == after:
            continue
        if place == 0 and any(after.startswith(word) for word in (UNPUNISHED, SPARED)):
            return _Change(nothing=True, note=after)
        return _Change(reason=f"“{run['title']}”原为{before}，草案为{after}：数额须重新评定")
    return _Change(amount=case.amount)


def _words(value: object) -> str:
    return "，".join(str(part) for part in value.values() if part) if isinstance(value, Mapping) else str(value or "没有结论")


def _shared(model: Model, case: PastRuns, runs: Sequence[Run], again: _Again) -> _Change:
    """Who is spared, how many factors count, and so how much; the amount is reckoned by the rule that was in force."""
    made = {run["outcome"]["decision"]: again(run, model) for run in runs if run["outcome"]["decision"] != "guard"}
    notes = []
    if "exemption" in made:
        before, after = _words(_recorded(runs, "exemption")), _words(made["exemption"].value)
        if after in BARRING:
            return _Change(nothing=True, note=f"不予处罚：{before}→{after}" if before != after else "")
        if before in BARRING:
            return _Change(reason=f"当时“{before}”，草案“{after}”：数额须重新评定")
        notes += [f"不予处罚：{before}→{after}"] if before != after else []
    counts = {_COUNTED[name]: made[name].value for name in (LENIENT, SEVERE) if name in made}
    amount = _reckoned(case, counts, again)
    return _Change(amount=amount, note="；".join([*notes, *_guarded(model, runs, case, amount, again)]))


def _recorded(runs: Sequence[Run], decision: str) -> Any:
    return next(run["outcome"]["value"] for run in runs if run["outcome"]["decision"] == decision)


def _reckoned(case: PastRuns, counts: Mapping[str, object], again: _Again) -> Decimal | None:
    """Return the amount with other counts of factors, the amount itself where no rule of amounts was asked."""
    run = next((run for run in case.runs if run["outcome"]["decision"] == FINE and run.get("given")), None)
    if run is None or case.amount is None:
        return case.amount
    return _sum(again(run, case.amounts.model, **counts))


def _guarded(model: Model, runs: Sequence[Run], case: PastRuns, amount: Decimal | None, again: _Again) -> Iterator[str]:
    """Yield what is said otherwise of the sum (阶次内, 调整适用 …)."""
    for run in runs:
        if run["outcome"]["decision"] != "guard":
            continue
        before = _words(run["outcome"]["value"])
        after = _words(again(run, model, **({} if amount in {None, case.amount} else {"罚款": amount})).value)
        if before != after:
            yield f"数额审查：{before}→{after}"


def _amount(model: Model, case: PastRuns, runs: Sequence[Run], again: _Again) -> _Change:
    run = next(run for run in runs if run["outcome"]["decision"] == FINE)
    return _Change(amount=_sum(again(run, model)))


def _sum(outcome: Outcome) -> Decimal:
    if not isinstance(outcome.result, Decimal):
        raise _StoppedError("没有算出建议罚款")
    return outcome.result


def _routing(model: Model, case: PastRuns, runs: Sequence[Run], again: _Again) -> _Change:
    """The sum stays; the case may go another way."""
    before = _ways(runs[-1]["outcome"]["hits"])
    after = _ways([hit.explain() for hit in again(runs[-1], model).hits])
    turns = [f"增加“{WORDS.get(way, way)}”" for way in sorted(after - before)] + [f"不再“{WORDS.get(way, way)}”" for way in sorted(before - after)]
    return _Change(amount=case.amount, note="；".join(turns))


def _ways(hits: Sequence[Mapping[str, Any]]) -> set[str]:
    return {str(hit["outputs"]["去向"]) for hit in hits}


_CHANGES = {"basis": _basis, "shared": _shared, "amount": _amount, "routing": _routing}
