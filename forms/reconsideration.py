"""Reconsideration (行政复议): the party, or whom an act concerns, challenges it before the local government."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Paragraph, Text
from forms.form import Form
from forms.remedy_start import challenged, challenger


class ReconsiderationForm(Form):
    """To whom the party applied, when, and what it asks for."""

    title = "行政复议"
    intro = "复议不停止执行；当事人不服处罚决定、加处罚款决定的，加处罚款暂停计算。收到复议机关的通知后，按期提出答复并提交证据。"
    submit = "登记复议申请"

    against = challenged("行政复议法第十一条、第二十条")
    applicant = challenger("申请人", "行政复议法第十四条")
    via = Choice("向谁提出", ("organ", "直接向复议机关"), ("agency", "通过本机关提出"), routing=True, basis="行政复议法第二十二条、第三十二条")
    organ = Text("复议机关", basis="行政复议法第二十四条")
    filed_on = Day("申请日期", basis="行政复议法第二十条")
    claim = Paragraph("复议请求和理由")
