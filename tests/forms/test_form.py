from datetime import date

import pytest
from marshmallow import ValidationError

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.several import Group
from forms.field.text import Text
from forms.form import Form

TODAY = date(2026, 11, 23)


class Inner(Form):
    name = Text("名称")


class Outer(Form):
    kind = Choice("种类", ("a", "甲"), ("b", "乙"))
    only_a = Text("甲项", when=When("kind", ("a",), "甲类须填甲项。", "乙类不填甲项。"))
    on = Day("日期", today=True)
    inner = Group("内层", Inner)


def refused(**data: object) -> dict[str, object]:
    with pytest.raises(ValidationError) as caught:
        Outer(today=TODAY).fill(data)
    assert isinstance(caught.value.messages, dict)
    return caught.value.messages


def test_a_filled_form_has_all_values() -> None:
    values = Outer(today=TODAY).fill({"kind": "b", "inner": {"name": "某"}})
    assert values == {"kind": "b", "only_a": None, "on": TODAY, "inner": {"name": "某"}}


def test_a_field_is_demanded_by_another() -> None:
    assert refused(kind="a", inner={"name": "某"}) == {"only_a": ["甲类须填甲项。"]}


def test_a_field_is_refused_without_need() -> None:
    assert refused(kind="b", only_a="x", inner={"name": "某"}) == {"only_a": ["乙类不填甲项。"]}


def test_a_demand_is_not_judged_by_a_refused_field() -> None:
    assert refused(kind="c", inner={"name": "某"}) == {"kind": ["种类须从选项中选择：甲、乙。"]}


def test_a_missing_group_is_refused_by_its_fields() -> None:
    assert refused(kind="b") == {"inner": {"name": ["必须填写名称。"]}}


def test_the_default_day_does_not_hide_a_wrong_one() -> None:
    assert refused(kind="b", on="2026-11-24", inner={"name": "某"}) == {"on": ["日期不能晚于今天。"]}


def test_everything_wrong_is_said_at_once() -> None:
    assert set(refused(kind="b", only_a="x", on="?", more="1")) == {"only_a", "on", "more", "inner"}
