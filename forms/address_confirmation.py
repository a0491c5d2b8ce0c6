"""Confirmations of address (送达地址确认书): where papers reach the party, and whether electronically."""

from engine.rules.document.address_confirmation import CHANNELS, RELATIONS
from forms.field.choice import Choice, Tick
from forms.field.day import Acted, Day
from forms.field.entry import When
from forms.field.text import Code, Text
from forms.form import Form

_CHOSEN = When("channel", tuple(CHANNELS), "同意电子送达的，必须填写电子送达地址。", "没有选择电子送达方式的，不填电子送达地址。")


class AddressConfirmationForm(Form):
    """What the party confirms with its signature. Source: 行政处罚法 Art. 61(2); 民事诉讼法 Art. 90."""

    title = "送达地址确认书"
    intro = "当事人确认送达地址；同意电子送达并签名的，才可以电子送达。"
    submit = "制作确认书"

    held_on = Day("确认日期", acted=Acted(), today=True, section="确认")
    name = Text("确认人", section="确认")
    relation = Choice("确认人与当事人的关系", *RELATIONS.items(), section="确认")
    recipient = Text("收件人", optional=True, section="地址", hint="不填为确认人。")
    address = Text("送达地址", longest=200, section="地址", basis="民事诉讼法第九十条")
    phone = Code("联系电话", pattern=r"[0-9+()-]{7,20}", says="应为7至20位数字，可有加号、括号和连接号。", section="地址")
    channel = Choice(
        "同意的电子送达方式", *CHANNELS.items(), optional=True, section="电子送达", basis="行政处罚法第六十一条第二款", hint="不同意的不选。"
    )
    electronic = Text("电子送达地址", longest=100, section="电子送达", when=_CHOSEN, hint="传真号、邮箱、手机号或者平台账号。")
    signed = Tick("当事人已在确认书上签名或者盖章", must="没有签名的确认书不发生确认的效力。", section="签名", basis="行政处罚法第六十一条第二款")
