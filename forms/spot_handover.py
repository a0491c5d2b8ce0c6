"""Handing over (当场交付): the decision reaches the party here and now, and how the fine is paid."""

from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.text import Code, Paragraph, Text
from forms.form import Form


class SpotHandoverForm(Form):
    """The second half of the summary procedure. Source: 行政处罚法 Art. 52, 67-70."""

    title = "当场交付"
    intro = "决定书当场交付当事人；拒绝签收的，在决定书上注明。"
    submit = "完成交付"

    result = Choice("签收", ("signed", "当事人签收"), ("refused", "拒绝签收"), section="交付", basis="行政处罚法第五十二条第二款")
    recipient = Text("签收人", when=When("result", ("signed",), "签收的，必须填写签收人。", "拒绝签收的，不填签收人。"), section="交付")
    note = Paragraph("拒绝签收的情况", when=When("result", ("refused",), "必须注明情况。", "签收的，不填。"), section="交付")
    payment = Choice(
        "缴款方式",
        ("code", "扫码或者到银行缴纳"),
        ("cash", "当场收缴"),
        optional=True,
        section="缴款",
        basis="行政处罚法第六十七条、第六十八条",
        hint="罚款的必须选择；只给予警告的，没有缴款。",
    )
    ground = Choice(
        "当场收缴的理由",
        ("small", "罚款一百元以下"),
        ("hard", "不当场收缴事后难以执行"),
        ("remote", "边远、水上、交通不便地区，当事人提出"),
        section="缴款",
        basis="行政处罚法第六十八条、第六十九条",
        when=When("payment", ("cash",), "当场收缴的，必须选择理由。", "不当场收缴的，不选理由。"),
    )
    ground_note = Paragraph("事后难以执行的具体情况", when=When("ground", ("hard",), "必须写明具体情况。"), section="缴款")
    ticket_no = Code(
        "专用票据号码",
        section="缴款",
        basis="行政处罚法第七十条：不出具专用票据的，当事人有权拒绝缴纳",
        when=When("payment", ("cash",), "当场收缴的，必须填写票据号码。", "不当场收缴的，不填票据号码。"),
    )
