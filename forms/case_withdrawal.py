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
    goods = Paragraph("涉案物品和强制措施的处理", optional=True, hint="采取过查封扣押、先行登记保存的，写明怎样解除、返还。")
