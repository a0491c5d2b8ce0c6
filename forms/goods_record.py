"""On-the-spot records of goods (现场清点): what is taken, who was there, where it is kept."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice, Tick
from forms.field.day import Acted, Day, TimeOfDay
from forms.field.entry import When
from forms.field.several import Goods, Table
from forms.field.text import Paragraph, Text
from forms.form import Form
from forms.goods_item import GoodsItemForm


class GoodsRecordForm(Form):
    """The list that both officers, and the party or a witness, stand by. Source: 行政处罚法 Art. 55, 56; 行政强制法 Art. 18, 24."""

    title = "现场清点"
    intro = "逐件清点，当场交付文书和清单。两名执法人员都要在场，当事人不在场或者拒绝签名的，请见证人签名。"
    submit = "提交，请协办确认"

    shown = Tick("已出示执法证件", must="必须先出示执法证件。", section="现场", basis="行政处罚法第五十五条第一款、行政强制法第十八条")
    told = Tick(
        "已告知理由、依据、权利和救济途径，并听取陈述申辩", must="没有告知和听取陈述申辩的，不得采取。", section="现场", basis="行政强制法第十八条"
    )
    held_on = Day("日期", acted=Acted(), today=True, section="现场")
    held_time = TimeOfDay("时间", section="现场")
    items = Table("物品", GoodsItemForm, key="name", section="物品", basis="行政强制法第二十四条")
    taken_over = Goods("由先行登记保存转来的物品", section="物品", hint="转为扣押的，选择原登记的物品，编号不变。")
    place = Text("存放地点", longest=200, section="保管", basis="行政强制法第二十六条", hint="查封的，写查封的地点。")
    keeper = Text("保管人", section="保管", basis="行政强制法第二十六条")
    condition = Text("保管条件", optional=True, longest=100, section="保管", hint="须冷藏、冷冻的，写明温度。")
    presence = Choice(
        "当事人",
        ("signed", "在场，已签名"),
        ("refused", "在场，拒绝签名"),
        ("absent", "不在场"),
        section="签名",
        basis="行政强制法第十八条",
    )
    witness = Text(
        "见证人",
        when=When("presence", ("refused", "absent"), "当事人拒绝签名或者不在场的，必须有见证人。"),
        section="签名",
        hint="写姓名和单位。",
    )
    statement = Paragraph("当事人的陈述申辩", optional=True, longest=1000, section="签名")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield an empty list, a quantity of nothing."""
        items = values["items"] or []
        if not items and not values["taken_over"]:
            yield "items", "清单至少有一项物品。"
        for index, item in enumerate(items):
            if item["quantity"] == 0:
                yield f"items.{index}.quantity", "数量须大于零。"
