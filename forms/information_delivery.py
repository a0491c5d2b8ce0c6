"""Telling who asked (告知申请人): how an answer to a request for information, or that it takes longer, reached the applicant."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Text
from forms.form import Form


class InformationDeliveryForm(Form):
    """When, by which way and against which receipt. Source: 政府信息公开条例 Art. 33, 40."""

    title = "告知申请人"
    intro = "答复书按申请人要求的形式提供；延长答复期限的，告知延长到哪一天和理由。"
    submit = "登记"

    served_on = Day("告知的日期", basis="政府信息公开条例第三十三条", hint="邮寄的，交邮之日。")
    way = Choice("方式", ("mail", "邮寄"), ("person", "当面"), ("online", "电子送达"), ("phone", "电话（只限告知延长）"))
    receipt = Text("回执或者邮件号", longest=60)
