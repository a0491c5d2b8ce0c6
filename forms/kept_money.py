"""Payment of kept money (领取变卖款): the owner of what was sold comes for the money that is kept for him."""

from forms.field.choice import Tick
from forms.field.day import Day
from forms.field.text import Code, Text
from forms.form import Form


class KeptMoneyForm(Form):
    """The receipt of who took the money. Source: 民法典 Art. 574(2)."""

    title = "领取变卖款"
    intro = "物品变卖以后，当事人来领取保管款的，核对身份后支付，由领取人签收。领取期限届满没有领取的，系统登记上缴国库。"
    submit = "登记领取"

    paid_on = Day("支付日期", today=True)
    recipient = Text("领取人", hint="当事人本人或者其代理人。")
    checked = Tick("已核对领取人的身份，领取人签收", must="没有核对身份、没有签收的，不能登记。")
    receipt_no = Code("收据编号")
