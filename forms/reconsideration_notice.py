"""The notice of the reconsideration organ (复议受理通知)."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice, YesNo
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Code, Paragraph
from forms.form import Form

_SAID = "受理的，必须填写。"


class ReconsiderationNoticeForm(Form):
    """Whether the organ took the application up, in which procedure, and whether it suspended the execution."""

    title = "复议机关的通知"
    submit = "登记通知"

    accepted = YesNo("是否受理", "受理", "不予受理", routing=True, basis="行政复议法第三十条")
    number = Code("文号或者案号")
    received_on = Day("收到日期", hint="收到申请书副本之日，答复期限从次日起算。")
    accepted_on = Day("受理日期", optional=True, hint="受理通知书写明的日期，审理期限从次日起算；不填的，按收到日期。", basis="行政复议法第六十二条")
    way = Choice(
        "审理程序",
        ("ordinary", "普通程序（十个工作日内答复）"),
        ("simplified", "简易程序（五个工作日内答复）"),
        when=When("accepted", (True,), _SAID),
        basis="行政复议法第四十八条、第五十四条",
    )
    stayed = YesNo("执行是否停止", "停止执行", "不停止执行", when=When("accepted", (True,), _SAID), basis="行政复议法第四十二条")
    stay_reason = Paragraph("停止执行的理由", when=When("stayed", (True,), "停止执行的，必须写明理由。"))

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield an acceptance after its notice, and one of an application that was not taken up."""
        if values["accepted_on"] and values["accepted"] is False:
            yield "accepted_on", "不予受理的，不填受理日期。"
        if values["accepted_on"] and values["received_on"] and values["accepted_on"] > values["received_on"]:
            yield "accepted_on", "受理日期不能晚于收到通知的日期。"
