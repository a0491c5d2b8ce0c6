"""Records of unclaimed goods (无人认领物品处置记录): how they ended, and where the money lies."""

from forms.field.day import Day
from forms.field.number import Money
from forms.field.text import Code, Text
from forms.form import Form


class UnclaimedRecordForm(Form):
    """When they were sold or destroyed, who saw it, and the voucher of the money. Source: domain.md §1.2 R55."""

    title = "无人认领物品处置记录"
    intro = "公告期满无人认领，按批准的方式处置以后登记。得款按规定存入专户为当事人保管，或者上缴国库；已领取的物品不再处置。"
    submit = "登记处置结果"

    done_on = Day("处置日期", today=True)
    document_no = Text("成交确认书、收购单或者销毁记录的编号", longest=100)
    witness = Text("监督人、见证人", longest=50)
    proceeds = Money("得款", positive=True, optional=True, hint="扣除必要费用前的全部金额。")
    voucher = Code("缴库或者存入专户的凭证号", optional=True)
