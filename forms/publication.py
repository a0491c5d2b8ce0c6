"""Publication (公示准备): what the public is to see of a decision."""

from forms.field.choice import YesNo
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form


class PublicationForm(Form):
    """The summary for the public, or why there is none."""

    title = "公示准备"
    intro = "具有一定社会影响的行政处罚决定应当依法公开；个人信息先行遮盖。"
    submit = "提交公示意见"

    publish = YesNo("是否公示", "公示", "不公示", routing=True, basis="行政处罚法第四十八条第一款")
    summary = Paragraph(
        "公示摘要", when=When("publish", (True,), "公示的，必须填写公示摘要。"), hint="不写身份证号码、住址、电话和账号；自然人只写姓氏。"
    )
    reason = Paragraph(
        "不公示的理由", when=When("publish", (False,), "不公示的，必须写明理由。"), hint="如：当事人是未成年人，涉及国家秘密、商业秘密或者个人隐私。"
    )
    impact_note = Paragraph("个人信息保护影响评估", optional=True, basis="个人信息保护法第五十五条")
