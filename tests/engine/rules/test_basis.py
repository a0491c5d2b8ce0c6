from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import LawError
from engine.law.causes import Basis, Limb
from engine.rules.basis import choose_basis, recorded_basis
from tests.engine.law.published import BOOK, CAUSES

Ends = tuple[Decimal, Decimal]

LIMB = CAUSES.cause("JC04").limbs["exceeding"]
NEW, OLD = LIMB.bases
BEFORE, AFTER = date(2026, 8, 14), date(2026, 10, 26)


def limb(old: Basis | None, new: Basis | None) -> Limb:
    return replace(LIMB, bases=tuple(basis for basis in (new, old) if basis))


def test_the_law_at_the_act_when_both_are_alike() -> None:
    choice = choose_basis(LIMB, BEFORE, AFTER, BOOK)
    assert choice.basis == OLD
    assert choice.other == NEW


def test_the_law_at_the_decision_when_it_is_lighter() -> None:
    lower = replace(NEW, maximum=Decimal(40_000))
    assert choose_basis(limb(OLD, lower), BEFORE, AFTER, BOOK).basis == lower


def test_the_same_law_at_both_days() -> None:
    choice = choose_basis(LIMB, date(2026, 9, 14), AFTER, BOOK)
    assert (choice.basis, choice.other) == (NEW, None)


@pytest.mark.parametrize(
    ("changes", "chosen"),
    [
        ({"maximum": Decimal(40_000), "minimum": Decimal(9_000)}, "决定时的规定"),
        ({"maximum": Decimal(60_000), "minimum": Decimal(1_000)}, "行为时的规定"),
        ({"minimum": Decimal(2_000)}, "决定时的规定"),
        ({"minimum": Decimal(6_000)}, "行为时的规定"),
        ({"kinds": ("罚款", "没收违法所得")}, "行为时的规定"),
        ({"kinds": ()}, "决定时的规定"),
        ({}, "行为时的规定"),
        ({"maximum": None, "minimum": None}, "决定时的规定"),
    ],
)
def test_maximum_then_minimum_then_further_kinds(changes: dict[str, object], chosen: str) -> None:
    new = replace(NEW, **changes)  # type: ignore[arg-type]  # The names are those of the fields.
    choice = choose_basis(limb(OLD, new), BEFORE, AFTER, BOOK)
    assert choice.basis == (new if chosen == "决定时的规定" else OLD)
    assert choice.run.outcome["value"]["结论"] == chosen  # type: ignore[index,call-overload]  # JSON.


ENDS = st.none() | st.tuples(st.integers(0, 5), st.integers(0, 5)).map(lambda pair: tuple(Decimal(1000 * end) for end in sorted(pair)))
KINDS = st.sampled_from([("罚款",), ("没收违法所得", "罚款"), ("没收违法所得", "罚款", "责令停业整治"), ("警告",)])


@given(ENDS, KINDS, ENDS, KINDS)
def test_the_law_that_governs_is_never_the_heavier_one(old: Ends | None, before: tuple[str, ...], new: Ends | None, after: tuple[str, ...]) -> None:
    then, now = (
        replace(basis, minimum=ends and ends[0], maximum=ends and ends[1], kinds=kinds)
        for basis, ends, kinds in ((OLD, old, before), (NEW, new, after))
    )
    choice = choose_basis(limb(then, now), BEFORE, AFTER, BOOK)
    assert choice.other is not None
    assert weight(choice.basis) <= weight(choice.other)
    assert choice.basis == then or weight(now) < weight(then)


def weight(basis: Basis) -> tuple[Decimal, Decimal, int]:
    return basis.maximum or Decimal(0), basis.minimum or Decimal(0), len(basis.kinds)


@given(st.dates(date(2026, 7, 1), date(2026, 12, 31)), st.dates(date(2026, 7, 1), date(2026, 12, 31)))
def test_both_ends_of_a_term_are_in_force(act: date, decided: date) -> None:
    choice = choose_basis(LIMB, act, decided, BOOK)
    assert {choice.basis.cite, *([choice.other.cite] if choice.other else [])} == {
        next(basis.cite for basis in LIMB.bases if basis.in_force(day)) for day in (act, decided)
    }


@pytest.mark.parametrize(("bases", "article"), [((None, NEW), "行政处罚法 38"), ((OLD, None), "行政处罚法 37")])
def test_without_a_basis_at_both_days_there_is_no_penalty(bases: tuple[Basis | None, Basis | None], article: str) -> None:
    with pytest.raises(LawError) as refused:
        choose_basis(limb(*bases), BEFORE, AFTER, BOOK)
    assert (refused.value.code, refused.value.basis) == ("no_basis", article)


def test_what_was_assessed_under_an_earlier_catalogue_is_read_or_reported_anew() -> None:
    assert recorded_basis(LIMB, "生态环境法典 1132(1)", BOOK) == recorded_basis(LIMB, "生态环境法典 1132①", BOOK) == NEW
    with pytest.raises(LawError, match="重新提出终结报告") as refusal:
        recorded_basis(CAUSES.limb("JC07", "dumping"), "固体废物污染环境防治法 111①(4)", BOOK)
    assert (refusal.value.code, refusal.value.basis) == ("no_basis", "行政处罚法 38")
