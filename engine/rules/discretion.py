"""Discretion (行政裁量): from the facts of a case to basis, exemption, tier, factors, amount and routing (D0-D6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from engine.errors import InvalidInputError, LawError
from engine.law.book import LawBook
from engine.law.causes import Basis, Cause, Limb
from engine.rules.amount import TABLE, Recommended, recommend
from engine.rules.assessment import WARNING, Assessment, AssessmentInput, Frame, Run
from engine.rules.basis import BasisChoice, check_party, choose_basis
from engine.rules.edition import books, lighter_conclusion, lighter_fine
from engine.rules.exemption import BARRING, Exemption, examine
from engine.rules.explanation import CHANGED_LAW, FIXED, converted_lines, fixed_lines, range_lines, reckoning_lines, serious_line
from engine.rules.factor import Factors, weigh, with_priors
from engine.rules.fine import Adjustment, check_fine, guard_fine
from engine.rules.history import priors
from engine.rules.rate import Base, base_of
from engine.rules.reckoning import ReckoningLine
from engine.rules.routing import Penalty, route, summary_cap
from engine.rules.table import find_table
from engine.rules.tier import REFUSED, REPEATS, Tier, check_untiered, find_tier, is_slight, part_of

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
    base: Base | None
    factors: Factors
    recommended: Recommended | None
    edition_reason: str = ""
    compared: Run | None = None

    @property
    def ends(self) -> tuple[Decimal, Decimal] | None:
        """Return the ends of the tier in the unit of the basis, those of the statute where it is fixed; None where there are none."""
        if self.tier is not None:
            return self.tier.low, self.tier.high
        return self.choice.basis.span if self.base is not None and self.choice.basis.fixed else None

    @property
    def amount(self) -> Decimal | None:
        """Return the fine that is recommended, or that the statute fixes, in yuan."""
        if self.recommended is not None:
            return self.recommended.fine
        return self.ends[0] if self.ends is not None else None


def assess(case: AssessmentInput, law: LawBook) -> Assessment:
    """Return the basis, exemption, tier, factors, recommended amount and routing of a case, with everything that explains them.

    Refuses with no_basis (行政处罚法 Art. 37, 38, 40), prior_order_required, no_benchmark (Art. 34), and with invalid input where a
    quantity or the evidence of a factor is missing. A case that is exempt has no tier and no amount.
    """
    found = _find(case, law)
    exempt = found.exemption.conclusion in BARRING or case.exempt
    kinds = () if exempt else (WARNING,) if case.warning else found.choice.basis.kinds
    frame = _frame(found, case, law)
    guard, guard_run = guard_fine(frame, found.amount, law)
    routing, routing_run = route(penalty_of(case, found.amount, kinds), law)
    tiered = (found.tier.compared, found.tier.run) if found.tier else ()
    reckoned = found.recommended and found.recommended.run
    runs = (found.choice.run, found.exemption.run, *tiered, *found.factors.runs, found.compared, reckoned, guard_run, routing_run)
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
        tier=frame.tier,
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
        lines=_lines(found, law),
        sources=_sources(found),
        past=case.past,
        edition_reason=(found.tier.reason if found.tier else "") + found.edition_reason,
    )


def penalty_of(case: AssessmentInput, fine: Decimal | None, kinds: tuple[str, ...]) -> Penalty:
    """Return the penalty in view for these facts: with this fine in yuan, and of these kinds."""
    minor = case.circumstances.age is not None and case.circumstances.age < ADULT
    return Penalty(case.party, fine, kinds, case.complex, case.interest, minor=minor, summary=case.summary)


def _find(case: AssessmentInput, law: LawBook) -> _Findings:
    cause = law.causes.cause(case.cause)
    limb = law.causes.limb(case.cause, case.limb)
    _check_lawful(limb)
    choice = choose_basis(limb, case.act_end, case.decided, law)
    basis = choice.basis
    check_party(limb, choice, case.party, law)
    _check_order(limb, basis, case)
    if case.warning:
        _check_warning(limb, basis)
    slight = is_slight(cause, basis, case, law)
    exemptions = [examine(case.circumstances, slight=slight, law=book) for book in books(law, case.act_end)]
    exemption = exemptions[lighter_conclusion([each.conclusion for each in exemptions])]
    punished = exemption.conclusion not in BARRING and not case.exempt
    fined = punished and basis.span is not None and not case.warning
    if fined and case.untiered:
        check_untiered(cause, basis, case, law)
    tier = find_tier(cause, basis, case, law) if fined and not (case.untiered or basis.fixed) else None
    elements = frozenset() if tier is None else tier.elements
    discretionary = fined and not basis.fixed and REPEATS not in elements
    proven = with_priors(case.factors, priors(case.past, case.act_end, law.parameters)) if discretionary else case.factors
    counted = elements | ({REFUSED} if limb.requires_prior_order else set())
    weighed = [weigh(proven, case, book, basis=basis.cite, elements=counted) for book in books(law, case.act_end)]
    if fined or (punished and case.warning):
        _check_minor(case)
    base = base_of(limb, basis.unit, case) if fined else None
    found = _Findings(cause=cause, limb=limb, choice=choice, exemption=exemption, tier=tier, base=base, factors=weighed[0], recommended=None)
    return _lighter(found, weighed, case.act_end, law)


def _lighter(found: _Findings, weighed: Sequence[Factors], act_end: date, law: LawBook) -> _Findings:
    """Return the findings with factors and amount by the rules at the act, or by today's where those are lighter."""
    then_and_now = books(law, act_end)
    candidates = [replace(found, factors=factors) for factors in weighed]
    reckoned = [replace(each, recommended=_recommended(each, book)) for each, book in zip(candidates, then_and_now, strict=True)]
    then, now = reckoned[0], reckoned[-1]
    if then.recommended is None or now.recommended is None or len(reckoned) == 1:
        return then
    lighter, reason, compared = lighter_fine(then_and_now[0], (then.recommended.fine, now.recommended.fine), act_end, law)
    return replace(now if lighter else then, edition_reason=reason, compared=compared)


def _recommended(found: _Findings, law: LawBook) -> Recommended | None:
    """Return the amount by the published rule; None where there is no tier, and of a sum in yuan that the statute fixes."""
    base, ends = found.base, found.ends
    if base is None or ends is None or (found.tier is None and base.unit == "yuan"):
        return None
    return recommend(base, *ends, found.factors.lenient, found.factors.severe, find_table(TABLE, law))


def _check_lawful(limb: Limb) -> None:
    """Refuse a limb that is no breach at all: what it describes is to be found not established (行政处罚法 Art. 57(1))."""
    if limb.lawful:
        message = f"“{limb.title}”不属于违法行为，不得处罚：应当认定违法事实不成立。"
        raise LawError("no_basis", message, basis=limb.lawful, field="limb")


def _check_order(limb: Limb, basis: Basis, case: AssessmentInput) -> None:
    """Refuse what the law punishes only after an order was served and not obeyed; where nothing is punished, none is asked for."""
    if (case.refused or (limb.requires_prior_order and not case.exempt)) and not case.prior_order:
        raise LawError(
            "prior_order_required",
            "须先送达责令改正通知书，期满复查仍未改正，才可以处罚。",
            basis=basis.cite,
            field="refused" if case.refused else "limb",
        )


def _check_warning(limb: Limb, basis: Basis) -> None:
    """Refuse a warning alone where the basis knows none, and where it demands a fine besides (行政处罚法 Art. 9, 16, 51)."""
    if WARNING not in basis.kinds:
        message = f"对“{limb.title}”没有规定警告：可以当场罚款，或者转普通程序。"
        raise LawError("no_basis", message, basis=basis.cite, field="way")
    if basis.span is not None and not limb.may:
        message = f"对“{limb.title}”应当警告并处罚款，不能只给予警告：当场罚款，或者转普通程序。"
        raise LawError("no_basis", message, basis=basis.cite, field="way")


def _check_minor(case: AssessmentInput) -> None:
    """Refuse to fine a minor of 14 to 17 years without the factor that the law demands, and an adult with it (行政处罚法 Art. 30).

    On the spot no factors are weighed: a minor's case goes on under the ordinary procedure.
    """
    age = case.circumstances.age
    if case.summary and age is not None and age < ADULT:
        message = "当事人行为时未满十八周岁，不适用当场处罚，请转普通程序，已经填写的内容会一并带去。"
        raise LawError("summary_cap", message, basis="行政处罚法 30、51", field="way")
    weighed = any(each.key == "minor" for each in case.factors)
    if age is not None and weighed != (age < ADULT):
        message = (
            "当事人行为时未满十八周岁，应当从轻或者减轻处罚，须列入该情节。" if not weighed else "当事人行为时已满十八周岁，不适用未成年人从轻情节。"
        )
        raise InvalidInputError({"factors": [message]})


def _frame(found: _Findings, case: AssessmentInput, law: LawBook) -> Frame:
    basis, base = found.choice.basis, found.base
    minimum, maximum = base.ends(*_walls(found, basis.span)) if base and basis.span else (None, None)
    low, high = base.ends(*found.ends) if base and found.ends else (None, None)
    return Frame(
        cite=basis.cite if base or basis.span is None or case.warning else found.exemption.basis,
        minimum=minimum,
        maximum=maximum,
        may=found.limb.may,
        low=low,
        high=high,
        tier=_tier_name(found),
        summary_cap=summary_cap(case.party, law) if case.summary else None,
        mitigating=any(factor.basis.startswith(_MITIGATING) for factor in found.factors.applied),
    )


def _walls(found: _Findings, span: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    """Return the statutory range of the case: of an article that asks for 情节严重 from a sum on, the part in which the tier lies."""
    return span if found.tier is None else part_of(found.choice.basis, found.tier) or span


def _tier_name(found: _Findings) -> str:
    if found.tier is not None:
        return found.tier.name
    return FIXED if found.ends else ""


def _lines(found: _Findings, law: LawBook) -> tuple[ReckoningLine, ...]:
    base, basis, made = found.base, found.choice.basis, found.recommended
    if base is None:
        return ()
    if found.amount is None:
        return tuple(range_lines(base, basis))
    converted = () if made is None else converted_lines(base, made)
    if found.tier is None or made is None:
        return (*fixed_lines(law.statutes.full(basis.cite), basis.minimum or Decimal(0), basis.unit), *converted)
    return (*reckoning_lines(found.cause, found.limb, found.tier, found.factors, made), *converted, *serious_line(basis, found.tier))


def _sources(found: _Findings) -> tuple[str, ...]:
    changed = (CHANGED_LAW,) if found.choice.other else ()
    factors = (factor.basis for factor in found.factors.applied)
    cites = (found.choice.basis.cite, *changed, found.exemption.basis, *factors, "行政处罚法 34")
    return tuple(dict.fromkeys(cites))
