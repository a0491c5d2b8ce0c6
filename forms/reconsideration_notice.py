"""The notice of the reconsideration organ (复议受理通知)."""

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
    way = Choice(
        "审理程序",
        ("ordinary", "普通程序（十个工作日内答复）"),
        ("simplified", "简易程序（五个工作日内答复）"),
        when=When("accepted", (True,), _SAID),
        basis="行政复议法第四十八条、第五十四条",
    )
    stayed = YesNo("执行是否停止", "停止执行", "不停止执行", when=When("accepted", (True,), _SAID), basis="行政复议法第四十二条")
    stay_reason = Paragraph("停止执行的理由", when=When("stayed", (True,), "停止执行的，必须写明理由。"))
