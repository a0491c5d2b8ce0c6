"""Inquiries (询问笔录): whom the officers asked, what, and what was answered."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from engine.rules.document.inquiry import ROLES
from engine.rules.identity import compact, resident_id_problem
from forms.field.choice import Choice, Tick
from forms.field.day import Acted, Day, TimeOfDay
from forms.field.entry import When
from forms.field.several import Table
from forms.field.text import Code, Paragraph, Text
from forms.form import Form


class AnswerForm(Form):
    """One question and its answer, in the words that were used."""

    title: ClassVar[str] = "问答"

    question = Paragraph("问", longest=1000)
    answer = Paragraph("答", longest=2000)


class InquiryForm(Form):
    """The record of an inquiry by two officers. Source: 行政处罚法 Art. 43, 55."""

    title = "询问笔录"
    intro = "两名执法人员询问，当场打印，交被询问人核对，逐页签名；笔录同时入卷为证据。"
    submit = "制作笔录"

    shown = Tick("已出示执法证件", must="必须先出示执法证件。", section="询问", basis="行政处罚法第五十五条第一款")
    told = Tick("已告知如实回答的义务和申请回避的权利", must="询问前必须告知。", section="询问", basis="行政处罚法第四十三条、第五十五条第二款")
    held_on = Day("日期", acted=Acted(), today=True, section="询问")
    began = TimeOfDay("开始时间", section="询问")
    ended = TimeOfDay("结束时间", section="询问")
    place = Text("地点", longest=200, section="询问")
    name = Text("姓名", section="被询问人")
    role = Choice("身份", *ROLES.items(), section="被询问人", basis="行政处罚法第四十六条")
    id_number = Code("居民身份证号码", optional=True, section="被询问人", hint="18位，号码有误的会提示。")
    phone = Code("联系电话", pattern=r"[0-9+()-]{7,20}", says="应为7至20位数字，可有加号、括号和连接号。", optional=True, section="被询问人")
    address = Text("住址或者单位", longest=200, optional=True, section="被询问人")
    attendant = Text("到场的监护人", optional=True, section="被询问人", hint="询问未成年人时填写，写姓名和关系。")
    challenge = Choice("是否申请回避", ("none", "不申请"), ("asked", "申请，另行报请决定"), section="问答", basis="行政处罚法第四十三条")
    answers = Table("问答", AnswerForm, key="question", section="问答", basis="行政处罚法第五十五条第二款")
    purpose = Text("证明内容", longest=200, section="问答")
    signed = Choice("笔录核对", ("signed", "已核对并签名"), ("refused", "拒绝签名"), section="签名", basis="行政处罚法第五十五条第二款")
    refusal = Paragraph("拒绝签名的情况", longest=500, section="签名", when=When("signed", ("refused",), "拒绝签名的，在笔录中注明情况。"))

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a record without a question, and what the check digit says."""
        if not values["answers"]:
            yield "answers", "笔录至少有一问一答。"
        if values["id_number"] and (problem := resident_id_problem(values["id_number"], self.today)):
            yield "id_number", problem

    def fill(self, data: Mapping[str, object]) -> dict[str, object]:
        """Return the record with the number in capitals and without spaces."""
        values = super().fill(data)
        return values | {"id_number": compact(str(values["id_number"])) if values["id_number"] is not None else None}
