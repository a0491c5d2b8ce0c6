"""Reports on a suspected crime (涉嫌犯罪情况调查报告): what the team verified."""

from forms.field.text import Paragraph, Text
from forms.form import Form


class PoliceReportForm(Form):
    """The report goes along with the case as one of its five materials."""

    title = "涉嫌犯罪情况的调查报告"
    intro = "经另一名成员确认后报正职负责人，负责人自接到报告之日起三日内决定。"
    submit = "提交报告"

    offence = Text("核实后认为涉嫌的罪名", longest=60, basis="移送涉嫌犯罪案件规定第五条第一款")
    standard = Paragraph(
        "核实后达到的追诉标准", longest=500, basis="移送涉嫌犯罪案件规定第三条第一款", hint="数额、数量、情节或者后果，依据哪一条规定。"
    )
    facts = Paragraph("核实的情况", longest=3000, hint="时间、地点、经过、数量、后果，各有什么证据。每行一段。")
    opinion = Paragraph("移送意见", longest=1000)
