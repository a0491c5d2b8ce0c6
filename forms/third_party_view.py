"""Views of a third party (第三方意见): whether it agrees that the information is disclosed."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form


class ThirdPartyViewForm(Form):
    """What the third party said in its term. Source: 政府信息公开条例 Art. 32."""

    title = "第三方意见"
    intro = "第三方不同意公开且有合理理由的，不予公开；不公开可能对公共利益造成重大影响的，可以公开。"
    submit = "登记意见"

    view = Choice("第三方的意见", ("agreed", "同意公开"), ("refused", "不同意公开"), ("silent", "没有提出意见"), basis="政府信息公开条例第三十二条")
    answered_on = Day("提出意见的日期", hint="没有提出的，填期限的最后一日。")
    reason = Paragraph("不同意的理由", longest=500, when=When("view", ("refused",), "不同意的，必须写明理由。", "没有不同意的，不填。"))
