"""Approval (审批): agreed, or returned with the reason."""

from forms.field.choice import YesNo
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form


class ApprovalForm(Form):
    """What the approver says to the step before."""

    title = "审批"
    submit = "提交审批意见"

    approved = YesNo("审批结论", "同意", "退回", routing=True)
    opinion = Paragraph("审批意见", when=When("approved", (True,), "同意的，必须写明审批意见。"))
    reason = Paragraph("退回理由", when=When("approved", (False,), "退回的，必须写明理由。"), hint="退回到哪一步由流程确定，办理人据此改正。")
