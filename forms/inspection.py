"""Inspections (登记涉企行政检查): which enterprise, on what ground, by whom and when, before anybody goes."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.rules.identity import compact, uscc_problem
from engine.rules.inspection import BASIS, GROUNDS
from forms.field.choice import Choice, YesNo
from forms.field.day import Day
from forms.field.entry import When
from forms.field.several import Plans
from forms.field.text import Code, Paragraph, Text, User
from forms.form import Form


class InspectionForm(Form):
    """An inspection as the head is asked to approve it."""

    title = "登记涉企行政检查"
    intro = "出发以前登记，经负责人批准后才能入企。同一企业的几个事项合并一次检查。"
    submit = "报请批准"

    uscc = Code("统一社会信用代码", hint="18位，代码有误的会提示。", section="企业")
    name = Text("企业名称", section="企业")
    place = Text("检查地点", longest=200, section="企业")

    kind = Choice(
        "检查种类",
        ("planned", "按年度计划检查"),
        ("lead", "根据线索或者应企业申请检查"),
        section="事由",
        basis=BASIS,
    )
    plans = Plans(
        "计划事项",
        when=When("kind", ("planned",), "按计划检查的，至少选一项已公布的计划。", "根据线索检查的，不选计划事项。"),
        section="事由",
        hint="几个事项一次查完的，一并选上，只计一次。",
    )
    ground = Choice(
        "线索种类",
        *GROUNDS.items(),
        when=When("kind", ("lead",), "根据线索检查的，必须选择线索种类。", "按计划检查的，不选线索种类。"),
        section="事由",
        basis=BASIS,
    )
    lead = Paragraph(
        "线索来源和内容",
        longest=500,
        when=When("kind", ("lead",), "根据线索检查的，必须写明线索来源和内容。", "按计划检查的，不填线索。"),
        section="事由",
        hint="写明编号、日期，可以核实；不写投诉举报人的姓名。不计入次数上限，但须登记。",
    )
    scheme = Paragraph("检查方案", longest=1000, section="检查", hint="检查什么、怎样检查、抽查多少。")
    planned_on = Day("拟检查日期", future=True, section="检查")
    first = User("执法人员", section="检查", basis="行政处罚法第四十二条", hint="至少两人，执法证在检查当日有效。")
    second = User("另一名执法人员", section="检查")
    announced = YesNo("是否提前告知企业", "提前告知", "不提前告知", section="检查", hint="检查通知书批准时编号，至迟入企时交企业。")
    unannounced_reason = Text(
        "不提前告知的理由",
        longest=200,
        section="检查",
        when=When("announced", (False,), "不提前告知的，必须写明理由。", "提前告知的，不填理由。"),
    )

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield what the check digits of the code say, and one officer named twice."""
        if values["uscc"] and (problem := uscc_problem(values["uscc"])):
            yield "uscc", problem
        if values["first"] and values["first"] == values["second"]:
            yield "second", "两名执法人员不能是同一人。"

    def fill(self, data: Mapping[str, object]) -> dict[str, object]:
        """Return the inspection with the code in capitals and without spaces."""
        values = super().fill(data)
        return values | {"uscc": compact(str(values["uscc"]))}
