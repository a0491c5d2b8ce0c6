"""Answers to a report (答复举报人): whoever told of the act is told what the check found."""

from engine.law.citation import spelled
from engine.law.local import local_rule
from forms.field.choice import Choice, YesNo
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form

_REACHED = When("reached", (True,), "已经告知的，必须填写。", "无法告知的，不填。")


class ReportAnswerForm(Form):
    """When, by which way and what whoever reported the act was told; or why nobody can be told."""

    title = "答复举报人"
    intro = "把核查情况告知举报人。举报人的姓名、电话不要写在这里。"
    submit = "记入答复"

    reached = YesNo("能否告知举报人", "已经告知", "无法告知", routing=True, basis=spelled(local_rule("report")))
    told_on = Day("告知（或者查明无法告知）的日期", today=True)
    way = Choice(
        "告知方式", ("platform", "投诉平台回复"), ("phone", "电话"), ("message", "短信"), ("letter", "书面"), ("person", "当面"), when=_REACHED
    )
    told = Paragraph("告知的内容", longest=1000, hint="核查到什么、是否立案；不属本机关职责的，说明移送哪个部门。", when=_REACHED)
    why = Paragraph(
        "为什么无法告知",
        longest=300,
        hint="如：匿名举报，没有留下联系方式。",
        when=When("reached", (False,), "无法告知的，必须写明原因。", "已经告知的，不填原因。"),
    )
