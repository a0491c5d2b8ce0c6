"""Litigation (行政诉讼): the party, or whom an act concerns, sues for review of it."""

from forms.field.choice import YesNo
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Code, Paragraph, Text
from forms.form import Form
from forms.remedy_start import challenged, challenger


class LitigationForm(Form):
    """Which court, since when, and what the party asks for."""

    title = "行政诉讼"
    intro = "诉讼不停止执行；当事人不服处罚决定、加处罚款决定的，加处罚款暂停计算。收到起诉状副本后十五日内提交答辩状和证据。"
    submit = "登记应诉"

    against = challenged("行政诉讼法第十二条、第四十六条")
    applicant = challenger("原告", "行政诉讼法第二十五条")
    court = Text("受诉法院")
    number = Code("案号")
    filed_on = Day("起诉日期", basis="行政诉讼法第四十五条、第四十六条")
    received_on = Day("收到起诉状副本日期", basis="行政诉讼法第六十七条")
    claim = Paragraph("诉讼请求和理由")
    stayed = YesNo("执行是否停止", "裁定停止执行", "不停止执行", basis="行政诉讼法第五十六条")
    stay_reason = Paragraph("停止执行的理由", when=When("stayed", (True,), "停止执行的，必须写明理由。"))
