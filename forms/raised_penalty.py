"""The collection of a penalty that became heavier (收缴增加的罚没款): what started it."""

from forms.field.text import Code, Paragraph
from forms.form import Form


class RaisedPenaltyForm(Form):
    """By which remedy the fine or the confiscated gains became heavier. Source: 行政复议法 Art. 63(2); 行政诉讼法 Art. 77(2)."""

    title = "收缴增加的罚没款"
    submit = "启动"

    reason = Paragraph("变更的情况", longest=500)
    document_no = Code("变更文书的文号", optional=True, hint="增加罚没款的复议决定、判决的文号；不填的，为最近的一次。")
