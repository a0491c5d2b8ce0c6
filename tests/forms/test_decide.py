import pytest

from tests.forms.filled import FILLED, fill, read, refusal, refused


def test_a_fine_alone_is_a_decision_on_a_penalty() -> None:
    data = read("decide", {"fine": 60000})
    assert data.routing == {"decision": "decide", "outcome": "penalty"}
    assert data.values["fine"] == "60000"


def test_nothing_is_decided_by_silence() -> None:
    assert refused("decide", {}) == {"decision": "请选择决定或者退回。"}
    assert refused("decide", {"decision": "decide"}) == {"outcome": "作出决定的，必须选择处理结果。"}


def test_a_suspected_crime_is_named_and_nothing_else_is() -> None:
    assert refusal("decide", outcome="transfer", fine=None) == {"offence": "认为涉嫌犯罪的，写明涉嫌的罪名。"}
    assert fill("decide", outcome="transfer", fine=None, offence="污染环境罪").routing == {"decision": "decide", "outcome": "transfer"}
    assert refusal("decide", offence="污染环境罪") == {"offence": "不移送公安机关的，不填罪名。"}


@pytest.mark.parametrize("outcome", ["no_penalty", "not_established"])
def test_what_is_no_penalty_has_no_fine(outcome: str) -> None:
    assert fill("decide", outcome=outcome, fine=None).routing == {"decision": "decide", "outcome": outcome}
    assert refusal("decide", outcome=outcome) == {"fine": "不是行政处罚的，不填罚款。"}


def test_a_penalty_has_a_fine() -> None:
    assert refusal("decide", fine=None) == {"fine": "决定处罚的，必须填写罚款金额。"}


def test_a_return_decides_nothing() -> None:
    assert read("decide", {"decision": "return", "reason": "事实不清。"}).routing == {"decision": "return", "outcome": None}
    assert set(refusal("decide", decision="return")) == {"outcome", "reason"}
    assert set(refused("decide", {"decision": "return", "reason": "事实不清。", "fine": "1"})) == {"fine"}
    assert "reason" not in FILLED["decide"]
