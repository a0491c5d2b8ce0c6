"""Handling a request for information (办理公开申请): the answer is drafted, a third party is asked first, or more time is asked for."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.number import Count
from forms.field.text import Paragraph, Text
from forms.form import Form

_ANSWER = When("handling", ("answer",), "拟写答复的，必须选择。", "没有拟写答复的，不选。")
_THIRD = When("handling", ("third_party",), "征求第三方意见的，必须填写。", "没有征求第三方意见的，不填。")
_LONGER = When("handling", ("extension",), "报请延长的，必须填写。", "不延长的，不填。")


class InformationHandlingForm(Form):
    """What comes next, and what it takes. Source: 政府信息公开条例 Art. 14-16, 32, 33, 36, 37."""

    title = "办理公开申请"
    intro = (
        "已经公示的处罚决定应当公开，行政执法案卷信息可以不予公开；能够区分处理的，公开可以公开的内容。"
        "公开会损害第三方合法权益的，先书面征求意见；期限内不能答复的，届满以前报负责人同意延长。"
    )
    submit = "提交"

    handling = Choice("怎样办理", ("answer", "拟写答复"), ("third_party", "征求第三方意见"), ("extension", "报请延长答复期限"), routing=True)
    outcome = Choice(
        "答复",
        ("disclosed", "予以公开"),
        ("partly", "部分公开"),
        ("withheld", "不予公开"),
        ("absent", "信息不存在"),
        when=_ANSWER,
        basis="政府信息公开条例第三十六条",
    )
    content = Paragraph(
        "公开的内容",
        longest=3000,
        when=When("outcome", ("disclosed", "partly"), "公开的，必须写明内容。", "不公开的，不填内容。"),
        hint="或者写明获取的方式和途径。不要写个人的证件号码、电话。",
    )
    ground = Choice(
        "不予公开的依据",
        ("file", "行政执法案卷信息"),
        ("process", "过程性信息"),
        ("inner", "内部事务信息"),
        ("private", "商业秘密、个人隐私"),
        ("secret", "国家秘密或者危及安全"),
        when=When("outcome", ("partly", "withheld"), "不予公开的，必须写明依据。", "没有不予公开的，不选依据。"),
        basis="政府信息公开条例第十四条至第十六条",
    )
    why = Paragraph(
        "不予公开或者不存在的理由",
        longest=1000,
        when=When("outcome", ("partly", "withheld", "absent"), "不予公开或者不存在的，必须说明理由。", "全部公开的，不填理由。"),
        basis="政府信息公开条例第三十六条、第三十七条",
        hint="信息不存在的，写明检索了哪里。",
    )
    third_party = Text("第三方", longest=60, when=_THIRD, basis="政府信息公开条例第三十二条")
    asked_on = Day("征求意见书发出的日期", when=_THIRD)
    received_on = Day("第三方收到的日期", when=_THIRD, hint="自收到之日起十五个工作日内提出意见；这段时间不计入答复期限。")
    days = Count("延长天数", most=20, unit="个工作日", when=_LONGER, basis="政府信息公开条例第三十三条第二款")
    reason = Paragraph("延长的理由", longest=300, when=_LONGER)
