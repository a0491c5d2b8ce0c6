from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from engine.errors import LawError
from engine.law.causes import Basis, Limb
from engine.rules.basis import check_basis, choose_basis, lighter, recorded_basis
from tests.engine.law.published import BOOK, CAUSES

LIMB = CAUSES.cause("JC04").limbs["exceeding"]
NEW, OLD = LIMB.bases
BEFORE, AFTER = date(2026, 8, 14), date(2026, 10, 26)


def limb(old: Basis | None, new: Basis | None) -> Limb:
    return replace(LIMB, bases=tuple(basis for basis in (new, old) if basis))


def test_the_law_at_the_act_when_both_are_alike() -> None:
    choice = choose_basis(LIMB, BEFORE, AFTER)
    assert choice.basis == OLD
    assert choice.other == NEW


def test_the_law_at_the_decision_when_it_is_lighter() -> None:
    lower = replace(NEW, maximum=Decimal(40_000))
    assert choose_basis(limb(OLD, lower), BEFORE, AFTER).basis == lower


def test_the_same_law_at_both_days() -> None:
    choice = choose_basis(LIMB, date(2026, 9, 14), AFTER)
    assert (choice.basis, choice.other) == (NEW, None)


@pytest.mark.parametrize(
    ("changes", "is_lighter"),
    [
        ({"maximum": Decimal(40_000), "minimum": Decimal(9_000)}, True),
        ({"minimum": Decimal(2_000)}, True),
        ({"minimum": Decimal(6_000)}, False),
        ({"kinds": ("罚款", "没收违法所得")}, False),
        ({}, False),
    ],
)
def test_maximum_then_minimum_then_further_kinds(changes: dict[str, object], is_lighter: bool) -> None:
    assert lighter(OLD, replace(NEW, **changes)) == is_lighter  # type: ignore[arg-type]  # The names are those of the fields.


@pytest.mark.parametrize(("bases", "article"), [((None, NEW), "行政处罚法 38"), ((OLD, None), "行政处罚法 37")])
def test_without_a_basis_at_both_days_there_is_no_penalty(bases: tuple[Basis | None, Basis | None], article: str) -> None:
    with pytest.raises(LawError) as refused:
        choose_basis(limb(*bases), BEFORE, AFTER)
    assert (refused.value.code, refused.value.basis) == ("no_basis", article)


@pytest.mark.parametrize(
    ("cite", "act", "code"),
    [
        ("生态环境法典 1132①", BEFORE, "not_lighter"),
        ("大气污染防治法 118①", date(2026, 9, 14), "basis_not_in_force"),
        ("城乡规划法 64", BEFORE, "no_basis"),
    ],
)
def test_a_basis_chosen_by_hand_is_checked(cite: str, act: date, code: str) -> None:
    with pytest.raises(LawError) as refused:
        check_basis(LIMB, cite, act, AFTER)
    assert refused.value.code == code


def test_the_governing_basis_is_accepted() -> None:
    assert check_basis(LIMB, "生态环境法典 1132①", date(2026, 9, 14), AFTER) == NEW


def test_what_was_assessed_under_an_earlier_catalogue_is_read_or_reported_anew() -> None:
    assert recorded_basis(LIMB, "生态环境法典 1132(1)", BOOK) == recorded_basis(LIMB, "生态环境法典 1132①", BOOK) == NEW
    with pytest.raises(LawError, match="重新提出终结报告") as refusal:
        recorded_basis(CAUSES.limb("JC07", "dumping"), "固体废物污染环境防治法 111①(4)", BOOK)
    assert (refusal.value.code, refusal.value.basis) == ("no_basis", "行政处罚法 38")
