"""Deferral (延期分期): a party in hardship asks to pay later, or in parts."""

from forms.field.choice import Tick
from forms.field.day import Day
from forms.field.number import Money
from forms.field.several import Table
from forms.field.text import Paragraph
from forms.form import Form


class InstalmentForm(Form):
    """A part of the fine, and the last day to pay it."""

    title = "期次"

    due_on = Day("最后缴款日", future=True)
    amount = Money("金额", positive=True)


class DeferralForm(Form):
    """What the party asks for, and why it cannot pay at once. Source: 行政处罚法 Art. 66(2)."""

    title = "延期分期缴纳"
    intro = "当事人确有经济困难的，经申请和负责人批准，可以暂缓或者分期缴纳。按期缴清的不加处罚款；任何一期没有缴足，其余随即到期。"
    submit = "报负责人批准"

    applied_on = Day("当事人申请日期", basis="行政处罚法第六十六条第二款")
    reason = Paragraph("经济困难的情况和证明材料", longest=500, basis="行政处罚法第六十六条第二款")
    checked = Tick("已核对当事人的申请和证明材料", must="请先核对当事人的申请和证明材料。")
    parts = Table(
        "缴纳期次",
        InstalmentForm,
        key="due_on",
        hint="只有一期的为延期；各期合计等于尚欠的罚款，复议、诉讼增加的等于缴款通知书载明的增加的罚款中尚欠的；没收的违法所得不在其列。",
    )
