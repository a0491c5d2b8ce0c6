"""Signings of an agreement on execution (签订执行协议): the party signs, or does not."""

from forms.field.choice import YesNo
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Paragraph, Text
from forms.form import Form

_SIGNED = When("signed", (True,), "已经签订的，必须填写。")


class AgreementSigningForm(Form):
    """Who signed for the party, and when. Source: 行政强制法 Art. 42(1)."""

    title = "签订执行协议"
    intro = "协议书一式两份，双方签名盖章后生效，一份交当事人。签订日期不得晚于协议约定的签订日期。"
    submit = "提交签订情况"

    signed = YesNo("是否签订", "双方已签订", "没有签订", routing=True, basis="行政强制法第四十二条第一款")
    signed_on = Day("签订日期", today=True)
    signatory = Text("当事人的签名人", when=_SIGNED, hint="写姓名和身份。")
    reason = Paragraph("没有签订的原因", longest=500, when=When("signed", (False,), "没有签订的，必须写明原因。"))
