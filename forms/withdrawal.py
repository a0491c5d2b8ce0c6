"""Withdrawal of a publication (撤回公示): why the public may see the decision no more."""

from engine.rules.publication import GROUNDS
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Paragraph
from forms.form import Form


class WithdrawalForm(Form):
    """The ground, the day on which it arose, and the reason that will be public."""

    title = "撤回公示"
    intro = "决定被依法变更、撤销、确认违法或者确认无效的，应当在三个工作日内撤回公示并公开说明理由。提交后由法制审核人员复核，复核同意即撤回。"
    submit = "提出撤回"

    ground = Choice("撤回的原因", *GROUNDS.items(), basis="行政处罚法第四十八条第二款")
    changed_on = Day("变更、撤销或者发现差错的日期", hint="三个工作日从这一天起算。")
    reason = Paragraph("向社会公开的理由", longest=500, hint="会原样公开。写明作出变更、撤销的机关和文书文号；不写个人信息。")
