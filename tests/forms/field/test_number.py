import pytest

from tests.forms.filled import fill, refusal


@pytest.mark.parametrize(("typed", "kept"), [("0.05", "0.05"), ("1,409.50元", "1409.50"), (" 150 ", "150"), (100000, "100000"), (0.1, "0.1")])
def test_money_is_kept_as_it_was_said(typed: object, kept: str) -> None:
    assert fill("payment", amount=typed).values["amount"] == kept


def test_a_payment_of_nothing_is_refused() -> None:
    assert refusal("payment", amount="0.00") == {"amount": "缴款金额须大于零。"}


def test_a_number_that_no_paper_holds_is_refused() -> None:
    assert set(refusal("payment", amount=10**5000)) == {"amount"}


def test_a_fine_of_nothing_may_be_decided() -> None:
    assert fill("decide", fine="0").values["fine"] == "0"


@pytest.mark.parametrize(("typed", "kept"), [("4.8", "4.8"), (4.8, "4.8"), ("0.001", "0.001"), (30, "30"), ("４．８", "4.8")])
def test_a_measure_has_up_to_three_decimals(typed: object, kept: str) -> None:
    assert fill("investigation_report", measured=typed).values["measured"] == kept


@pytest.mark.parametrize("typed", ["4.8001", "-4.8", "4,8", "4.", ".8", "4.8mg", "1" * 10, 1e-9, float("inf"), False])
def test_a_measure_that_is_none_is_refused(typed: object) -> None:
    assert refusal("investigation_report", measured=typed) == {"measured": "实测值或者数量须为不小于零的数，至多三位小数。"}


@pytest.mark.parametrize("typed", ["0", "-1", "1.5", "100001", "许多", True, 1.5])
def test_a_count_is_a_whole_number_from_one(typed: object) -> None:
    assert refusal("archiving", pages=typed) == {"pages": "页数须为1至100000的整数。"}


def test_a_count_is_kept_as_a_number() -> None:
    assert fill("archiving", pages="86").values["pages"] == fill("archiving", pages=86).values["pages"] == 86
