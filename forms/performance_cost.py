"""The cost of a performance (收取代履行费用): what was done, by whom, and what it cost."""

from forms.field.choice import YesNo
from forms.field.day import Day
from forms.field.number import Money
from forms.field.text import Paragraph, Text
from forms.form import Form


class PerformanceCostForm(Form):
    """What the record of the performance says. Source: 行政强制法 Art. 51(2)."""

    title = "收取代履行费用"
    intro = (
        "代履行完毕、有费用的，随即自动开始收取，不用在这里办理；以前代履行、还没有收取费用的，或者缴纳决定被撤销、须重新作出的，照代履行记录填写。"
    )
    submit = "开始收取"

    immediate = YesNo("是否立即代履行", "立即代履行", "按代履行决定书实施", basis="行政强制法第五十条、第五十二条")
    duty = Paragraph("代履行的标的", longest=500, hint="如：清除遗撒在环湖路上的渣土约70平方米。")
    performer = Text("代履行人", longest=100, hint="本机关，或者没有利害关系的第三人。", basis="行政强制法第五十条")
    performed_on = Day("代履行日期")
    cost = Money("实际费用", positive=True, hint="按照成本合理确定，由当事人承担。", basis="行政强制法第五十一条第二款")
