"""Closing (结案): the case is done."""

from forms.field.choice import Tick
from forms.field.day import Acted, Day
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form


class ClosingForm(Form):
    """How the decision was carried out, and whether the act was put right."""

    title = "结案"
    intro = "决定已生效，处罚已履行或者终结，涉案物品已处理完毕。"
    submit = "申请结案"

    result = Paragraph("办理结果和执行情况")
    correction_checked = Tick("已复查改正情况", basis="行政处罚法第二十八条第一款")
    correction_checked_on = Day(
        "复查日期",
        acted=Acted(both=False),
        when=When("correction_checked", (True,), "已复查的，必须填写复查日期。", "没有勾选已复查，不填复查日期。"),
    )
    goods = Paragraph("涉案物品处理情况", optional=True, basis="行政处罚法第七十四条", hint="没有涉案物品的不填。")
