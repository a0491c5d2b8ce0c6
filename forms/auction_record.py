"""Records of an auction for a fine (拍卖抵缴记录): what it brought in, what went to the fine, and what went back."""

from forms.field.day import Day
from forms.field.number import Money
from forms.field.text import Code, Text
from forms.form import Form


class AuctionRecordForm(Form):
    """The auctioneer's report with the vouchers of the money. Source: 行政强制法 Art. 46(3), 48, 60(2)."""

    title = "拍卖抵缴记录"
    intro = "成交价扣除拍卖费用后，先抵缴尚欠的罚款，缴入国库；余款退还当事人，由当事人签收。"
    submit = "登记拍卖结果"

    sold_on = Day("成交日期", today=True)
    document_no = Text("成交确认书编号", longest=100)
    price = Money("成交价", positive=True)
    costs = Money("拍卖费用", basis="行政强制法第六十条第二款", hint="评估费、佣金等必要费用；没有的填0。")
    voucher = Code("缴库凭证号", basis="行政处罚法第七十四条")
    rest_receipt = Code("退还余款的凭证号", optional=True, hint="有余款的填写。")
