"""Notices of unclaimed goods (公告领取物品): nobody takes back what must go back, and everybody is told where it lies."""

from engine.law.citation import spelled
from engine.law.local import local_rule
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.several import Goods
from forms.field.text import Paragraph, Text
from forms.form import Form

_BASIS = spelled(local_rule("unclaimed"))


class UnclaimedGoodsForm(Form):
    """Which things, how the owner was asked, where it is announced, and what is done where the notice runs out. Source: domain.md §1.2 R55."""

    title = "公告领取物品"
    intro = "应当返还的物品，当事人经通知不来领取或者无法通知的，公告领取。公告期间随时可以领取；期满无人认领的，按这里批准的方式处置。"
    submit = "报负责人批准"

    unclaimed = Goods("公告领取的物品", least=1, few="至少选择一件物品。", basis=_BASIS)
    asked_on = Day("通知领取的日期", section="通知", hint="物品应当返还以后通知的日期；无法通知的，写明知道无法通知的日期。")
    asked_how = Paragraph("通知的经过", section="通知", longest=500, hint="怎样通知、为什么没有领取，或者为什么无法通知。")
    medium = Text("公告载体", section="公告", longest=100, hint="如：本机关门户网站、公告栏。", basis=_BASIS)
    place = Text("领取地点和联系方式", section="公告", longest=200)
    way = Choice("期满无人认领的", ("sold", "拍卖、变卖"), ("destroyed", "无法拍卖、变卖，销毁"), section="期满处置", basis=_BASIS)
    body = Text("承办单位", section="期满处置", longest=100, hint="拍卖机构、收购单位或者销毁单位。")
    reason = Paragraph("处置方式的理由", section="期满处置", longest=500, hint="销毁的，写明为什么无法拍卖、变卖。")
