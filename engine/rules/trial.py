"""A table tried on past cases (裁量基准的试算): who would have paid more, less, the same or nothing, and who cannot be told."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from engine.dmn import DecisionError, Model, evaluate
from engine.law.benchmark import Benchmark
from engine.rules.amount import recommend
from engine.rules.objection import SLIGHT, TIER, Objection
from engine.rules.rate import Base
from engine.rules.tier import NONE_MADE_OUT

MORE, LESS, SAME, NOTHING, UNDECIDED = "more", "less", "same", "nothing", "undecided"
VERDICTS = (MORE, LESS, SAME, NOTHING, UNDECIDED)
LARGEST = 5_000
"""Cases that are tried, the newest first: a draft is tried while somebody waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCase:
    """A case as it was assessed: what the table saw then, what it recommended in yuan, and how many factors counted.

    Without an amount it was decided outside the tiers, or spared: `reason` says which. `base` is that which a range in rates is taken of,
    `amounts` the version of the rule of amounts that was in force for it.
    """

    number: str
    inputs: Mapping[str, object]
    tier: str
    amount: Decimal | None
    lenient: int
    severe: int
    amounts: Benchmark
    reason: str = ""
    base: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What the draft says of one case; `amount` is None where nothing would be paid or it cannot be told, and `reason` says why not.

    `stopped` where the draft would stop a case of which everything that it asks was recorded. `note` says what changes besides the sum.
    """

    number: str
    verdict: str
    before: Decimal | None
    amount: Decimal | None
    tier_before: str
    tier: str
    reason: str = ""
    stopped: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A draft tried: the cases one by one, how many of each verdict, and the spread of the changes."""

    cases: tuple[Tried, ...]
    left_out: int = 0

    @property
    def counts(self) -> Mapping[str, int]:
        """Return how many cases have each verdict."""
        found = Counter(case.verdict for case in self.cases)
        return {verdict: found[verdict] for verdict in VERDICTS}

    @property
    def columns(self) -> Sequence[tuple[str, int]]:
        """Return the histogram: how many cases change by how much, the cases that cannot be told left out."""
        changes = [_change(case) for case in self.cases if case.verdict != UNDECIDED]
        return [(label, sum(1 for change in changes if low < change <= high)) for label, low, high in _COLUMNS] if changes else []

    @property
    def noted(self) -> int:
        """Return in how many cases something changes besides the sum."""
        return sum(1 for case in self.cases if case.note)

    def objections(self) -> Iterator[Objection]:
        """Yield what stands against a draft that stops cases of the past: it would stop those to come as well."""
        stopped = [case for case in self.cases if case.stopped]
        if stopped:
            message = f"试算中有{len(stopped)}件定不出结果，如{stopped[0].number}：{stopped[0].reason}。这样的案件发布后办不下去。"
            yield Objection(code="undecided", message=message)

    def summary(self) -> dict[str, int]:
        """Return the numbers that are recorded with the draft."""
        return {"cases": len(self.cases), "left_out": self.left_out, "noted": self.noted, **self.counts}


UNRECORDED = "没有记录"
"""How it begins to say why nothing can be told of a case: a fact that the draft asks for was not kept."""

_FAR = Decimal(10) ** 12
_NEAR = Decimal("0.0001")
_COLUMNS = (
    ("少一半以上", -_FAR, Decimal(-50)),
    ("少20%至50%", Decimal(-50), Decimal(-20)),
    ("少20%以内", Decimal(-20), -_NEAR),
    ("不变", -_NEAR, _NEAR),
    ("多20%以内", _NEAR, Decimal(20)),
    ("多20%至50%", Decimal(20), Decimal(50)),
    ("多一半以上", Decimal(50), _FAR),
)


def try_table(model: Model, cases: Iterable[PastCase], *, left_out: int = 0, unit: str = "yuan") -> Trial:
    """Return what a draft says of past cases on their recorded inputs; amounts are those that the tables recommend, in yuan.

    `unit` is that of the table's ranges: yuan, or the rates of each case's base.
    """
    amounts = _Amounts()
    return Trial(cases=tuple(_tried(case, *_asked(model, case, unit, amounts)) for case in cases), left_out=left_out)


class _Amounts:
    """The rule of amounts: thousands of cases lie in a few tiers, so that each sum is reckoned once."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Decimal] = {}

    def fine(self, table: Benchmark, base: Base, low: Decimal, high: Decimal, counts: tuple[int, int]) -> Decimal:
        key = table.digest, base, low, high, counts
        if key not in self._made:
            self._made[key] = recommend(base, low, high, *counts, table).fine
        return self._made[key]


def _tried(case: PastCase, tier: str, amount: Decimal | None, reason: str) -> Tried:
    if reason or case.amount is None:
        verdict = UNDECIDED
    elif amount is None:
        verdict = NOTHING
    else:
        verdict = MORE if amount > case.amount else LESS if amount < case.amount else SAME
    return Tried(
        number=case.number,
        verdict=verdict,
        before=case.amount,
        amount=amount,
        tier_before=case.tier,
        tier=tier,
        reason=reason,
        stopped=case.amount is not None and bool(reason) and not reason.startswith(UNRECORDED),
    )


def _asked(model: Model, case: PastCase, unit: str, amounts: _Amounts) -> tuple[str, Decimal | None, str]:
    """Return the tier, the amount in yuan, and why the draft cannot tell from what was recorded, empty where it can."""
    if case.amount is None:
        return "", None, case.reason
    decisions = [name for name in (SLIGHT, TIER) if name in model.decisions]
    missing = sorted(frozenset().union(*(model.needs(name) for name in decisions)) - case.inputs.keys())
    if missing:
        return "", None, f"{UNRECORDED}{'、'.join(missing)}"
    try:
        if SLIGHT in decisions and evaluate(model, SLIGHT, case.inputs).result is True:
            return "轻微", None, ""
        row = evaluate(model, TIER, case.inputs).value
    except DecisionError as error:
        return "", None, error.reason
    if not isinstance(row, dict):
        return "", None, "草案没有适用的行"
    tier, low, high = row["阶次"], row["下限"], row["上限"]
    if tier == NONE_MADE_OUT:
        return tier, None, ""
    if unit != "yuan" and case.base is None:
        return tier, None, f"{UNRECORDED}计算罚款的基数"
    base = Base(case.base or Decimal(1), "", unit)
    return tier, amounts.fine(case.amounts, base, low, high, (case.lenient, case.severe)), ""


def _change(case: Tried) -> Decimal:
    after = case.amount or Decimal(0)
    return (after - case.before) / case.before * 100 if case.before else Decimal(0)
