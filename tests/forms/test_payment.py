import pytest

from tests.forms.filled import fill, refusal


@pytest.mark.parametrize("channel", ["bank", "epay"])
def test_money_comes_through_bank_or_payment_system(channel: str) -> None:
    assert fill("payment", channel=channel).values["channel"] == channel


def test_cash_is_not_offered() -> None:
    assert refusal("payment", channel="cash") == {"channel": "缴款渠道须从选项中选择：银行、电子支付。"}
