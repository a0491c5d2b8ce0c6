"""Demands to pay the cost of a performance (催告缴纳代履行费用)."""

from forms.field.choice import Tick
from forms.field.text import Paragraph
from forms.form import Form


class CostDemandForm(Form):
    """That the account was looked at before the letter goes out. Source: 行政强制法 Art. 35, 54."""

    title = "催告缴纳代履行费用"
    intro = "期满没有缴清的，书面催告；催告书送达十个工作日后、救济期限届满以后仍未缴纳的，可以申请法院强制执行。停止执行、中止执行期间不催告。"
    submit = "制作催告书"

    checked = Tick("已核对代履行费用的缴款账目", must="请先核对代履行费用的缴款账目。", basis="行政强制法第三十五条、第五十四条")
    note = Paragraph("备注", optional=True)
