"""Penalties are worded as the law names them; what is confiscated but was never gained is said in words."""

import pytest

from engine.rules.document.part import Sanction
from printing.sample import PARTY


@pytest.mark.parametrize(
    ("sanction", "sentence"),
    [
        (Sanction(correction="改正违法行为", fine="19500"), "责令你单位改正违法行为，并处罚款人民币壹万玖仟伍佰元整（¥19,500.00）"),
        (Sanction(correction="", fine="150"), "处罚款人民币壹佰伍拾元整（¥150.00）"),
        (Sanction(correction="", fine=None, others=("警告",)), "警告"),
        (Sanction(correction="", fine="1409.50", others=("警告",)), "警告，并处罚款人民币壹仟肆佰零玖元伍角（¥1,409.50）"),
        (Sanction(correction="清除", fine=None, gains="2300"), "责令你单位清除，没收违法所得人民币贰仟叁佰元整（¥2,300.00）"),
    ],
)
def test_a_penalty_as_one_sentence(sanction: Sanction, sentence: str) -> None:
    assert sanction.sentence("你单位") == sentence


def test_the_clauses_stand_in_the_order_of_the_document() -> None:
    sanction = Sanction(correction="清除建筑垃圾", fine="510000", gains="0", goods=("烧烤架一台", "竹签十二根"))
    assert sanction.clauses("你单位") == (
        "责令你单位清除建筑垃圾",
        "处罚款人民币伍拾壹万元整（¥510,000.00）",
        "经查无违法所得",
        "没收烧烤架一台、竹签十二根",
    )


def test_gains_are_silent_where_no_confiscation_applies() -> None:
    assert "违法所得" not in Sanction(correction="改正", fine="500").sentence("你")


def test_how_a_party_is_spoken_to() -> None:
    assert PARTY.you == "你单位"
