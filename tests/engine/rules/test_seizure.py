"""Seizure: only a law or a regulation in force can allow it. Source: 行政强制法 Art. 10, 22."""

from dataclasses import replace
from datetime import date

import pytest

from engine.errors import LawError
from engine.law.causes import SeizureBasis
from engine.rules.seizure import seizure_basis
from tests.engine.law.published import BOOK

STALLS = BOOK.causes.cause("JC28")
ENACTED = date(2020, 5, 1)


def test_the_local_regulation_allows_it_from_its_first_day_on() -> None:
    assert seizure_basis(STALLS, ENACTED, BOOK.statutes) == "江川市摊贩管理条例 31"
    with pytest.raises(LawError) as refused:
        seizure_basis(STALLS, date(2020, 4, 30), BOOK.statutes)
    assert refused.value.code == "basis_not_in_force"


def test_a_basis_that_was_repealed_allows_nothing_more() -> None:
    repealed = replace(STALLS, seizures=(SeizureBasis("江川市摊贩管理条例 31", ENACTED, date(2026, 1, 31)),))
    assert seizure_basis(repealed, date(2026, 1, 31), BOOK.statutes)
    with pytest.raises(LawError) as refused:
        seizure_basis(repealed, date(2026, 2, 1), BOOK.statutes)
    assert refused.value.code == "basis_not_in_force"


def test_without_a_law_there_is_no_seizure() -> None:
    below = replace(STALLS, seizures=(SeizureBasis("住房和城乡建设行政处罚程序规定", ENACTED),))
    for cause in (BOOK.causes.cause("JC04"), below):
        with pytest.raises(LawError) as refused:
            seizure_basis(cause, date(2026, 3, 10), BOOK.statutes)
        assert (refused.value.code, refused.value.basis) == ("no_basis", "行政强制法 10、22")


def test_what_the_law_lets_seal_it_does_not_let_take_along() -> None:
    kitchen, day = BOOK.causes.cause("JC04"), date(2026, 9, 14)
    assert seizure_basis(kitchen, day, BOOK.statutes, "seal") == "生态环境法典 52"
    with pytest.raises(LawError, match="可以扣押"):
        seizure_basis(kitchen, day, BOOK.statutes, "seize")


def test_a_building_site_is_sealed_on_the_governments_order_only() -> None:
    site, day = BOOK.causes.cause("JC20"), date(2026, 9, 14)
    assert seizure_basis(site, day, BOOK.statutes, "seal", "江政责字〔2026〕5号") == "城乡规划法 68"
    with pytest.raises(LawError) as refused:
        seizure_basis(site, day, BOOK.statutes, "seal")
    assert (refused.value.code, refused.value.basis, refused.value.field) == ("no_basis", "城乡规划法 68", "order")
