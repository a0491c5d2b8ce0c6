"""Appeals (上诉): somebody goes to the court of second instance."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Paragraph, Text
from forms.form import Form


class AppealForm(Form):
    """Who appealed, when, to which court; nobody having appealed in time, the step ends by itself."""

    title = "上诉"
    intro = "上诉期满没有上诉的，一审裁判生效，本步自动办结，不用填写。"
    submit = "登记上诉"

    appellant = Choice("上诉人", ("party", "当事人"), ("agency", "本机关"))
    appealed_on = Day("上诉日期", basis="行政诉讼法第八十五条")
    court = Text("二审法院")
    reason = Paragraph("上诉理由", optional=True)
