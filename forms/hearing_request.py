"""Requests for a hearing (听证要求): whether the party asks for one, and how."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When, Where
from forms.field.several import References
from forms.field.text import Paragraph
from forms.form import Form

_ASKED = ("requested",)


class HearingRequestForm(Form):
    """Whether the party asks for a hearing or gives it up expressly; silence until the last day gives it up."""

    title = "听证要求"
    intro = "当事人自告知书送达之日起五个工作日内可以要求听证；期限届满未提出的，视为放弃，由系统记载。"
    submit = "提交"

    requested = Choice("当事人的表示", ("requested", "要求听证"), ("waived", "明确放弃听证"), routing=True, basis="行政处罚法第六十四条第一项")
    requested_on = Day("提出日期", hint="邮寄的，填交邮日期。")
    way = Choice("方式", ("written", "书面"), ("oral", "口头"), ("portal", "网上"), when=When("requested", _ASKED, "要求听证的，必须选择方式。"))
    content = Paragraph("要求听证的理由", optional=True, where=Where("requested", _ASKED))
    proof = References("当事人的书面材料或者记录", hint="先上传为本案证据。")
