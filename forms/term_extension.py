"""Extensions (延期办案): the decision cannot be made within its term."""

from forms.field.number import Count
from forms.field.text import Paragraph
from forms.form import Form


class TermExtensionForm(Form):
    """How many days more, and why."""

    title = "延期办案"
    intro = "首次延期由负责人批准；再次延期须经集体讨论。期限届满之前办完审批。"
    submit = "申请延期"

    days = Count("延长天数", most=365, unit="日", basis="住房和城乡建设行政处罚程序规定")
    reason = Paragraph("延期理由", longest=500)
