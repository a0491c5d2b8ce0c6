"""Forwarding an application for reconsideration (转送复议申请)."""

from forms.field.day import Day
from forms.field.text import Paragraph
from forms.form import Form


class ReconsiderationForwardForm(Form):
    """That the agency upholds its decision, and when the application went on."""

    title = "转送复议申请"
    intro = "认为应当维持的，五个工作日内转送复议机关；认为决定有错误的，另行启动自行纠错。"
    submit = "登记转送"

    forwarded_on = Day("转送日期", basis="行政复议法第三十二条")
    opinion = Paragraph("维持的理由", optional=True)
