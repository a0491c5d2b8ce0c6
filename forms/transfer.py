"""Transfers (移送): the case is handed to the body that may judge it."""

from forms.field.day import Day
from forms.field.text import Code, Paragraph, Text
from forms.form import Form


class TransferForm(Form):
    """To whom, why, and that it arrived."""

    title = "移送"
    intro = "涉嫌犯罪的，不得以行政处罚代替刑事处罚。"
    submit = "移送"

    recipient = Text("接收机关", basis="行政处罚法第二十七条")
    reason = Paragraph("移送理由", basis="行政处罚法第二十七条、第五十七条第一款第四项")
    receipt_no = Code("回执编号")
    delivered_on = Day("送达日期", basis="移送涉嫌犯罪案件规定第五条")
