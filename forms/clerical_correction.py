"""Corrections (更正): a clerical error in a document that was served."""

from forms.field.text import Code, Paragraph, Text
from forms.form import Form


class ClericalCorrectionForm(Form):
    """Which words of which document become which."""

    title = "更正文书"
    intro = "只更正文字、数字等笔误，不改变处罚的事实、依据和内容；原文书不改动，另发补正通知书并送达。"
    submit = "申请更正"

    number = Code("要更正的文书", hint="已经送达的文书。")
    wrong = Text("原文", longest=200, hint="照文书上的文字填写。")
    right = Text("更正为", longest=200, hint="原文那一段改对以后的全文。")
    reason = Paragraph("差错的原因", longest=500)
