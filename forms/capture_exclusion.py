"""Exclusions (设备记录不采用): how a case goes on without a record that did not stand."""

from forms.field.choice import Choice
from forms.field.text import Paragraph
from forms.form import Form


class CaptureExclusionForm(Form):
    """The way on, as the officer sees it; the steps themselves are taken where they belong."""

    title = "设备记录不采用的处理"
    intro = "重新审核以后不再作为证据的，不得据以认定事实。没有作出决定的，退回调查终结重新认定、评定；已经作出决定的，依法自行纠错。"
    submit = "提交处理意见"

    way = Choice(
        "怎样处理",
        ("others", "其余证据足以认定，重新认定、评定"),
        ("collect", "补充收集证据"),
        ("drop", "证据不足，申请撤案"),
        ("correct", "决定已经作出，提请自行纠错"),
        ("unused", "没有据以认定事实，不影响处理"),
        basis="行政处罚法第四十一条第二款、第四十六条第二款、第七十五条第二款",
    )
    reason = Paragraph("理由", longest=500)
