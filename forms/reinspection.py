"""Re-inspections (复查): whether what was ordered has been put right."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice
from forms.field.day import Acted, Day
from forms.field.entry import When
from forms.field.text import Paragraph, Text
from forms.form import Form


class ReinspectionForm(Form):
    """What the two officers saw, and whether a good reason stood against the correction."""

    title = "复查"
    intro = "两名执法人员到场复查，协办随后以本人身份确认，并生成复查笔录。期满以前只能认定已经改正。"
    submit = "提交复查情况"

    inspected_on = Day("复查日期", acted=Acted(), basis="行政处罚法第二十八条第一款")
    place = Text("复查地点", longest=200)
    present = Text("在场人", hint="当事人或者其工作人员的姓名；拒绝到场的，写明见证人。", basis="行政处罚法第五十五条")
    finding = Paragraph("复查情况", basis="行政处罚法第四十条")
    result = Choice("改正情况", ("corrected", "已改正"), ("partial", "部分改正"), ("none", "未改正"), routing=True)
    corrected_on = Day("改正日期", when=When("result", ("corrected",), "已改正的，必须填写改正日期。", "没有改正完毕的，不填改正日期。"))
    excuse = Choice(
        "没有改正的原因",
        ("none", "没有正当理由（拒不改正）"),
        ("justified", "有正当理由"),
        when=When("result", ("partial", "none"), "没有改正完毕的，必须选择原因。", "已改正的，不选原因。"),
        hint="有正当理由的不是拒不改正，可以另行责令改正。",
    )
    reason = Paragraph("正当理由", when=When("excuse", ("justified",), "有正当理由的，必须写明。"))

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a correction after the inspection."""
        if values["corrected_on"] and values["inspected_on"] and values["corrected_on"] > values["inspected_on"]:
            yield "corrected_on", "改正日期不能晚于复查日期。"
