"""The agency's answer (复议答复、诉讼答辩)."""

from forms.field.text import Paragraph
from forms.form import Form


class RemedyReplyForm(Form):
    """What the agency says of facts, law and procedure, and what it hands in."""

    title = "答复和证据"
    intro = "经负责人同意后制成答复书（答辩状）。逾期不提交证据、依据的，视为该决定没有证据、依据。"
    submit = "提交审批"

    facts = Paragraph("事实和证据", basis="行政复议法第四十四条、第四十八条；行政诉讼法第三十四条")
    law = Paragraph("法律依据")
    procedure = Paragraph("程序")
    request = Paragraph("答复（答辩）请求", hint="如：请求维持原决定。")
    evidence = Paragraph("证据和依据清单", hint="每行一项。", basis="行政复议法第四十八条、第七十条；行政诉讼法第三十四条、第六十七条")
