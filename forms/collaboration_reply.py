"""Replies (复函): what the department that was asked has done."""

from engine.rules.collaboration import OUTCOMES
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Paragraph, Text
from forms.form import Form


class CollaborationReplyForm(Form):
    """The answer of the other department, from whichever way it came in."""

    title = "答复"
    intro = "答复和所附材料作为证据入卷，提交后不能更改。"
    submit = "提交答复"

    outcome = Choice("办理情况", *OUTCOMES.items(), routing=True, basis="行政处罚法第二十六条")
    answer = Paragraph("答复内容", longest=3000, hint="逐项回答函中的问题；需要延期或者不属职责的，写明理由。")
    promised_on = Day(
        "延期至",
        future=True,
        hint="需要延期的填写，只能延期一次。",
        when=When("outcome", ("delay",), "需要延期的，写明延期至哪一天。", "不延期的，不填日期。"),
    )
    contact = Text("经办人和电话", longest=60)
