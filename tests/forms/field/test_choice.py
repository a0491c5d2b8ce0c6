import pytest

from tests.forms.filled import fill, refusal


def test_a_choice_is_one_of_the_words_offered() -> None:
    assert fill("archiving", term="永久").values["term"] == "永久"
    assert refusal("archiving", term="50年") == {"term": "保管期限须从选项中选择：10年、30年、永久。"}
    assert fill("archiving", term=None).values["term"] is None
    assert refusal("payment", channel=None) == {"channel": "请选择缴款渠道。"}


@pytest.mark.parametrize("typed", ["true", "on", "yes", "1", True, " True "])
def test_yes_may_be_said_in_many_ways(typed: object) -> None:
    assert fill("approval", approved=typed).routing == {"approved": True}


@pytest.mark.parametrize("typed", ["false", "off", "no", "0", False])
def test_no_may_be_said_in_many_ways(typed: object) -> None:
    assert fill("approval", approved=typed, opinion=None, reason="证据不足。").routing == {"approved": False}


def test_a_question_without_an_answer_is_refused() -> None:
    assert refusal("approval", approved=None) == {"approved": "请选择同意或者退回。"}
    assert refusal("approval", approved="也许") == {"approved": "审批结论须选择同意或者退回。"}


def test_a_box_that_is_not_ticked_is_false() -> None:
    assert fill("investigation_report").values["refused"] is False
    assert fill("investigation_report", refused="on").values["refused"] is True
    assert refusal("investigation_report", refused="maybe") == {"refused": "拒不改正只能勾选或者不勾选。"}


@pytest.mark.parametrize("typed", [None, "off", False])
def test_a_box_that_must_be_ticked(typed: object) -> None:
    assert refusal("notice", confirm=typed) == {"confirm": "须核对告知内容并勾选。"}
