"""Notices (事先告知): the officers let the party know what is proposed, and of its rights; or they take the proposal back."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Tick, YesNo
from forms.field.entry import When
from forms.field.text import Paragraph, Text
from forms.form import Form

_ISSUED = When("tell", (True,), "制发告知书的，必须填写。")


class NoticeForm(Form):
    """Where and with whom the party may state its case; the contents of the notice come from the case."""

    title = "事先告知"
    intro = "确认后制发告知书并送达；告知书写明拟作出的处罚内容、事实、理由、依据和权利。告知以前发现评定有误、当事人已经变更的，退回调查终结。"
    submit = "提交"

    tell = YesNo("怎样办", "制发告知书", "退回调查终结", default=True, routing=True)
    confirm = Tick("已核对告知内容", when=_ISSUED, basis="行政处罚法第四十四条：未告知的，不得作出决定")
    contact = Text("联系人和电话", when=_ISSUED, basis="行政处罚法第四十五条")
    address = Text("提出陈述申辩的地址", longest=200, when=_ISSUED, basis="行政处罚法第四十五条")
    note = Paragraph("其他说明", optional=True, longest=500)
    reason = Paragraph("退回理由", when=When("tell", (False,), "退回的，必须写明理由。"))

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a notice whose contents nobody looked over."""
        if values["tell"] and not values["confirm"]:
            yield "confirm", "须核对告知内容并勾选。"
