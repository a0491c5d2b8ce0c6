"""Cash for a decision in writing (当场收缴罚款): where the party can hardly get to a bank, and asks for it."""

from forms.field.choice import Tick
from forms.field.day import Day
from forms.field.number import Money
from forms.field.text import Code, Paragraph, Text
from forms.form import Form


class CashCollectionForm(Form):
    """What was taken, where, why and on which receipt. Source: 行政处罚法 Art. 69-71."""

    title = "当场收缴罚款"
    intro = "在边远、水上、交通不便地区，当事人到银行或者通过电子支付系统缴纳罚款确有困难，经当事人提出的，可以当场收缴；二日内交回本机关。"
    submit = "登记收缴"

    requested = Tick("由当事人提出当场收缴", must="当事人没有提出的，不得当场收缴。", basis="行政处罚法第六十九条")
    place = Text("收缴地点", longest=200, basis="行政处罚法第六十九条", hint="所在的边远、水上、交通不便地区。")
    hardship = Paragraph("缴纳确有困难的情形", longest=500, basis="行政处罚法第六十九条")
    amount = Money("收缴数额", positive=True, basis="行政处罚法第六十七条")
    collected_on = Day("收缴日期", today=True)
    ticket_no = Code("专用票据号码", basis="行政处罚法第七十条", hint="国务院财政部门或者省级财政部门统一制发的票据；不出具的，当事人有权拒绝缴纳。")
