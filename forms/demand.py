"""Demand letters (催告): the party is told to pay before the court is asked."""

from forms.field.choice import Tick
from forms.field.text import Paragraph
from forms.form import Form


class DemandForm(Form):
    """That the account was looked at before the letter goes out."""

    title = "催告"
    intro = "申请法院强制执行前应当催告。催告书编号生成后送达；送达十个工作日后仍未履行的，才可以申请。"
    submit = "制作催告书"

    checked = Tick("已核对本案的缴款账目", must="请先核对本案的缴款账目。", basis="行政强制法第三十五条、第五十四条")
    note = Paragraph("备注", optional=True)
