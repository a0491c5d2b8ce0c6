"""Suspected crimes: from which quantity, what waits, what is set off."""

from datetime import date
from decimal import Decimal

import pytest

from engine.errors import LawError
from engine.rules.police_transfer import check_here, check_offset, check_standard


def test_three_tonnes_of_dangerous_waste_are_a_suspected_crime() -> None:
    check_standard(Decimal("3.000"), 3)
    with pytest.raises(LawError, match=r"2\.999吨，不足3吨") as refused:
        check_standard(Decimal("2.999"), 3)
    assert (refused.value.code, refused.value.basis, refused.value.field) == ("no_basis", "法释〔2023〕7号 1(2)", "tonnes")


def test_what_would_end_a_case_waits_while_the_police_have_it() -> None:
    check_here(None, "撤案")
    with pytest.raises(LawError, match="9月18日决定移送公安机关，撤案须待") as refused:
        check_here(date(2026, 9, 18), "撤案")
    assert refused.value.code == "case_transferred"


def test_no_more_is_set_off_than_was_fined() -> None:
    check_offset(Decimal(19500), Decimal(19500))
    with pytest.raises(LawError, match="不能超过移送以前的罚款19500元") as refused:
        check_offset(Decimal("19500.01"), Decimal(19500))
    assert refused.value.code == "overpaid"
    with pytest.raises(LawError, match="没有给予罚款"):
        check_offset(Decimal(1), None)
