"""Every limb of every cause, whatever the facts: no fine leaves the statute in force, and circumstances push the way they must."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.errors import InvalidInputError, LawError
from engine.law.causes import Basis, Limb
from engine.rules.assessment import Assessment, AssessmentInput, Circumstances, ProvenFactor
from engine.rules.basis import choose_basis, punishes
from engine.rules.discretion import Adjustment, assess, check_fine
from engine.rules.money import LIMIT
from engine.rules.rate import product
from tests.engine.law.published import BOOK

DECIDED = date(2026, 10, 26)
LIMBS = [(cause.id, limb) for cause in BOOK.causes.causes.values() for limb in cause.limbs.values() if not limb.lawful]
PARTIES = ("citizen", "org", "getihu")
SCALE = {"yuan": Fraction(1), "percent": Fraction(1, 100), "times": Fraction(1), "each": Fraction(1)}
FACTORS = {key: factor.direction for key, factor in BOOK.causes.factors.items() if key != "minor"}
SUMS = st.decimals("0.01", "5000000", places=2)
PIECES = {"张", "株"}
WHOLE = st.integers(1, 5_000_000).map(Decimal)
PANEL = Adjustment(reason="情节", panel=True)


@st.composite
def cases(draw: st.DrawFn) -> AssessmentInput:
    """Return facts under any limb: an act before or after the code, a party whom the limb names, every quantity, no factor yet."""
    cause, limb = draw(st.sampled_from(LIMBS))
    party = draw(st.sampled_from([party for party in PARTIES if punishes(limb, party, BOOK)]))
    measures = {item.key: draw(WHOLE if item.unit in PIECES or item.key in limb.base else SUMS) for item in limb.inputs}
    assume(product(*(measures[key] for key in limb.base)) < LIMIT)
    refused = limb.requires_prior_order or draw(st.booleans())
    return AssessmentInput(
        cause=cause,
        limb=limb.key,
        party=party,
        act_end=date(2026, 8, 15) + timedelta(days=draw(st.integers(-200, 70))),
        decided=DECIDED,
        measures=measures,
        repeats=draw(st.integers(0, 3)),
        refused=refused,
        prior_order=refused,
    )


def tried(case: AssessmentInput) -> Assessment | None:
    """Return the assessment, by the panel where no tier was published; None where the facts are no breach."""
    try:
        return assess(case, BOOK)
    except LawError as refusal:
        if refusal.code == "no_basis":
            return None
        if refusal.code != "no_benchmark":
            raise
    return assess(replace(case, untiered=True), BOOK)


def carried(case: AssessmentInput, key: str) -> bool:
    """Tell whether the law and the facts carry a factor: it is no element already, and of the statute that is applied."""
    if key in {"prior", "second_prior"}:
        return False
    try:
        tried(replace(case, factors=(ProvenFactor(key, ("证据1",)),)))
    except InvalidInputError as refusal:
        if refusal.fields.keys() != {"factors"}:
            raise
        return False
    return True


def refused(assessment: Assessment, fine: Decimal) -> LawError | None:
    """Return why a fine is refused though the panel agreed, None where it is accepted."""
    try:
        check_fine(assessment, fine, adjustment=PANEL)
    except LawError as refusal:
        return refusal
    return None


def governing(case: AssessmentInput) -> tuple[Limb, Basis]:
    limb = BOOK.causes.limb(case.cause, case.limb)
    return limb, choose_basis(limb, case.act_end, case.decided, BOOK).basis


def ends(case: AssessmentInput) -> tuple[Fraction, Fraction]:
    """Return the statute's range in yuan, exactly, reckoned apart from the code that is tested."""
    limb, basis = governing(case)
    base = Fraction(1)
    for key in limb.base:
        base *= Fraction(case.measures[key])
    low, high = (Fraction(end or 0) * base * SCALE[basis.unit] for end in (basis.minimum, basis.maximum))
    return low, high


@given(cases())
def test_no_proposed_fine_leaves_the_statute_in_force(case: AssessmentInput) -> None:
    assessment = tried(case)
    if assessment is None:
        return
    low, high = ends(case)
    if assessment.amount is None:
        assert assessment.frame.low is None
        return
    assert low <= Fraction(assessment.amount) <= high
    assert assessment.guard == "阶次内"
    check_fine(assessment, assessment.amount)


@given(cases(), st.decimals("0", "2000000", places=2))
def test_no_fine_outside_the_statute_is_ever_accepted(case: AssessmentInput, fine: Decimal) -> None:
    assessment = tried(case)
    if assessment is None:
        return
    low, high = ends(case)
    refusal = refused(assessment, fine)
    if refusal is None:
        assert low <= Fraction(fine) <= high or (fine == 0 and assessment.frame.may)
    else:
        assert refusal.code in {"above_statutory_maximum", "below_statutory_minimum", "no_basis"}
        assert refusal.basis == assessment.basis


@given(cases(), st.lists(st.sampled_from(sorted(FACTORS)), unique=True), st.sampled_from(sorted(FACTORS)))
def test_a_factor_pushes_the_way_of_its_direction(case: AssessmentInput, others: list[str], key: str) -> None:
    case = replace(case, circumstances=Circumstances(capacity="限制"))
    chosen = [other for other in dict.fromkeys((*others, key)) if other in {"harm_reduced", "restored"}]
    assume(key not in others and len(chosen) <= 1 and carried(case, key))
    proven = tuple(ProvenFactor(other, ("证据1",)) for other in others if carried(case, other))
    before, after = (tried(replace(case, factors=factors)) for factors in (proven, (*proven, ProvenFactor(key, ("证据1",)))))
    if before is None or before.amount is None:
        assert after is None or after.amount is None
        return
    assert after is not None
    assert after.amount is not None
    assert after.amount <= before.amount if FACTORS[key] == "lenient" else after.amount >= before.amount


@pytest.mark.parametrize(("cause", "limb"), LIMBS, ids=[f"{cause}-{limb.key}" for cause, limb in LIMBS])
def test_two_steps_are_two_steps(cause: str, limb: Limb) -> None:
    party = next(party for party in PARTIES if punishes(limb, party, BOOK))
    measures = {item.key: Decimal(3) for item in limb.inputs}
    case = AssessmentInput(cause=cause, limb=limb.key, party=party, act_end=date(2026, 9, 24), decided=DECIDED, measures=measures, untiered=False)
    if not limb.requires_prior_order:
        tried(case)
        return
    with pytest.raises(LawError) as refusal:
        assess(case, BOOK)
    assert (refusal.value.code, refusal.value.field) == ("prior_order_required", "limb")
    assert assess(replace(case, exempt=True), BOOK).amount is None
    assert tried(replace(case, refused=True, prior_order=True)) is not None


def test_what_the_law_calls_no_breach_is_refused_with_its_article() -> None:
    with pytest.raises(LawError, match="违法事实不成立") as refusal:
        assess(AssessmentInput(cause="JC28", limb="designated", party="citizen", act_end=DECIDED, decided=DECIDED), BOOK)
    assert (refusal.value.code, refusal.value.basis, refusal.value.field) == ("no_basis", "无证无照经营查处办法 3(1)", "limb")


@pytest.mark.parametrize(
    ("cause", "limb", "party", "word"),
    [
        ("JC25", "unlicensed", "citizen", "只处罚单位和个体工商户"),
        ("JC26", "user_org", "citizen", "只处罚单位"),
        ("JC27", "trading_person", "org", "只处罚个人"),
    ],
)
def test_a_limb_for_others_is_refused(cause: str, limb: str, party: str, word: str) -> None:
    with pytest.raises(LawError, match=word) as refusal:
        assess(AssessmentInput(cause=cause, limb=limb, party=party, act_end=DECIDED, decided=DECIDED, untiered=True), BOOK)
    assert (refusal.value.code, refusal.value.field) == ("no_basis", "limb")
    assert punishes(BOOK.causes.limb("JC25", "unlicensed"), "getihu", BOOK)


@pytest.mark.parametrize(("cause", "limb"), LIMBS, ids=[f"{cause}-{limb.key}" for cause, limb in LIMBS])
def test_a_warning_alone_is_given_where_the_law_knows_one_and_demands_no_fine(cause: str, limb: Limb) -> None:
    party = next(party for party in PARTIES if punishes(limb, party, BOOK))
    case = AssessmentInput(cause=cause, limb=limb.key, party=party, act_end=DECIDED, decided=DECIDED, prior_order=True, summary=True, warning=True)
    basis = next((basis for basis in limb.bases if basis.in_force(DECIDED)), None)
    if basis is None or "警告" not in basis.kinds or (basis.span is not None and not limb.may):
        with pytest.raises(LawError) as refused:
            assess(case, BOOK)
        assert (refused.value.code, refused.value.field) == ("no_basis", "limb" if basis is None else "way")
        return
    found = assess(case, BOOK)
    assert (found.kinds, found.amount, found.frame.maximum, found.frame.cite) == (("警告",), None, None, basis.cite)
    assert found.routing.summary_ok
    assert not found.routing.credit_push
