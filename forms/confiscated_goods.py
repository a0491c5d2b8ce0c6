"""Disposal of confiscated goods (处置罚没物品): what becomes of what the decision took."""

from engine.events.goods import FINALS
from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.several import Goods
from forms.field.text import Paragraph, Text
from forms.form import Form


class ConfiscatedGoodsForm(Form):
    """Which things go which way, on which rule. Source: 行政处罚法 Art. 74."""

    title = "处置罚没物品"
    intro = "依法没收的物品，应当销毁的销毁，其余公开拍卖或者按照国家有关规定移交；得款全部上缴国库。处罚决定被撤销的，返还当事人。"
    submit = "报负责人批准"

    confiscated_goods = Goods("处置的物品", least=1, few="至少选择一件物品。", basis="行政处罚法第七十四条第一款")
    way = Choice("处置方式", *((way, said) for way, said in FINALS.items() if way != "sold"), basis="行政处罚法第七十四条第一款")
    rule = Text(
        "依据的规定",
        longest=200,
        when=When("way", ("destroyed", "handed_over"), "销毁、移交的，必须写明依据的规定（行政处罚法第七十四条第一款）。"),
        hint="写明规定应当销毁或者移交的法律、法规、国家有关规定。",
        basis="行政处罚法第七十四条第一款",
    )
    body = Text(
        "承办单位",
        longest=100,
        when=When("way", ("auctioned", "destroyed", "handed_over"), "必须写明拍卖机构、销毁单位或者接收单位。"),
        hint="拍卖机构、销毁单位或者接收单位。",
    )
    reason = Paragraph("处置理由", longest=500)
