"""Verification (核查): two officers look whether there is an act to file a case on."""

from forms.field.choice import Choice
from forms.field.day import Acted, Day
from forms.field.entry import When
from forms.field.text import Paragraph, Text, User
from forms.form import Form


class VerificationForm(Form):
    """What the officers saw, and what is to become of the clue."""

    title = "核查"
    intro = "两名执法人员核查线索；协办人员随后以本人身份确认。"
    submit = "提交核查结果"

    inspected_on = Day("核查日期", acted=Acted(), today=True)
    second = User("协办执法人员", basis="行政处罚法第四十二条：执法人员不得少于两人")
    record = Paragraph("现场检查（勘验）记录", basis="行政处罚法第五十五条")
    present = Text("在场人", longest=100, optional=True, basis="行政处罚法第五十五条", hint="写姓名和身份；当事人不在场的，写见证人。")
    facts = Paragraph("初步事实")
    measures = Paragraph("当场采取的措施", optional=True, hint="如：责令改正、先行登记保存。")
    finding = Choice(
        "核查结论",
        ("file", "立案"),
        ("none", "不予立案"),
        ("elsewhere", "不属本机关管辖"),
        routing=True,
        basis="行政处罚法第五十四条：符合立案标准的，应当及时立案",
    )
    competent = Text(
        "有管辖权的机关",
        longest=100,
        when=When("finding", ("elsewhere",), "不属本机关管辖的，必须填写有管辖权的机关。", "只有不属本机关管辖的，才填写有管辖权的机关。"),
        basis="行政处罚法第二十二条、第二十三条",
        hint="批准后制作线索移送函。",
    )
    not_ours = Paragraph(
        "为什么不属本机关管辖",
        longest=500,
        when=When("finding", ("elsewhere",), "不属本机关管辖的，必须写明理由。", "只有不属本机关管辖的，才写理由。"),
    )
