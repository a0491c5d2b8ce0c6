"""Outcomes (决策结果): what was decided, from which inputs and by which rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from engine.feel import UNBOUNDED, Date, Duration, Instant, Months, Range, Time, duration_text, number_text

_PLAIN = frozenset({type(None), bool, str})
"""The types that most values of an explanation have: asked first."""

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched: its id, its place in the table from 1, the texts of its cells, its outputs and its annotations."""

    rule: str
    index: int
    conditions: Mapping[str, str]
    outputs: Mapping[str, object]
    annotations: Mapping[str, str]

    def explain(self) -> dict[str, Json]:
        """Return the hit as plain JSON values."""
        return {
            "rule": self.rule,
            "index": self.index,
            "conditions": dict(self.conditions),
            "outputs": plain(self.outputs),
            "annotations": dict(self.annotations),
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one decision.

    `value` is a dict of outputs for one hit, a list of such dicts for COLLECT, RULE ORDER and OUTPUT ORDER, the bare value of
    an expression, the number of an aggregation (a dict of numbers when the table has several output columns), and None when
    nothing matched and there is no default. `result` is the same as the standard has it and as decisions that require this
    one see it: where the table has one output column, its bare value instead of a dict.

    `hits` are the rules that matched; of FIRST the first one alone, of PRIORITY the one that counts comes first. `inputs` are
    the values by the text of their expression.
    """

    decision: str
    name: str
    value: object
    result: object
    inputs: Mapping[str, object]
    hits: tuple[Hit, ...]
    required: tuple["Outcome", ...]

    def explain(self) -> dict[str, Json]:
        """Return the whole outcome as plain JSON values, numbers as texts, for journals and pages.

        A decision that several others require is told once, where it is first met.
        """
        return _told(self, set())

    def part(self, decision: str) -> "Outcome":
        """Return the outcome of a decision that this one requires, at whatever depth; KeyError where it requires none such."""
        waiting = [*self.required]
        while waiting:
            found = waiting.pop()
            if found.decision == decision:
                return found
            waiting += found.required
        raise KeyError(decision)


def _told(outcome: Outcome, known: set[str]) -> dict[str, Json]:
    known.add(outcome.decision)
    return {
        "decision": outcome.decision,
        "name": outcome.name,
        "value": plain(outcome.value),
        "inputs": plain(outcome.inputs),
        "hits": [hit.explain() for hit in outcome.hits],
        "required": [_told(required, known) for required in outcome.required if required.decision not in known],
    }


def plain(value: object) -> Json:
    """Return a FEEL value as plain JSON: numbers, dates and durations as their texts."""
    exact = type(value)
    if exact in _PLAIN:
        return value  # type: ignore[return-value]  # Exactly a text, a truth value or nothing.
    if exact is Decimal:
        return number_text(value)  # type: ignore[arg-type]  # Exactly a number.
    match value:
        case str():
            return value
        case Date() | Instant() | Time():
            return str(value)
        case Duration() | Months():
            return duration_text(value)
        case list() | tuple():
            return [plain(item) for item in value]
        case Mapping():
            return {str(name): plain(item) for name, item in value.items()}
        case Range():
            ends = [None if end is UNBOUNDED else plain(end) for end in (value.low, value.high)]
            return f"{'[' if value.low_closed else '('}{ends[0]}..{ends[1]}{']' if value.high_closed else ')'}"
    raise TypeError(f"没有 JSON 形式的值：{value!r}")
