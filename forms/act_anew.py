"""Acting anew (重新作出): the case in which the annulled decision is replaced."""

from forms.field.text import Code, Paragraph
from forms.form import Form


class ActAnewForm(Form):
    """Under which case the inquiry is made again."""

    title = "重新处理"
    intro = "撤销后另立新案，重新调查、告知、决定，原案与新案互相关联。除仅因程序违法撤销的以外，新案不得以同一的事实和理由作出与原决定相同的决定。"
    submit = "关联新案"

    other = Code(
        "新案", widget="case", hint="先登记新案，再在这里选；列出的是同一当事人的案件。", basis="行政复议法第六十四条、行政诉讼法第七十条、第七十一条"
    )
    reason = Paragraph("说明", optional=True)
