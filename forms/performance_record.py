"""Records of a performance (代履行记录): done under supervision and signed, or stopped because the party did it."""

from forms.field.choice import Choice, Tick, YesNo
from forms.field.day import Acted, Day, TimeOfDay
from forms.field.entry import When
from forms.field.number import Money
from forms.field.text import Paragraph, Text
from forms.form import Form

_DONE = ("performed",)


class PerformanceRecordForm(Form):
    """What happened on the spot. Source: 行政强制法 Art. 43, 51, 52."""

    title = "代履行记录"
    intro = "到场监督，代履行完毕由执法人员、代履行人和当事人或者见证人签名；当事人已经履行的，停止代履行。"
    submit = "提交记录"

    result = Choice(
        "结果", ("performed", "代履行完毕"), ("obeyed", "当事人已履行，停止代履行"), routing=True, basis="行政强制法第五十一条第一款第三项、第四项"
    )
    performed_on = Day("日期", acted=Acted())
    performed_at = TimeOfDay(
        "开始时间",
        when=When("result", _DONE, "请填写开始的时间。"),
        basis="行政强制法第四十三条第一款",
    )
    urgent = Tick("情况紧急", hint="夜间、法定节假日只有情况紧急才可以实施。")
    supervisor = Text("到场监督的人员", when=When("result", _DONE, "请填写到场监督的人员。"), basis="行政强制法第五十一条第一款第三项")
    signed = YesNo("签名", "当事人签名", "当事人不到场或者拒签，由见证人签名", basis="行政强制法第五十一条第一款第四项")
    witness = Text("见证人", when=When("signed", (False,), "请填写见证人。"))
    cost = Money("实际费用", when=When("result", _DONE, "请填写实际费用。"), basis="行政强制法第五十一条第二款")
    notified_on = Day("通知当事人的日期", optional=True, hint="立即代履行而当事人不在场的，事后立即通知。", basis="行政强制法第五十二条")
    facts = Paragraph("经过", longest=1000)
