"""Answers of the police (公安机关答复): filed, refused, or passed on."""

from engine.rules.police_transfer import ANSWERS
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Code, Paragraph, Text
from forms.form import Form


class PoliceAnswerForm(Form):
    """The written notice of the police, from whichever way it came in."""

    title = "答复"
    intro = "自接受移送之日起三日内审查并书面通知。答复和所附文书作为证据入卷，提交后不能更改。"
    submit = "提交答复"

    outcome = Choice("审查决定", *ANSWERS.items(), routing=True, basis="移送涉嫌犯罪案件规定第七条、第八条")
    number = Code("通知书文号")
    decided_on = Day("决定日期")
    body = Text("转送给哪个公安机关", when=When("outcome", ("passed_on",), "转送的，写明转送给哪个机关。", "没有转送的，不填。"))
    answer = Paragraph("理由和说明", longest=3000, hint="不予立案的，必须说明理由。")
    contact = Text("经办人和电话", longest=60)
