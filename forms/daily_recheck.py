"""Re-checks for fines by the day (按日连续处罚的复查): whether whoever was fined and ordered to correct still discharges or dumps."""

from engine.events.recheck import RESULTS
from forms.field.choice import Choice
from forms.field.day import Acted, Day
from forms.field.several import References
from forms.field.text import Paragraph, Text
from forms.form import Form


class DailyRecheckForm(Form):
    """What the two officers found on the day. Source: 生态环境法典 Art. 1060."""

    title = "按日连续处罚的复查"
    intro = "两名执法人员到场复查，协办以本人身份确认。已改正的，按日连续处罚终止；拒不改正的，另案按原处罚数额乘以天数处罚。"
    submit = "提交复查情况"

    checked_on = Day(
        "复查日期",
        acted=Acted(),
        basis="生态环境法典第一千零六十条",
        hint="责令改正送达、改正期限届满以后，复查期限以内；自送达或者上次复查之日起算。",
    )
    place = Text("复查地点", longest=200)
    present = Text("在场人", hint="当事人或者其工作人员的姓名；拒绝到场的，写明见证人。", basis="行政处罚法第五十五条")
    finding = Paragraph("复查情况", basis="行政处罚法第四十条", hint="写明排放、倾倒是否仍在继续，怎样查实。")
    evidence = References(
        "证据", least=1, few="须有证据，至少选一份。", basis="行政处罚法第四十六条", hint="现场照片、监测报告等，先上传为本案证据。"
    )
    result = Choice("复查结果", *RESULTS.items())
