import forms
from engine.errors import LawError
from forms.answers import SPARE_ROWS, flatten
from web.filled import FilledForm, at_field, compact
from web.request import Typed

REPORT = forms.describe("investigation_report")
FACTORS = next(field for field in REPORT.fields if field.name == "factors")
PRIOR = dict(FACTORS.columns[0].choices)["prior"]


def test_stored_values_become_names_in_html() -> None:
    stored = {"party": {"name": "刘建军"}, "factors": [{"code": "prior", "evidence": ["a", "b"]}], "slight": True, "fine": None}
    assert flatten(stored) == {"party.name": "刘建军", "factors.0.code": "prior", "factors.0.evidence": ["a", "b"], "slight": "true", "fine": ""}


def test_empty_rows_of_a_table_leave_no_gap() -> None:
    typed: Typed = {"facts": "", "factors.0.code": "", "factors.2.code": "prior", "factors.2.evidence": ["a"], "factors.10.code": "merit"}
    assert compact(typed) == {"facts": "", "factors.0.code": "prior", "factors.0.evidence": ["a"], "factors.1.code": "merit"}


def test_names_with_dots_that_are_no_rows_stay() -> None:
    assert compact({"party.name": "刘建军", "party.uscc": ""}) == {"party.name": "刘建军", "party.uscc": ""}


def test_a_table_shows_its_rows_and_spare_ones() -> None:
    filled = FilledForm(REPORT, {"factors.0.code": "prior", "factors.1.code": "merit"})
    assert filled.rows("factors") == range(2 + SPARE_ROWS)


def test_problems_come_in_the_order_of_the_form_with_ids_to_jump_to() -> None:
    errors = {"fine": ["太多"], "facts": ["必填"], "factors.0.evidence": ["缺证据"], "unknown": ["没有这一项"]}
    found = FilledForm(REPORT, {"factors.0.code": "prior"}, errors).problems()
    assert [(name, message) for name, _, message in found] == [
        ("facts", "必填"),
        ("factors.0.evidence", "缺证据"),
        ("fine", "太多"),
        ("", "没有这一项"),
    ]


def test_a_refusal_speaks_at_its_field() -> None:
    assert at_field(LawError("outside_tier", "超出阶次", field="fine")) == {"fine": ("超出阶次",)}
    assert at_field(LawError("same_person", "须由不同的人")) == {}


def test_boxes_are_ticked_by_html_and_by_stored_values() -> None:
    assert FilledForm(REPORT, {"slight": "on"}).ticked("slight")
    assert FilledForm(REPORT, {"slight": "true"}).ticked("slight")
    assert not FilledForm(REPORT, {"slight": "false"}).ticked("slight")


def test_several_references_may_come_as_one_text() -> None:
    assert FilledForm(REPORT, {"media": "1，2"}).several("media") == ["1", "2"]
    assert FilledForm(REPORT, {"media": ["1", "2"]}).several("media") == ["1", "2"]


def test_what_was_typed_is_repeated_in_words() -> None:
    typed: Typed = {
        "act_start": "2026-09-14",
        "outcome": "penalty",
        "fine": "19500",
        "slight": "on",
        "factors.0.code": "prior",
        "factors.0.evidence": ["e1"],
    }
    said = dict(FilledForm(REPORT, typed, names={"e1": "证据1 笔录"}).said())
    assert said["违法行为开始日期"] == "2026年9月14日"
    assert said["处理建议"] == "行政处罚"
    assert said["拟罚款"] == "19,500元"
    assert said["违法行为轻微"] == "是"
    assert said["从轻、从重情节"] == f"{PRIOR}：证据1 笔录"


def test_what_is_no_date_and_no_sum_is_repeated_as_typed() -> None:
    said = dict(FilledForm(REPORT, {"act_start": "昨天", "fine": "很多"}).said())
    assert (said["违法行为开始日期"], said["拟罚款"]) == ("昨天", "很多")
