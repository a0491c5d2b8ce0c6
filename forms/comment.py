"""Comments (批注): what those who handle a case say to one another; no opinion of the procedure and no part of any paper."""

from forms.field.text import Paragraph
from forms.form import Form


class CommentForm(Form):
    """One comment."""

    title = "批注"
    intro = "办案人员之间的提醒和讨论，不是审核、审批意见，不进文书；写下后不能改，会留在经过里。"
    submit = "写入批注"

    text = Paragraph("批注", longest=1_000)
