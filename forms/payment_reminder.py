"""Payment reminders (催缴): the party is told that the fine is due."""

from forms.field.day import Acted, Day
from forms.field.text import Paragraph, Text
from forms.form import Form


class PaymentReminderForm(Form):
    """When and how the party was reminded."""

    title = "催缴"
    intro = "到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款不超出罚款数额。"
    submit = "登记催缴"

    reminded_on = Day("催缴日期", acted=Acted(both=False), basis="行政处罚法第七十二条第一款")
    way = Text("催缴方式", longest=20, hint="如：电话、短信、上门、书面。")
    note = Paragraph("催缴情况", optional=True)
