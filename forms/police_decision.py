"""Decisions on a transfer to the police (移送决定): by the principal or presiding head alone."""

from engine.rules.police_transfer import CAPACITIES
from forms.field.choice import Choice, YesNo
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form


class PoliceDecisionForm(Form):
    """Transfer, or not, with the reason on record."""

    title = "决定是否移送"
    intro = "自接到报告之日起三日内决定。批准的，二十四小时内送交公安机关；不批准的，理由记录在案。"
    submit = "作出决定"

    approved = YesNo("决定", "批准移送", "不批准移送", routing=True, basis="移送涉嫌犯罪案件规定第五条第二款、第三款")
    capacity = Choice(
        "以何身份决定", *CAPACITIES.items(), basis="移送涉嫌犯罪案件规定第五条第二款", hint="须由本人决定，分管负责人、授权代理人不能代为决定。"
    )
    opinion = Paragraph("意见", longest=1000, when=When("approved", (True,), "批准移送的，必须写明意见。"))
    reason = Paragraph("不批准的理由", longest=1000, when=When("approved", (False,), "不批准移送的，必须写明理由。"))
