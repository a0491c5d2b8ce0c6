"""Striking off (除名): somebody takes part in the case no more, or was recorded by mistake."""

from engine.events.party import STRUCK
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Paragraph, Text
from forms.form import Form


class StrikingForm(Form):
    """Why, since when, and who told it."""

    title = "除名"
    intro = "除名之后，今后的文书不再写此人；已经制作的文书不改动，原来的记录仍看得到。"
    submit = "除名"

    ground = Choice("原因", *STRUCK.items(), basis="民法典第三十九条、第一百七十三条")
    struck_on = Day("自哪一天起", hint="登记有误的，填发现之日；死亡、终止的，填发生之日。")
    told_by = Text("由谁告知", longest=100, hint="如：当事人本人、社区居委会、登记机关查询。")
    reason = Paragraph("说明", longest=500)
