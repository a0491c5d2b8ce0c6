"""Transfers to the police (移送公安机关): a breach is a suspected crime."""

from engine.rules.police_transfer import STANDARDS
from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.number import Measure
from forms.field.text import Paragraph, Text
from forms.form import Form


class PoliceTransferForm(Form):
    """Which crime is suspected, and by what standard."""

    title = "移送公安机关"
    intro = "违法行为涉嫌犯罪的，必须移送，不得以行政处罚代替移送。启动以后，决定不移送或者公安机关退回以前，不能作出处罚决定。"
    submit = "报告涉嫌犯罪"

    offence = Text("涉嫌的罪名", longest=60, hint="如：污染环境罪。", basis="行政处罚法第二十七条第一款、移送涉嫌犯罪案件规定第三条")
    standard = Choice("达到的追诉标准", *STANDARDS.items(), basis="法释〔2023〕7号第一条第二项等")
    tonnes = Measure("危险废物的数量", unit="吨", when=When("standard", ("hazardous_waste",), "危险废物的，填写数量。", "不是的，不填数量。"))
    facts = Paragraph("涉嫌犯罪的事实", longest=2000, hint="写明依据哪一条追诉标准。")
