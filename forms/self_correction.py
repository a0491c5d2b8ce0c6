"""Self-corrections (自行纠错): the agency's own penalty was wrong."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice
from forms.field.entry import Where
from forms.field.number import Money
from forms.field.several import Goods
from forms.field.text import Paragraph
from forms.form import Form

_CHANGED = Where("way", ("change",))


class SelfCorrectionForm(Form):
    """What is wrong with the decision, and what shall become of it."""

    title = "自行纠错"
    intro = "经法制审核，由负责人决定变更或者撤销，还没有送达的只能撤销；已经公示的，三个工作日内撤回公示；多缴的退还，不再没收的物品返还。"
    submit = "提交纠错申请"

    way = Choice("怎样改正", ("change", "变更罚款、没收"), ("revoke", "撤销决定"), basis="行政处罚法第七十五条第二款")
    ground = Choice(
        "应当改正的情形",
        ("facts", "主要事实不清、证据不足"),
        ("law", "适用依据错误"),
        ("discretion", "裁量明显不当"),
        ("procedure", "违反法定程序"),
        ("power", "超越职权"),
        ("ended", "送达以前当事人已经终止"),
    )
    fine = Money("变更后的罚款", optional=True, positive=True, where=_CHANGED, hint="罚款改变了才填，应低于原罚款。")
    gains = Money("变更后的没收违法所得", optional=True, where=_CHANGED, hint="没收违法所得改变了才填，应低于原数额；不再没收的填0。")
    restored_goods = Goods("不再没收的物品", where=_CHANGED, hint="选中的物品，决定以后启动返还；没有改变的不选。")
    reason = Paragraph("理由", longest=1000)

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a change into nothing, and what a revocation cannot change."""
        named = [name for name in ("fine", "gains", "restored_goods") if values[name] not in (None, [])]
        if values["way"] == "change" and not named:
            yield "fine", "变更的，至少填写变更后的罚款、没收违法所得或者不再没收的物品之一。"
        if values["way"] == "revoke":
            yield from ((name, "撤销决定的，不填变更后的内容。") for name in named)
