import pytest

from tests.forms.filled import fill, refusal


def test_a_penalty_has_a_fine() -> None:
    assert refusal("investigation_report", fine=None) == {"fine": "建议处罚的，必须填写拟罚款金额。"}
    assert fill("investigation_report").routing == {"outcome": "penalty"}


def test_a_suspected_crime_is_named_and_nothing_else_is() -> None:
    assert refusal("investigation_report", outcome="transfer", fine=None) == {"offence": "认为涉嫌犯罪的，写明涉嫌的罪名。"}
    assert fill("investigation_report", outcome="transfer", fine=None, offence="污染环境罪").routing == {"outcome": "transfer"}
    assert refusal("investigation_report", offence="污染环境罪") == {"offence": "不移送公安机关的，不填罪名。"}


@pytest.mark.parametrize("outcome", ["no_penalty", "not_established"])
def test_what_is_no_penalty_has_no_fine(outcome: str) -> None:
    assert refusal("investigation_report", outcome=outcome) == {"fine": "不是行政处罚的，不填罚款。"}
    assert fill("investigation_report", outcome=outcome, fine=None).routing == {"outcome": outcome}


def test_an_act_does_not_end_before_it_begins() -> None:
    assert refusal("investigation_report", act_end="2026-09-13") == {"act_end": "终了日期不能早于开始日期。"}


def test_one_cannot_refuse_and_correct() -> None:
    assert refusal("investigation_report", refused="on", corrected="on") == {"corrected": "拒不改正与及时改正不能同时成立。"}


def test_a_quantity_needs_no_limit_but_a_limit_a_quantity() -> None:
    assert fill("investigation_report", measured="30").values["limit"] is None
    assert refusal("investigation_report", limit="2.0") == {"measured": "填写了标准限值的，必须填写实测值。"}


def test_a_term_for_correction_has_an_order_and_lies_after_the_act() -> None:
    assert set(refusal("investigation_report", correction_due="2026-12-01")) == {"order_correction"}
    assert refusal("investigation_report", order_correction="拆除", correction_due="2026-09-13") == {
        "correction_due": "改正期限不能早于违法行为终了日期。"
    }


def test_five_years_have_a_ground_with_facts_and_evidence_and_a_harm() -> None:
    ground = {"ground": "life_health", "ground_reason": "油烟致三名住户就医。", "ground_evidence": "e1"}
    fill("investigation_report", **ground)
    assert set(refusal("investigation_report", ground="life_health")) == {"ground_reason", "ground_evidence"}
    assert set(refusal("investigation_report", **ground | {"ground": None})) == {"ground_reason", "ground_evidence"}
    assert refusal("investigation_report", **ground, harm="none") == {"ground": "没有危害后果的，追诉时效为二年。"}
