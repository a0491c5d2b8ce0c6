import pytest

from tests.forms.filled import fill, refusal


@pytest.mark.parametrize("typed", ["u1,u2,u3", "u1 u2、u3", ["u1", "u2", "u3"], ("u1", "u2", "u3"), "u1，u2；u3"])
def test_references_come_as_a_list_or_as_one_text(typed: object) -> None:
    assert fill("panel_convening", members=typed).values["members"] == ["u1", "u2", "u3"]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("u1,u2", "集体讨论的成员不得少于三人。"),
        (None, "集体讨论的成员不得少于三人。"),
        ([], "集体讨论的成员不得少于三人。"),
        ("u1,u2,u2", "成员中有重复。"),
        ("u1,u2,张三", "成员中有无效的编号。"),
        (["u1", "u2", "u" * 65], "成员中有无效的编号。"),
        ([f"u{n}" for n in range(101)], "成员不能超过100项。"),
        ([1, 2, 3], "成员须为编号的列表。"),
    ],
)
def test_references_that_do_not_hold_are_refused(typed: object, message: str) -> None:
    assert refusal("panel_convening", members=typed) == {"members": message}


def test_optional_references_are_an_empty_list_or_nothing() -> None:
    assert fill("plea").values["evidence"] is None
    assert fill("plea", evidence=["e1"]).values["evidence"] == ["e1"]


def test_a_group_is_a_group() -> None:
    assert refusal("clue", party="某公司", party__name=None, party__uscc=None) == {"party": "当事人须为一组填写项。"}


@pytest.mark.parametrize("typed", ["harm_reduced", 5, [5], ["a"], [{"code": "deceit", "evidence": "e1"}] * 101])
def test_a_table_has_rows(typed: object) -> None:
    assert refusal("plea_review", factors=typed) == {"factors": "从轻、从重情节须为至多100行的表格。"}
