"""Suspected crimes: from which quantity, what waits, what is set off."""

from datetime import date
from decimal import Decimal

import pytest

from engine.errors import LawError
from engine.rules.police_transfer import check_capacity, check_here, check_offset, check_recipient, check_standard, is_police


def test_three_tonnes_of_dangerous_waste_are_a_suspected_crime() -> None:
    check_standard(Decimal("3.000"), 3)
    with pytest.raises(LawError, match=r"2\.999吨，不足3吨") as refused:
        check_standard(Decimal("2.999"), 3)
    assert (refused.value.code, refused.value.basis, refused.value.field) == ("no_basis", "法释〔2023〕7号 1(2)", "tonnes")


@pytest.mark.parametrize("body", ["江川市公安局", "江川市公安局东湖分局", "东湖派出所", "江川市公安局经侦支队"])
def test_no_case_is_handed_to_the_police_past_the_procedure_of_a_suspected_crime(body: str) -> None:
    assert is_police(body)
    with pytest.raises(LawError, match="请启动“移送公安机关”") as refused:
        check_recipient(body, minor=False, field="body")
    assert (refused.value.code, refused.value.basis) == ("no_basis", "移送涉嫌犯罪案件规定 3、5、行政处罚法 27")
    check_recipient(body, minor=True, field="body")


@pytest.mark.parametrize("body", ["江川市生态环境局", "江川市城市管理综合行政执法局", "江川市人民政府", "江川市应急管理局"])
def test_every_other_body_can_have_the_power(body: str) -> None:
    check_recipient(body, minor=False, field="body")


def test_a_deputy_is_no_principal_head() -> None:
    check_capacity("局长", "principal")
    check_capacity(None, "principal")
    check_capacity("分管负责人", "presiding")
    for title in ("分管负责人", "副局长"):
        with pytest.raises(LawError, match="由正职负责人决定") as refused:
            check_capacity(title, "principal")
        assert (refused.value.code, refused.value.field) == ("not_allowed", "capacity")


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
