"""Extensions of a clue's check (延长核查期限): it cannot be cleared up within its term."""

from forms.field.number import Count
from forms.field.text import Paragraph
from forms.form import Form


class ClueExtensionForm(Form):
    """How many days more, and why."""

    title = "延长核查期限"
    intro = "核查期限内查不清的，经负责人批准可以延长一次。期限届满之前办完审批。"
    submit = "申请延长"

    days = Count("延长天数", most=60, unit="日", basis="住房和城乡建设行政处罚程序规定", hint="不超过规定的最长天数；从原期限届满的次日起算。")
    reason = Paragraph("延长的理由", longest=500, hint="已经核查了什么，还要查清什么。")
