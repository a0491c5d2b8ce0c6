"""Publishing again (重新公示): what was withdrawn by mistake comes back with its reason, what was changed comes in its new form."""

from engine.rules.publication import AGAIN
from forms.field.choice import Choice
from forms.field.text import Paragraph
from forms.form import Form


class RepublicationForm(Form):
    """Why the decision is published again, and what the public text is to say otherwise."""

    title = "提出重新公示"
    intro = (
        "撤回有误、决定仍然有效的，可以重新公示；决定依法变更的，变更之日起七个工作日内按变更后的内容公示。"
        "公示期从首次公示起算，不因撤回延长；内容按现在的规则重新遮盖、检查。"
    )
    submit = "提出重新公示"

    ground = Choice("重新公示的原因", *AGAIN.items(), basis="行政处罚法第四十八条")
    reason = Paragraph("向社会公开的理由", longest=500, hint="会原样公开。写明撤回错在哪里或者决定怎样变更、依据哪份文书；不写个人信息。")
    stated = Paragraph(
        "变更后的处罚内容",
        optional=True,
        hint="只变更罚款的不填，按变更后的数额写明；其他处罚也变更的，照变更文书的主文写全，罚款也写上。",
    )
    summary = Paragraph("公示摘要", optional=True, hint="不改的不填，沿用撤回前的摘要。不写身份证号码、住址、电话和账号；自然人只写姓氏。")
