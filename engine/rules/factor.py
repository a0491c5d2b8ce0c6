"""Factors (裁量情节, D3): what lowers or raises a fine inside its tier, each with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from engine.errors import InvalidInputError
from engine.law.book import LawBook
from engine.rules.assessment import AppliedFactor, ProvenFactor, Run
from engine.rules.history import PastDecision
from engine.rules.table import run

LENIENT, SEVERE = "lenient", "severe"
_LISTS = {LENIENT: "从轻情节", SEVERE: "从重情节"}
PRIOR, SECOND_PRIOR = "prior", "second_prior"
_REPEATS = frozenset({PRIOR, SECOND_PRIOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """The factors that count, and how many of each direction."""

    applied: tuple[AppliedFactor, ...]
    lenient: int
    severe: int
    runs: tuple[Run, ...]


def weigh(proven: Sequence[ProvenFactor], law: LawBook, *, tier_counts_repeats: bool) -> Factors:
    """Return the factors of a case counted by the published table (行政处罚法 Art. 30, 32, 34, 49).

    Refuses a factor that is unknown, named twice, without evidence (Art. 40), or already an element of the tier.
    """
    problems = [problem for index, each in enumerate(proven) if (problem := _problem(each, proven[:index], law, tier_counts_repeats))]
    if problems:
        raise InvalidInputError({"factors": problems})
    counts, runs = {}, []
    for direction, name in _LISTS.items():
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


def _problem(each: ProvenFactor, before: Sequence[ProvenFactor], law: LawBook, tier_counts_repeats: bool) -> str | None:  # noqa: FBT001  # One call, one line above.
    factor = law.causes.factors.get(each.key)
    if factor is None:
        return f"没有“{each.key}”这一情节。"
    if not any(reference.strip() for reference in each.evidence):
        return f"“{factor.title}”须注明证据。" + ("没有查到这样的处罚决定，须附决定书。" if each.key in _REPEATS else "")
    if any(other.key == each.key for other in before):
        return f"“{factor.title}”不能重复认定。"
    if tier_counts_repeats and each.key in _REPEATS:
        return f"“{factor.title}”已作为阶次要件，不能再作为情节。"
    return None


def _applied(each: ProvenFactor, law: LawBook) -> AppliedFactor:
    factor = law.causes.factors[each.key]
    return AppliedFactor(title=factor.title, direction=factor.direction, basis=factor.cite, evidence=each.evidence)
