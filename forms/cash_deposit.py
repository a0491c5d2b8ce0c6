"""Depositing cash (缴付银行): what was handed in reaches the treasury's bank."""

from forms.field.day import Day
from forms.field.text import Code
from forms.form import Form


class CashDepositForm(Form):
    """The agency pays the money in within two working days. Source: 行政处罚法 Art. 71, 85."""

    title = "缴付银行"
    intro = "自收到罚款之日起二日内（工作日），缴付指定的银行。"
    submit = "已缴付"

    deposited_on = Day("缴付日期", today=True, basis="行政处罚法第七十一条")
    slip_no = Code("银行回单号")
