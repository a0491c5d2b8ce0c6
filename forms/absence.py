"""Absence (请假外出): who, from when until when."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Text, User
from forms.form import Form


class AbsenceForm(Form):
    """The days on which somebody is away."""

    title = "登记请假外出"
    intro = "同事在待办和案件页上看得到谁不在、到哪天、由谁代理。"
    submit = "登记"

    person = User("谁", optional=True, hint="不选为本人；队长、负责人可以替本队、本辖区的人登记。")
    kind = Choice("事由", ("leave", "请假"), ("trip", "出差"), ("training", "培训"), ("other", "外出"))
    starts_on = Day("开始日期", future=True)
    ends_on = Day("结束日期", future=True, hint="两日都算在内。")
    note = Text("说明", longest=200, optional=True)

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield days that are over, in the wrong order, or too many."""
        begins, ends = values["starts_on"], values["ends_on"]
        if ends and ends < self.today:
            yield "ends_on", "这几天已经过去了。"
        elif begins and ends and ends < begins:
            yield "ends_on", "结束日期不能早于开始日期。"
        elif begins and ends and (ends - begins).days > 366:
            yield "ends_on", "一次最长一年。"
