"""Confirmation (协办确认): the second officer stands by a step with own identity."""

from forms.field.choice import YesNo
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form


class ConfirmationForm(Form):
    """Whether the second officer was there and agrees with what was written."""

    title = "协办确认"
    intro = "您以本人身份确认参加了本步办理，所记属实。"
    submit = "提交"

    confirmed = YesNo("是否确认", "确认", "不确认", routing=True, basis="行政处罚法第四十二条：执法人员不得少于两人")
    opinion = Paragraph("补充说明", optional=True)
    reason = Paragraph("不确认的理由", when=When("confirmed", (False,), "不确认的，必须写明理由。"))
