"""Requests for information (政府信息公开申请): who asks for what of this case."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Paragraph, Text
from forms.form import Form


class InformationRequestForm(Form):
    """Who asked, when and how it came, and what is asked for. Source: 政府信息公开条例 Art. 29, 31."""

    title = "政府信息公开申请"
    intro = "当面提交的，提交之日为收到之日；邮寄的，签收之日；通过网络、传真提交的，双方确认之日。申请人是本案举报人的，不在这里登记。"
    submit = "登记申请"

    applicant = Text("申请人", longest=60, basis="政府信息公开条例第二十九条", hint="姓名或者名称。")
    kind = Choice("申请人是", ("person", "公民"), ("organisation", "法人或者其他组织"))
    contact = Text("联系方式", longest=100, basis="政府信息公开条例第二十九条", hint="答复书送到哪里。")
    received_on = Day("收到申请的日期", basis="政府信息公开条例第三十一条")
    way = Choice("提交方式", ("person", "当面"), ("mail", "邮寄"), ("online", "网络或者传真"))
    asked = Paragraph("申请公开的信息", longest=500, basis="政府信息公开条例第二十九条")
