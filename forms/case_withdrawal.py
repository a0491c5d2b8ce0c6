"""Withdrawals (撤案): an open case is given up before it is decided."""

from forms.field.choice import Choice
from forms.field.text import Paragraph
from forms.form import Form

REASONS = (
    ("not_established", "违法事实不成立"),
    ("time_barred", "时效已过"),
    ("no_jurisdiction", "不属本机关管辖"),
    ("party_ended", "当事人死亡或者终止"),
    ("no_penalty_then", "行为时没有处罚依据"),
    ("no_penalty_now", "决定时的规定已不再处罚"),
)


class CaseWithdrawalForm(Form):
    """Why the case cannot go on."""

    title = "撤案"
    intro = "经协办确认、队长和法制审核，由负责人批准后，案件随即终止办理，未办的步骤取消。"
    submit = "申请撤案"

    reason = Choice("撤案理由", *REASONS, basis="行政处罚法第三十六条至第三十八条、第五十七条")
    facts = Paragraph("查明的情况", hint="写明据以认定撤案理由的事实和证据。")
    performance = Choice(
        "代履行及其费用",
        ("stands", "依据仍然成立，费用继续收取"),
        ("falls", "依据不成立，撤销代履行，不收费用，已缴的退还"),
        optional=True,
        basis="行政强制法第四十一条、第五十一条第二款、第五十二条",
        hint="立即代履行过的，必须选择：障碍物、污染物确是当事人造成的，依据仍然成立；不是的，不成立。没有代履行的，不选。",
    )
    goods = Paragraph("涉案物品和强制措施的处理", optional=True, hint="采取过查封扣押、先行登记保存的，写明怎样解除、返还。")
