"""Goods for the police (移交涉案物品): handed over with the other materials once the police filed."""

from forms.field.day import Day
from forms.field.text import Code, Text
from forms.form import Form


class PoliceGoodsForm(Form):
    """The receipt, and that the party was told."""

    title = "移交涉案物品和材料"
    intro = (
        "自接到立案通知书之日起三日内移交，并办结交接手续。本案全部未处理的物品一并移交；没有物品的，移交材料。"
        "登记后，先行登记保存、扣押随之结束，《涉案物品移送告知书》随即制作。"
    )
    submit = "登记移交"

    handed_on = Day("移交日期", basis="移送涉嫌犯罪案件规定第十二条")
    recipient = Text("接收人", longest=60)
    receipt_no = Code("交接清单编号")
    told_on = Day("书面告知当事人的日期", optional=True, basis="行政强制法第二十一条", hint="有扣押物品的，必须书面告知当事人。")
