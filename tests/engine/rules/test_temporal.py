"""Acts before, after and across 2026-08-15, decided after it: which law governs, why, and inside which range (从旧兼从轻).

Source: 行政处罚法 Art. 37, 38; 生态环境法典 Art. 1057. Every cause whose law the code changed has its examples here.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from engine.errors import LawError
from engine.law.causes import Cause, Limb
from engine.rules.assessment import Assessment, AssessmentInput
from engine.rules.basis import BasisChoice, choose_basis
from engine.rules.discretion import assess
from tests.engine.law.published import BOOK, CAUSES

BEFORE, LAST_DAY, FIRST_DAY, AFTER = date(2026, 8, 10), date(2026, 8, 14), date(2026, 8, 15), date(2026, 9, 1)
DECIDED = date(2026, 10, 26)
EC, DQ, GF, ZS = "生态环境法典", "大气污染防治法", "固体废物污染环境防治法", "噪声污染防治法"

# limb, basis for an act before, basis for one after, range before, range after; None where the basis knows no fine.
OLD_LAW = [
    # The same range: the law at the act stays.
    ("JC03 refusing", f"{DQ} 118③", f"{EC} 1132③", (500, 20_000), (5_000, 20_000)),
    ("JC04 exceeding", f"{DQ} 118①", f"{EC} 1132①", (5_000, 50_000), (5_000, 50_000)),
    ("JC04 refusing", f"{DQ} 118①", f"{EC} 1132①", None, None),
    ("JC05 refusing", f"{DQ} 118②", f"{EC} 1132②", (10_000, 100_000), (10_000, 100_000)),
    ("JC07 construction", f"{GF} 111①(4)", f"{EC} 1169①", (100_000, 1_000_000), (100_000, 1_000_000)),
    ("JC08 serious_refusing", f"{GF} 111③", f"{EC} 1174③", (50_000, 500_000), (50_000, 500_000)),
    ("JC09 unit", f"{GF} 111①(5)", f"{EC} 1174①(2)", (100_000, 1_000_000), (100_000, 1_000_000)),
    ("JC09 individual", f"{GF} 111①(5)", f"{EC} 1174①(2)", (100, 500), (100, 500)),
    ("JC10 plan", f"{GF} 111①(3)", f"{EC} 1174①(4)", (100_000, 1_000_000), (100_000, 1_000_000)),
    ("JC10 removal", f"{GF} 111①(3)", f"{EC} 1174①(4)", (100_000, 1_000_000), (100_000, 1_000_000)),
    ("JC10 disposal", f"{GF} 111①(4)", f"{EC} 1174①(3)", (100_000, 1_000_000), (100_000, 1_000_000)),
    ("JC12 fence", f"{DQ} 115①(1)", f"{EC} 1128①(1)", (10_000, 100_000), (10_000, 100_000)),
    ("JC12 earth", f"{DQ} 115①(2)", f"{EC} 1128①(2)", (10_000, 100_000), (10_000, 100_000)),
    ("JC12 bare", f"{DQ} 115②", f"{EC} 1128②", (10_000, 100_000), (10_000, 100_000)),
    ("JC12 refusing", f"{DQ} 115①", f"{EC} 1128①", None, None),
    ("JC12 owner_refusing", f"{DQ} 115②", f"{EC} 1128②", None, None),
    ("JC13 uncovered", f"{DQ} 116", f"{EC} 1129", (2_000, 20_000), (2_000, 20_000)),
    ("JC13 refusing", f"{DQ} 116", f"{EC} 1129", None, None),
    ("JC14 leaves", f"{DQ} 119①", f"{EC} 1131①", (500, 2_000), (500, 2_000)),
    ("JC14 waste_unit", f"{DQ} 119②", f"{EC} 1131③", (10_000, 100_000), (10_000, 100_000)),
    ("JC14 waste_individual", f"{DQ} 119②", f"{EC} 1131③", (500, 2_000), (500, 2_000)),
    ("JC15 night", f"{ZS} 77(2)", f"{EC} 1185(2)", (10_000, 100_000), (10_000, 100_000)),
    ("JC15 exceeding", f"{ZS} 77(1)", f"{EC} 1185(1)", (10_000, 100_000), (10_000, 100_000)),
    ("JC15 refusing", f"{ZS} 77", f"{EC} 1185", None, None),
    ("JC16 speaker", f"{ZS} 81(2)", f"{EC} 1189(2)", (5_000, 50_000), (5_000, 50_000)),
    ("JC16 exceeding", f"{ZS} 81(1)", f"{EC} 1189(1)", (5_000, 50_000), (5_000, 50_000)),
    ("JC16 commercial", f"{ZS} 81(3)", f"{EC} 1189(3)", (5_000, 50_000), (5_000, 50_000)),
    ("JC16 refusing", f"{ZS} 81", f"{EC} 1189", (50_000, 200_000), (50_000, 200_000)),
    ("JC16 closing", f"{ZS} 81", f"{EC} 1189", (50_000, 200_000), (50_000, 200_000)),
    ("JC17 square", f"{ZS} 82(2)", f"{EC} 1190(2)", (200, 1_000), (200, 1_000)),
    ("JC17 decoration_unit", f"{ZS} 82(3)", f"{EC} 1190(3)", (2_000, 20_000), (2_000, 20_000)),
    # The old range is lower: the law at the act stays too.
    ("JC06 dumping", f"{GF} 111②", f"{EC} 1169③", (100, 500), (100, 1_000)),
    ("JC06 rubble", "城市建筑垃圾管理规定 26", f"{EC} 1169③", (0, 200), (100, 1_000)),
    ("JC07 rubble", "城市建筑垃圾管理规定 26", f"{EC} 1169①", (5_000, 50_000), (100_000, 1_000_000)),
    ("JC07 rubble_person", "城市建筑垃圾管理规定 26", f"{EC} 1169①", (0, 200), (100_000, 1_000_000)),
    ("JC07 household", f"{GF} 111①(1)", f"{EC} 1169①", (50_000, 500_000), (100_000, 1_000_000)),
    ("JC07 household_person", f"{GF} 111②", f"{EC} 1169①", (100, 500), (100_000, 1_000_000)),
]


def limb(name: str) -> Limb:
    return CAUSES.limb(*name.split())


def span(choice: BasisChoice) -> tuple[Decimal | None, Decimal | None]:
    return choice.basis.minimum, choice.basis.maximum


@pytest.mark.parametrize(("name", "old", "new", "before", "after"), OLD_LAW, ids=[row[0] for row in OLD_LAW])
def test_the_law_at_the_act_where_the_new_one_is_not_lighter(
    name: str, old: str, new: str, before: tuple[int, int] | None, after: tuple[int, int] | None
) -> None:
    for act in (BEFORE, LAST_DAY):
        choice = choose_basis(limb(name), act, DECIDED, BOOK)
        assert (choice.basis.cite, choice.other and choice.other.cite) == (old, new)
        assert "不轻于行为时" in choice.reason
        assert span(choice) == (before or (None, None))
    for act in (FIRST_DAY, AFTER):
        choice = choose_basis(limb(name), act, DECIDED, BOOK)
        assert (choice.basis.cite, choice.other, choice.reason) == (new, None, "行为时与决定时适用同一规定")
        assert span(choice) == (after or (None, None))


def test_the_new_law_where_it_is_lighter() -> None:
    choice = choose_basis(limb("JC03 grilling"), BEFORE, DECIDED, BOOK)
    assert (choice.basis.cite, choice.other and choice.other.cite) == (f"{EC} 1132③", f"{DQ} 118③")
    assert "新规定处罚较轻" in choice.reason
    assert span(choice) == (Decimal(500), Decimal(5_000))


@pytest.mark.parametrize("name", ["JC08 serious", "JC12 debris", "JC14 leaves_elsewhere"])
def test_what_the_new_law_spares_is_given_up(name: str) -> None:
    with pytest.raises(LawError, match="已不再处罚这一行为，应当撤案") as refusal:
        choose_basis(limb(name), BEFORE, DECIDED, BOOK)
    assert (refusal.value.code, refusal.value.basis) == ("no_basis", "行政处罚法 37")
    # It was punishable as long as the old law was in force.
    assert choose_basis(limb(name), BEFORE, LAST_DAY, BOOK).other is None


# What else was dumped before was for the environment department (固体废物污染环境防治法 Art. 102), or for nobody.
@pytest.mark.parametrize("name", ["JC18 refusing", "JC13 route", "JC08 refusing", "JC07 dumping"])
def test_what_the_old_law_did_not_punish_is_given_up(name: str) -> None:
    for act in (BEFORE, LAST_DAY):
        with pytest.raises(LawError, match="行为发生时没有处罚依据，应当撤案；可以责令改正") as refusal:
            choose_basis(limb(name), act, DECIDED, BOOK)
        assert (refusal.value.code, refusal.value.basis) == ("no_basis", "行政处罚法 38")
    assert choose_basis(limb(name), FIRST_DAY, DECIDED, BOOK).basis.cite.startswith(EC)


@pytest.mark.parametrize(
    ("name", "party", "before", "after"),
    [
        # 固体废物污染环境防治法 111①(4) names the builder, 111② the individual; the code looks at where the waste comes from.
        ("JC07 construction", "org", f"{GF} 111①(4)", f"{EC} 1169①"),
        ("JC07 construction", "getihu", "", ""),
        ("JC07 rubble", "org", "城市建筑垃圾管理规定 26", f"{EC} 1169①"),
        ("JC07 rubble", "citizen", "", ""),
        ("JC07 rubble_person", "getihu", "城市建筑垃圾管理规定 26", f"{EC} 1169①"),
        ("JC07 rubble_person", "org", "", ""),
        ("JC07 household", "org", f"{GF} 111①(1)", f"{EC} 1169①"),
        ("JC07 household", "getihu", "", ""),
        ("JC07 household_person", "getihu", f"{GF} 111②", f"{EC} 1169①"),
        ("JC07 dumping", "org", "", f"{EC} 1169①"),
        ("JC07 dumping", "getihu", "", f"{EC} 1169①"),
        ("JC06 dumping", "citizen", f"{GF} 111②", f"{EC} 1169③"),
        ("JC06 dumping", "getihu", f"{GF} 111②", f"{EC} 1169③"),
        ("JC06 dumping", "org", "", f"{EC} 1169③"),
    ],
)
def test_who_dumps_what_is_fined_under_his_own_article(name: str, party: str, before: str, after: str) -> None:
    for act, cite in ((BEFORE, before), (LAST_DAY, before), (FIRST_DAY, after)):
        case = AssessmentInput(cause=name[:4], limb=name[5:], party=party, act_end=act, decided=DECIDED, measures={"measured": Decimal(30)})
        if cite:
            assert assessed(case).basis == cite
            continue
        with pytest.raises(LawError) as refusal:
            assessed(case)
        assert (refusal.value.code, refusal.value.field) == ("no_basis", "limb")


def assessed(case: AssessmentInput) -> Assessment:
    """Return the assessment, by the panel where no tier was published for the law at the act."""
    try:
        return assess(case, BOOK)
    except LawError as refusal:
        if refusal.code != "no_benchmark":
            raise
    return assess(replace(case, untiered=True), BOOK)


@pytest.mark.parametrize("limb", ["rubble", "household"])
def test_a_unit_that_builds_nothing_is_not_fined_as_a_builder(limb: str) -> None:
    """What costs a builder 100,000 yuan and more cost others 5,000 to 50,000 yuan, or 50,000 and more, and no tier was published."""
    case = AssessmentInput(cause="JC07", limb=limb, party="org", act_end=LAST_DAY, decided=DECIDED, measures={"measured": Decimal(30)})
    with pytest.raises(LawError) as refusal:
        assess(case, BOOK)
    assert refusal.value.code == "no_benchmark"
    assert assess(replace(case, limb="construction"), BOOK).amount == 450_000


def test_a_unit_was_never_fined_as_an_individual() -> None:
    case = AssessmentInput(cause="JC06", limb="dumping", party="org", act_end=LAST_DAY, decided=DECIDED, measures={"measured": Decimal("0.05")})
    with pytest.raises(LawError, match="只处罚个人，不适用于单位") as refusal:
        assess(case, BOOK)
    assert (refusal.value.code, refusal.value.basis) == ("no_basis", f"{GF} 111②")
    assert assess(replace(case, act_end=FIRST_DAY), BOOK).amount == 150


def _changed(cause: Cause) -> bool:
    return any(basis.valid_to for each in cause.limbs.values() for basis in each.bases)


def test_an_act_across_the_change_is_judged_by_its_end() -> None:
    """An act from July to September is one act that ended under the code; the rules ask for its end alone."""
    for cause in filter(_changed, CAUSES.causes.values()):
        for each in cause.limbs.values():
            if any(basis.cite.startswith(EC) for basis in each.bases):
                assert choose_basis(each, FIRST_DAY, DECIDED, BOOK).basis.cite.startswith(EC), f"{cause.id} {each.key}"


def test_every_cause_that_the_code_changed_has_its_example() -> None:
    told = {row[0].split()[0] for row in OLD_LAW} | {"JC03"}
    assert {cause.id for cause in CAUSES.causes.values() if _changed(cause)} == told
