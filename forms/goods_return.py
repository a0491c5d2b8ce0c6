"""Return of goods (物品返还): the things, and the money for what was sold, are back with who owns them."""

from forms.field.choice import Choice, Tick
from forms.field.day import Acted, Day
from forms.field.text import Paragraph, Text
from forms.form import Form


class GoodsReturnForm(Form):
    """The receipt of who took the things back. Source: 行政强制法 Art. 28(2)."""

    title = "返还物品"
    intro = "立即返还，由接收人清点签收；已变卖的退还变卖款。"
    submit = "登记返还"

    returned_on = Day("返还日期", acted=Acted(both=False), today=True)
    recipient = Text("接收人")
    relation = Choice("接收人与当事人的关系", ("party", "本人"), ("agent", "代理人"), ("owner", "物品所有人"), default="party")
    checked = Tick("接收人已逐件清点，签收收据", must="没有清点签收的，不能登记返还。", basis="行政强制法第二十八条第二款")
    receipt_no = Text("收据编号")
    note = Paragraph("物品状况", optional=True, longest=500, hint="有损坏、短少的，写明情况。")
