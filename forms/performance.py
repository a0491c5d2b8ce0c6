"""Performance in the party's stead (代履行): what somebody else does at the party's cost."""

from forms.field.choice import Choice, YesNo
from forms.field.entry import When
from forms.field.number import Money
from forms.field.text import Paragraph, Text
from forms.form import Form

_DECIDED = (False,)


class PerformanceForm(Form):
    """Why, by whom, how and at what cost. Source: 行政强制法 Art. 50-52."""

    title = "代履行"
    intro = (
        "处罚决定、期满复查仍未改正的责令改正通知书确定的排除妨碍、恢复原状等义务，逾期不履行，危害交通安全、污染环境或者破坏资源的，可以代履行；"
        "道路、河道、公共场所的障碍物可以立即代履行。"
    )
    submit = "提出代履行"

    immediate = YesNo("是否立即代履行", "立即代履行", "先书面催告，期满再决定代履行", routing=True, basis="行政强制法第五十二条")
    place_kind = Choice(
        "地点",
        ("road", "道路"),
        ("river", "河道"),
        ("channel", "航道"),
        ("public", "公共场所"),
        when=When("immediate", (True,), "立即代履行的，必须选择地点。", "不是立即代履行的，不选地点。"),
        basis="行政强制法第五十二条",
    )
    danger = Choice(
        "不履行的后果",
        ("traffic", "危害交通安全"),
        ("pollution", "造成环境污染"),
        ("resources", "破坏自然资源"),
        when=When("immediate", _DECIDED, "请选择不履行的后果。"),
        basis="行政强制法第五十条",
    )
    duty = Paragraph("代履行的标的", longest=500, hint="如：清除遗撒在环湖路上的渣土约70平方米。")
    reason = Paragraph("理由", longest=500)
    performer = Text("代履行人", longest=100, hint="本机关，或者没有利害关系的第三人。", basis="行政强制法第五十条")
    method = Paragraph("代履行的方式", longest=500, basis="行政强制法第五十一条第三款")
    budget = Money("费用预算", when=When("immediate", _DECIDED, "请填写费用预算。"), basis="行政强制法第五十一条第一款第一项")
