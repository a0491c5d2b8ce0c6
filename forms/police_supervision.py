"""Supervision of filing (立案监督): what came of the procuratorate's review."""

from forms.field.choice import YesNo
from forms.field.day import Day
from forms.field.text import Code
from forms.form import Form


class PoliceSupervisionForm(Form):
    """Whether the police filed after all."""

    title = "立案监督的结果"
    submit = "登记结果"

    filed = YesNo("结果", "公安机关已经立案", "不通知立案", routing=True, basis="移送涉嫌犯罪案件规定第九条")
    number = Code("文书文号")
    received_on = Day("收到日期")
