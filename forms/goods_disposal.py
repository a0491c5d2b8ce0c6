"""Disposal of goods (物品处理): what becomes of each thing that is held."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.rules.goods import WAYS
from forms.field.choice import Tick
from forms.field.entry import When
from forms.field.number import Count
from forms.field.several import Goods
from forms.field.text import Paragraph, Text
from forms.form import Form


class GoodsDisposalForm(Form):
    """Every thing that is still held is named once. Source: 行政处罚法 Art. 56; 行政强制法 Art. 27, 28."""

    title = "物品处理"
    intro = "每件在管物品选择一种处理。没收须先由行政处罚决定作出；转为扣押的，另行启动查封扣押，转出后不再在这里处理。"
    submit = "提请批准"

    returned = Goods("返还", section="处理")
    appraised = Goods("送交检测、鉴定", section="处理", hint="只用于先行登记保存，一件物品只送一次。")
    confiscated = Goods("没收", section="处理", basis="行政处罚法第九条、第五十九条", hint="已由处罚决定没收的，不选也可以。")
    destroyed = Goods("销毁", section="处理", basis="行政强制法第二十七条")
    transferred = Goods("移送", section="处理", basis="行政强制法第二十一条")
    destroy_basis = Text("应当销毁的规定", optional=True, section="说明", longest=200, hint="有销毁物品的，写明规定应当销毁的法律、行政法规。")
    dangerous = Tick("危险物品，移交应急处置", section="说明", hint="燃气钢瓶等；案件没有移送的，只有危险物品可以移交。")
    recipient = Text("接收单位", when=When("dangerous", (True,), "移交的，必须写明接收单位。"), section="说明", longest=100)
    appraisal_days = Count(
        "检测、鉴定的期限",
        most=250,
        unit="个工作日",
        optional=True,
        section="说明",
        hint="有送检物品的，写明从决定次日起几个工作日内出结果并处理；期满没有处理的返还。",
        basis="行政处罚法第五十六条",
    )
    reason = Paragraph("处理理由", section="说明", longest=1000)

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a thing that is to end twice, a destruction without its rule, an appraisal without its term, a transfer to nobody."""
        seen: set[str] = set()
        for way in WAYS:
            numbers = values[way] or []
            if twice := seen & set(numbers):
                yield way, f"物品{'、'.join(sorted(twice))}选择了两种处理。"
            seen |= set(numbers)
        if values["destroyed"] and not values["destroy_basis"]:
            yield "destroy_basis", "销毁物品的，必须写明依据的法律、行政法规。"
        if values["appraised"] and values["appraisal_days"] is None:
            yield "appraisal_days", "送交检测、鉴定的，必须写明期限。"
        if values["transferred"] and not values["recipient"]:
            yield "recipient", "移交的，必须写明接收单位。"
