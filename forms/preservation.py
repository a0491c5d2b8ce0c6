"""Preservation (先行登记保存): evidence that may be lost is registered and kept."""

from forms.field.choice import Choice
from forms.field.day import TimeOfDay
from forms.field.entry import When
from forms.field.text import Paragraph, Text
from forms.form import Form

REASONS = (("loss", "证据可能灭失"), ("later", "以后难以取得"))
"""Source: 行政处罚法 Art. 56."""

_WRITTEN = "书面报批的，不填电话报批的内容。"
_PHONED = "电话报批的，必须填写。"


class PreservationForm(Form):
    """Why the evidence cannot wait, and how the head approved."""

    title = "先行登记保存"
    intro = "须经负责人批准。情况紧急的可以电话报批，负责人在二十四小时内补签，没有补签的立即解除；应当在七个工作日内作出处理决定，期满自动失效。"
    submit = "提出申请"

    reason = Choice("理由", *REASONS, basis="行政处罚法第五十六条")
    facts = Paragraph("情况说明", longest=1000, hint="写明要保存什么、为什么不能等。")
    way = Choice("报批方式", ("written", "书面报批"), ("phone", "电话报批，事后补签"), routing=True, default="written")
    approver = Text("批准的负责人", when=When("way", ("phone",), _PHONED, _WRITTEN))
    phoned_at = TimeOfDay(
        "电话批准时间",
        when=When("way", ("phone",), _PHONED, _WRITTEN),
        hint="今天的时间。",
    )
    recording = Text("通话录音", longest=200, when=When("way", ("phone",), _PHONED, _WRITTEN), hint="录音的存放位置或者编号。")
