"""Collective decisions (集体讨论决定): the persons in charge discussed a matter that is no penalty, such as a second extension."""

from forms.field.choice import YesNo
from forms.field.day import Day
from forms.field.several import Users
from forms.field.text import Paragraph
from forms.form import Form


class CollectiveDecisionForm(Form):
    """Who discussed, when, and to what end."""

    title = "集体讨论"
    submit = "提交讨论结果"

    held_on = Day("讨论日期")
    members = Users("参加人员", least=3, few="参加讨论的负责人不少于三人。")
    agreed = YesNo("讨论结果", "同意", "不同意", routing=True)
    opinion = Paragraph("讨论意见")
