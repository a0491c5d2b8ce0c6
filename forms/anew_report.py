"""What came of acting anew (重新作出的结果)."""

from forms.field.day import Day
from forms.field.text import Paragraph
from forms.form import Form


class AnewReportForm(Form):
    """When the organ or the court was told of the new decision."""

    title = "报告重新作出的结果"
    intro = "新案作出决定以后，向复议机关（法院）报告。"
    submit = "登记报告"

    reported_on = Day("报告日期")
    summary = Paragraph("重新作出的内容")
