"""Handovers (移送交接): the other body received the case."""

from forms.field.day import Day
from forms.field.text import Code
from forms.form import Form


class HandoverForm(Form):
    """The receipt and its day."""

    title = "移送交接"
    submit = "登记交接"

    receipt_no = Code("回执编号")
    delivered_on = Day("交接日期")
