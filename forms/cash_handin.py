"""Handing in cash (交回收缴款): what was taken on the spot reaches the agency."""

from forms.field.day import Day
from forms.field.text import Text
from forms.form import Form


class CashHandinForm(Form):
    """The officer hands the money in within two working days. Source: 行政处罚法 Art. 71, 85."""

    title = "交回收缴款"
    intro = "自收缴罚款之日起二日内（工作日），交至本机关。"
    submit = "已交回"

    handed_on = Day("交回日期", today=True, basis="行政处罚法第七十一条")
    receiver = Text("接收人", basis="行政处罚法第六十七条第一款、第七十一条", hint="本机关的财务人员，不能是收缴罚款的执法人员。")
