import pytest

from forms.field.text import text_problem
from tests.forms.filled import fill, refusal


@pytest.mark.parametrize("text", ["", "炊烟里餐饮(江川)有限公司", "𠮷野家", "㙟", "mg/m³ · ½ “引”"])
def test_a_text_that_prints_is_accepted(text: str) -> None:
    assert text_problem(text, lines=False) is None


def test_line_breaks_belong_to_paragraphs() -> None:
    assert text_problem("一\n二", lines=True) is None
    assert text_problem("一\n二", lines=False) == "不能换行。"


@pytest.mark.parametrize("char", ["\x00", "\x08", "\x85", "\udfff", "\ufffe", "\U0001ffff", "\u2066", "\ufeff"])
def test_what_does_not_print_is_refused(char: str) -> None:
    assert text_problem(f"一{char}二", lines=True) is not None


def test_the_length_counts_after_the_ends_are_bare() -> None:
    assert fill("payment_reminder", way=" " * 50 + "电" * 20).values["way"] == "电" * 20
    assert refusal("payment_reminder", way="电" * 21) == {"way": "催缴方式不能超过20字，现为21字。"}


def test_a_code_has_no_spaces() -> None:
    assert refusal("payment", receipt_no="PJ 1") == {"receipt_no": "票据号码不能含有空格。"}


def test_a_person_is_named_by_id_or_login() -> None:
    assert fill("verification", second="wu.min@donghu").values["second"] == "wu.min@donghu"
    assert refusal("verification", second="吴敏") == {"second": "协办执法人员须为人员编号或者登录名。"}
