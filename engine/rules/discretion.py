"""Discretion (行政裁量): from the facts of a case to basis, exemption, tier, factors, amount and routing (D0-D6)."""

from dataclasses import dataclass
from decimal import Decimal

from engine.errors import InvalidInputError, LawError
from engine.law.book import LawBook
from engine.law.causes import Cause, Limb
from engine.rules.amount import recommended, share
from engine.rules.assessment import Assessment, AssessmentInput, Frame
from engine.rules.basis import BasisChoice, choose_basis
from engine.rules.exemption import BARRING, Exemption, examine
from engine.rules.explanation import reckoning_lines
from engine.rules.factor import Factors, weigh
from engine.rules.fine import Adjustment, check_fine, guard_fine
from engine.rules.reckoning import ReckoningLine
from engine.rules.routing import Penalty, route, summary_cap
from engine.rules.tier import Tier, check_untiered, find_tier, is_slight

__all__ = ["Adjustment", "Assessment", "AssessmentInput", "assess", "check_fine", "guard_fine"]

_MITIGATING = ("行政处罚法 30", "行政处罚法 31", "行政处罚法 32")
ADULT = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class _Findings:
    """What was found on the way: D0 to D4."""

    cause: Cause
    limb: Limb
    choice: BasisChoice
    exemption: Exemption
    tier: Tier | None
    fined: bool
    factors: Factors
    rate: Decimal | None
    amount: Decimal | None


def assess(case: AssessmentInput, law: LawBook) -> Assessment:
    """Return the basis, exemption, tier, factors, recommended amount and routing of a case, with everything that explains them.

    Refuses with no_basis (行政处罚法 Art. 37, 38, 40), prior_order_required, no_benchmark (Art. 34), and with invalid input where a
    quantity or the evidence of a factor is missing. A case that is exempt has no tier and no amount.
    """
    found = _find(case, law)
    exempt = found.exemption.conclusion in BARRING or case.exempt
    kinds = () if exempt else found.choice.basis.kinds
    frame = _frame(found, case, law)
    guard, guard_run = guard_fine(frame, found.amount, law)
    minor = case.circumstances.age is not None and case.circumstances.age < ADULT
    penalty = Penalty(case.party, found.amount, kinds, case.complex, case.interest, minor=minor, summary=case.summary)
    routing, routing_run = route(penalty, law)
    runs = (found.exemption.run, found.tier and found.tier.run, *found.factors.runs, guard_run, routing_run)
    basis = found.choice.basis
    return Assessment(
        cause=found.cause.id,
        limb=found.limb.key,
        basis=basis.cite,
        basis_full=law.statutes.full(basis.cite),
        basis_reason=found.choice.reason,
        benchmark=law.causes.benchmark,
        version=found.tier.run.version if found.tier else law.causes.version,
        exemption=found.exemption.conclusion,
        exemption_reason=found.exemption.reason,
        tier=found.tier.name if found.tier else "",
        condition=found.tier.condition if found.tier else "",
        lenient=found.factors.lenient,
        severe=found.factors.severe,
        factors=found.factors.applied,
        amount=found.amount,
        kinds=kinds,
        frame=frame,
        guard=guard,
        routing=routing,
        runs=tuple(run for run in runs if run),
        lines=_lines(found),
        sources=_sources(found),
        past=case.past,
        edition_reason=found.tier.reason if found.tier else "",
    )


def _find(case: AssessmentInput, law: LawBook) -> _Findings:
    cause = law.causes.cause(case.cause)
    limb = cause.limbs[case.limb]
    choice = choose_basis(limb, case.act_end, case.decided)
    basis = choice.basis
    _check_party(limb, case)
    if (limb.requires_prior_order or case.refused) and not case.prior_order:
        raise LawError(
            "prior_order_required",
            "须先送达责令改正通知书，期满复查仍未改正，才可以处罚。",
            basis=basis.cite,
            field="refused" if case.refused else "limb",
        )
    exemption = examine(case.circumstances, slight=is_slight(cause, basis, case, law), law=law)
    fined = basis.maximum is not None and exemption.conclusion not in BARRING and not case.exempt
    if fined and case.untiered:
        check_untiered(cause, basis, case, law)
    tier = find_tier(cause, basis, case, law) if fined and not case.untiered else None
    factors = weigh(case.factors, law, tier_counts_repeats=tier is not None and tier.counts_repeats)
    if fined:
        _check_minor(case)
    rate = recommended(tier.low, tier.high, factors.lenient, factors.severe, basis.unit) if tier else None
    amount = None if rate is None else _yuan(rate, basis.unit, case)
    return _Findings(cause=cause, limb=limb, choice=choice, exemption=exemption, tier=tier, fined=fined, factors=factors, rate=rate, amount=amount)


def _check_party(limb: Limb, case: AssessmentInput) -> None:
    """Refuse a limb that names individuals for a unit; who trades in his own name counts as one (行政处罚法 Art. 38)."""
    if limb.party == "citizen" and case.party == "org":
        raise LawError("no_basis", f"“{limb.title}”只处罚个人，不适用于单位，请选择其他情形。", basis=limb.bases[0].cite, field="limb")


def _check_minor(case: AssessmentInput) -> None:
    """Refuse to fine a minor of 14 to 17 years without the factor that the law demands, and an adult with it (行政处罚法 Art. 30)."""
    age = case.circumstances.age
    weighed = any(each.key == "minor" for each in case.factors)
    if age is not None and weighed != (age < ADULT):
        message = (
            "当事人行为时未满十八周岁，应当从轻或者减轻处罚，须列入该情节。" if not weighed else "当事人行为时已满十八周岁，不适用未成年人从轻情节。"
        )
        raise InvalidInputError({"factors": [message]})


def _yuan(value: Decimal, unit: str, case: AssessmentInput) -> Decimal:
    """Return an end of a range in yuan: as it is, or as a percentage of the base amount."""
    if unit == "yuan":
        return value
    if case.base is None:
        raise InvalidInputError({"base": ["请填写计算罚款的基数（元）。"]})
    return share(case.base, value)


def _frame(found: _Findings, case: AssessmentInput, law: LawBook) -> Frame:
    basis, tier = found.choice.basis, found.tier
    statutory = (basis.minimum, basis.maximum) if found.fined else (None, None)
    ends = (*statutory, *((tier.low, tier.high) if tier else (None, None)))
    minimum, maximum, low, high = (None if end is None else _yuan(end, basis.unit, case) for end in ends)
    return Frame(
        cite=basis.cite if found.fined or basis.maximum is None else found.exemption.basis,
        minimum=minimum,
        maximum=maximum,
        may=found.limb.may,
        low=low,
        high=high,
        tier=tier.name if tier else "",
        summary_cap=summary_cap(case.party, law) if case.summary else None,
        mitigating=any(factor.basis.startswith(_MITIGATING) for factor in found.factors.applied),
    )


def _lines(found: _Findings) -> tuple[ReckoningLine, ...]:
    if found.tier is None or found.rate is None:
        return ()
    unit = found.choice.basis.unit
    lines = reckoning_lines(found.cause, found.tier, found.factors, found.rate, unit)
    if unit == "yuan" or found.amount is None:
        return lines
    return (*lines, ReckoningLine("折合罚款", "按基数计算，四舍五入到元", f"{found.amount:,f}元"))


def _sources(found: _Findings) -> tuple[str, ...]:
    changed = ("行政处罚法 37",) if found.choice.other else ()
    cites = (found.choice.basis.cite, *changed, found.exemption.basis, *(factor.basis for factor in found.factors.applied), "行政处罚法 34")
    return tuple(dict.fromkeys(cites))
