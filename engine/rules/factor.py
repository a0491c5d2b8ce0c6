"""Factors (裁量情节, D3): what lowers or raises a fine inside its tier, each with its evidence."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from engine.errors import InvalidInputError
from engine.law.book import LawBook
from engine.rules.assessment import AppliedFactor, AssessmentInput, ProvenFactor, Run
from engine.rules.history import PastDecision
from engine.rules.table import run
from engine.rules.tier import CORRECTED, REFUSED, REPEATS

LENIENT, SEVERE = "lenient", "severe"
LISTS = {LENIENT: "从轻情节", SEVERE: "从重情节"}
PRIOR, SECOND_PRIOR = "prior", "second_prior"
_REPEATS = frozenset({PRIOR, SECOND_PRIOR})
HARM_REDUCED, RESTORED, PARTIAL_CAPACITY, REFUSING, GRAVE_HARM = "harm_reduced", "restored", "partial_capacity", "refusing", "grave_harm"
_ELEMENTS: Mapping[str, str] = {
    **dict.fromkeys(_REPEATS, REPEATS),
    **dict.fromkeys((HARM_REDUCED, RESTORED), CORRECTED),
    REFUSING: REFUSED,
    GRAVE_HARM: "污染面积",
}
"""What a tier asks, by the factor that would count it again (domain.md §4.3)."""

_GENERAL = "行政处罚法"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """The factors that count, and how many of each direction."""

    applied: tuple[AppliedFactor, ...]
    lenient: int
    severe: int
    runs: tuple[Run, ...]


def weigh(proven: Sequence[ProvenFactor], case: AssessmentInput, law: LawBook, *, basis: str, elements: Collection[str]) -> Factors:
    """Return the factors of a case counted by the published table (行政处罚法 Art. 30-32, 34, 49; 生态环境法典 Art. 1056).

    Refuses a factor that is unknown, named twice, without evidence (Art. 40), not established by the facts, of another statute than that of
    the basis, or already an element of the tier or of the limb.
    """
    problems = [
        problem
        for index, each in enumerate(proven)
        if (problem := _unproven(each, proven[:index], law) or _unfounded(each, proven, case, law, basis) or _counted(each, elements, law))
    ]
    if problems:
        raise InvalidInputError({"factors": problems})
    counts, runs = {}, []
    for direction, name in LISTS.items():
        keys = [each.key for each in proven if law.causes.factors[each.key].direction == direction]
        outcome, made = run("D3", "shared", direction, {name: keys}, law)
        counts[direction] = int(outcome.value) if isinstance(outcome.value, Decimal) else 0
        runs.append(made)
    applied = tuple(_applied(each, law) for each in proven)
    return Factors(applied=applied, lenient=counts[LENIENT], severe=counts[SEVERE], runs=tuple(runs))


def with_priors(proven: Sequence[ProvenFactor], fined: Sequence[PastDecision]) -> tuple[ProvenFactor, ...]:
    """Return the factors with what earlier fines prove by themselves: one is a prior, a further one a second prior too.

    Their evidence is the number of each decision; what the officers name besides, for fines of before this system, is kept. Source:
    行政处罚法 Art. 34 (the published benchmark counts a prior within 24 months once, and a second one once).
    """
    numbers = tuple(each.number for each in fined)
    known = {PRIOR: numbers[-1:], SECOND_PRIOR: numbers if len(numbers) > 1 else ()}
    kept = [ProvenFactor(each.key, tuple(dict.fromkeys((*each.evidence, *known.get(each.key, ()))))) for each in proven]
    named = {each.key for each in proven}
    return (*kept, *(ProvenFactor(key, evidence) for key, evidence in known.items() if evidence and key not in named))


def _unproven(each: ProvenFactor, before: Sequence[ProvenFactor], law: LawBook) -> str | None:
    factor = law.causes.factors.get(each.key)
    if factor is None:
        return f"没有“{each.key}”这一情节。"
    if not any(reference.strip() for reference in each.evidence):
        return f"“{factor.title}”须注明证据。" + ("没有查到这样的处罚决定，须附决定书。" if each.key in _REPEATS else "")
    if any(other.key == each.key for other in before):
        return f"“{factor.title}”不能重复认定。"
    return None


def _unfounded(each: ProvenFactor, proven: Sequence[ProvenFactor], case: AssessmentInput, law: LawBook, basis: str) -> str | None:
    """Return why the law or the facts do not carry a factor."""
    factor = law.causes.factors[each.key]
    statute = factor.cite.rpartition(" ")[0]
    if statute not in {_GENERAL, basis.rpartition(" ")[0]}:
        return f"“{factor.title}”是{statute}规定的情节，本案依{basis}处罚，不适用。"
    if each.key == PARTIAL_CAPACITY and case.circumstances.capacity != "限制":
        return f"“{factor.title}”须先在当事人一栏记录限制民事行为能力及其证据。"
    if each.key == REFUSING and not case.refused:
        return f"“{factor.title}”须先查明拒不改正：责令改正已送达，期满复查仍未改正。"
    if each.key == GRAVE_HARM and case.circumstances.harm != "明显":
        return f"“{factor.title}”与查明的危害后果（{case.circumstances.harm}）不符。"
    if each.key == RESTORED and any(other.key == HARM_REDUCED for other in proven):
        return f"“{factor.title}”已按“{law.causes.factors[HARM_REDUCED].title}”认定，不能重复认定。"
    return None


def _counted(each: ProvenFactor, elements: Collection[str], law: LawBook) -> str | None:
    """Return why a factor is an element already."""
    title = law.causes.factors[each.key].title
    return f"“{title}”已作为阶次要件，不能再作为情节。" if _ELEMENTS.get(each.key) in elements else None


def _applied(each: ProvenFactor, law: LawBook) -> AppliedFactor:
    factor = law.causes.factors[each.key]
    return AppliedFactor(title=factor.title, direction=factor.direction, basis=factor.cite, evidence=each.evidence)
