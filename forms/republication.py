"""Publishing again (重新公示): what was withdrawn by mistake comes back, with its reason."""

from engine.rules.publication import AGAIN
from forms.field.choice import Choice
from forms.field.text import Paragraph
from forms.form import Form


class RepublicationForm(Form):
    """Why the withdrawal was wrong or no longer holds, and the summary where it is to say something else."""

    title = "提出重新公示"
    intro = "决定仍然有效、撤回有误的，可以重新公示。公示期从首次公示起算，不因撤回延长；内容按现在的规则重新遮盖、检查。"
    submit = "提出重新公示"

    ground = Choice("重新公示的原因", *AGAIN.items(), basis="行政处罚法第四十八条")
    reason = Paragraph("向社会公开的理由", longest=500, hint="会原样公开。写明撤回错在哪里、依据哪份文书；不写个人信息。")
    summary = Paragraph("公示摘要", optional=True, hint="不改的不填，沿用撤回前的摘要。不写身份证号码、住址、电话和账号；自然人只写姓氏。")
