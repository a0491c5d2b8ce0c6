"""Records of a hearing (听证笔录): who came, what was said, and how it ended."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form

_HELD = ("held",)


def _said(label: str, hint: str = "") -> Paragraph:
    return Paragraph(label, section="听证笔录", hint=hint, when=When("result", _HELD, f"举行了听证的，必须记录{label}。"))


class HearingRecordForm(Form):
    """What happened on the day of the hearing, or why it did not come to it."""

    title = "举行听证"
    intro = "由主持人填写。听证结束后，根据听证笔录作出决定。"
    submit = "提交听证结果"

    result = Choice(
        "听证结果",
        ("held", "已举行"),
        ("adjourned", "延期（通知新的证人、重新鉴定等）"),
        ("challenged", "申请主持人回避，报负责人决定"),
        ("withdrawn", "当事人撤回听证要求"),
        ("absent", "当事人无正当理由不出席或者中途退出"),
        routing=True,
        basis="行政处罚法第六十四条第六项",
    )
    held_on = Day("日期", hint="举行的日期；撤回的，填撤回的日期。")
    attendance = _said("参加人", "当事人、代理人（一至二人）、调查人员、证人等的姓名和身份。")
    challenge = _said("申请回避的情况", "如：当事人表示不申请回避。")
    accusation = _said("调查人员提出的事实、证据和处罚建议")
    defence = _said("当事人的申辩")
    confrontation = _said("质证的情况", "逐项记录出示的证据和双方意见。")
    last_words = _said("最后陈述")
    signed = Choice(
        "笔录核对",
        ("signed", "已签字或者盖章"),
        ("refused", "拒绝签字或者盖章"),
        section="听证笔录",
        when=When("result", _HELD, "举行了听证的，必须选择笔录是否签字。"),
        basis="行政处罚法第六十四条第八项",
    )
    refusal = Paragraph("拒绝签字的情况", section="听证笔录", when=When("signed", ("refused",), "拒绝签字的，由主持人在笔录中注明。"))
    reason = Paragraph(
        "理由", when=When("result", ("adjourned", "challenged", "withdrawn", "absent"), "没有举行的，必须写明理由。"), section="没有举行的"
    )
