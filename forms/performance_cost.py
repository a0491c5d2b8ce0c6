"""The cost of a performance (收取代履行费用): what was done, by whom, and what it cost."""

from forms.field.choice import YesNo
from forms.field.day import Day
from forms.field.number import Money
from forms.field.text import Paragraph, Text
from forms.form import Form


class PerformanceCostForm(Form):
    """What the record of the performance says. Source: 行政强制法 Art. 51(2)."""

    title = "收取代履行费用"
    intro = "代履行完毕、有费用的，由系统启动；以前代履行、还没有收取费用的，在这里开始。"
    submit = "开始收取"

    immediate = YesNo("是否立即代履行", "立即代履行", "按代履行决定书实施")
    duty = Paragraph("代履行的标的", longest=500)
    performer = Text("代履行人", longest=100)
    performed_on = Day("代履行日期")
    cost = Money("实际费用", positive=True)
