"""Auctions of seized goods for a fine (拍卖抵缴罚款): the party does not pay, and what is seized is to be sold."""

from forms.field.number import Money
from forms.field.several import Goods
from forms.field.text import Paragraph, Text
from forms.form import Form


class GoodsAuctionForm(Form):
    """Which things, by which auctioneer, for at least how much. Source: 行政强制法 Art. 46(3), 48."""

    title = "拍卖抵缴罚款"
    intro = "当事人在法定期限内不申请复议、不起诉，经催告仍不缴纳罚款的，仍在扣押期限内的物品可以委托拍卖抵缴；余款退还当事人。"
    submit = "报负责人批准"

    auctioned = Goods("拍卖的物品", least=1, few="至少选择一件物品。", basis="行政强制法第四十六条第三款", hint="只能选择足以抵缴罚款的物品。")
    body = Text("拍卖机构", longest=100, basis="行政强制法第四十八条")
    estimate = Money("评估价或者保留价", positive=True)
    reason = Paragraph("理由", longest=500, hint="催告的情况、尚欠的罚款。")
