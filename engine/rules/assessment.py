"""Assessment (裁量评估): what goes into the discretion rules and what comes out, explained."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from engine.dmn.outcome import Json
from engine.rules.history import PastDecision
from engine.rules.reckoning import ReckoningLine

GAINS = "没收违法所得"
"""The kind of penalty that takes what the breach brought in (行政处罚法 Art. 9, 28(2))."""

WARNING = "警告"
"""The lightest kind of penalty (行政处罚法 Art. 9(1)); with the fine, all that may be decided on the spot (Art. 51)."""

SPOKEN = "口头警告"
"""What is said to who parks wrongly and drives off at once (道路交通安全法 Art. 93(1)); no decision is written."""

EITHER = "没收实物或者违法收入"
"""The kind that takes either the thing that was built or what was taken in for it (城乡规划法 Art. 64)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What bears on exemption (D1): `capacity` is 完全, 限制 or 无; `harm` is 无, 轻微 or 明显; None and False mean not established."""

    age: int | None = None
    capacity: str | None = None
    no_fault: bool = False
    slight: bool = False
    harm: str = "明显"
    corrected: bool = False
    first: bool = False
    barred: bool = False


@dataclass(frozen=True, slots=True)
class ProvenFactor:
    """A factor of the catalogue by its key, with the evidence that proves it."""

    key: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentInput:
    """The facts of a case that the rules read.

    Attributes:
        cause: the id of the cause; `limb` its limb.
        party: citizen, org or getihu (个体工商户).
        measures: the measured quantities by the keys of the limb's inputs; where the range is a rate, its base is among them.
        repeats: earlier fines for the same cause in the window of `repeat.window`.
        past: the earlier decisions that were found.
        prior_order: whether an order to correct was served, has expired, and a re-inspection showed refusal.
        untiered: whether the officers say that no published tier fits, so that the panel decides inside the statutory range.
        warning: whether a warning alone is proposed, without the fine that the basis allows beside it.
        complex: whether the officers found the case complex or grave: it is for legal review and panel (行政处罚法 Art. 57(2), 58(1)(3)).
        interest: whether it touches a weighty public interest: it is for legal review (行政处罚法 Art. 58(1)(1)).
        exempt: whether no penalty is proposed: a 可以不予 suggestion is followed, the facts are not established, or the case is handed on.
    """

    cause: str
    limb: str
    party: str
    act_end: date
    decided: date
    measures: Mapping[str, Decimal] = field(default_factory=dict)
    factors: tuple[ProvenFactor, ...] = ()
    circumstances: Circumstances = Circumstances()
    repeats: int = 0
    past: tuple[PastDecision, ...] = ()
    refused: bool = False
    prior_order: bool = False
    untiered: bool = False
    warning: bool = False
    exempt: bool = False
    summary: bool = False
    complex: bool = False
    interest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One decision as it was made: which table, what went in, which rows were hit, what came out.

    `given` are the values of its inputs as plain JSON, so that it can be made again; older runs hold none.
    """

    code: str
    title: str
    table: str
    version: str
    digest: str
    outcome: Mapping[str, Json]
    given: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedFactor:
    """A factor that counted, as papers state it."""

    title: str
    direction: str
    basis: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    """Which way the case goes (D6)."""

    summary_ok: bool
    hearing_right: bool
    legal_review_mandatory: bool
    collective: bool
    publish: bool
    credit_push: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The walls around a fine, in yuan; None where there is no wall: no fine in the statute, no tier, no summary procedure."""

    cite: str
    minimum: Decimal | None
    maximum: Decimal | None
    may: bool
    low: Decimal | None
    high: Decimal | None
    tier: str
    summary_cap: Decimal | None
    mitigating: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The outcome of the discretion rules; amounts in yuan.

    Attributes:
        exemption: 不予, 时效已过, 可以不予 or 继续.
        amount: the recommended fine, None where the case is exempt or the basis knows no fine.
        condition: the words of the tier's row, as papers state it.
        edition_reason: how the table at the act and today's were compared; empty where there was one version.
        lines: how the amount was reckoned, for people.
        sources: the short citations on which it rests.
        past: earlier decisions against the party for the same cause.
    """

    cause: str
    limb: str
    basis: str
    basis_full: str
    basis_reason: str
    benchmark: str
    version: str
    exemption: str
    exemption_reason: str
    tier: str
    condition: str
    lenient: int
    severe: int
    factors: tuple[AppliedFactor, ...]
    amount: Decimal | None
    kinds: tuple[str, ...]
    frame: Frame
    guard: str
    routing: Routing
    runs: tuple[Run, ...]
    lines: tuple[ReckoningLine, ...]
    sources: tuple[str, ...]
    past: tuple[PastDecision, ...] = ()
    edition_reason: str = ""

    def explain(self) -> dict[str, Any]:
        """Return everything as plain JSON values, amounts as texts: for the journal, the pages and the replay."""
        return {name: _plain(value) for name, value in asdict(self).items()}


def read_assessment(data: Mapping[str, Any]) -> Assessment:
    """Return the assessment that `explain` wrote."""
    nested = {
        "factors": tuple(AppliedFactor(**{**each, "evidence": tuple(each["evidence"])}) for each in data["factors"]),
        "amount": _amount(data["amount"]),
        "kinds": tuple(data["kinds"]),
        "frame": _frame(data["frame"]),
        "routing": Routing(**data["routing"]),
        "runs": tuple(Run(**each) for each in data["runs"]),
        "lines": tuple(ReckoningLine(**each) for each in data["lines"]),
        "sources": tuple(data["sources"]),
        "past": tuple(PastDecision(each["number"], date.fromisoformat(each["on"]), _amount(each["fine"])) for each in data.get("past", ())),
    }
    return Assessment(**{**data, **nested})


def _frame(data: Mapping[str, Any]) -> Frame:
    amounts = {name: _amount(data[name]) for name in ("minimum", "maximum", "low", "high", "summary_cap")}
    return Frame(cite=data["cite"], may=data["may"], tier=data["tier"], mitigating=data["mitigating"], **amounts)


def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value
