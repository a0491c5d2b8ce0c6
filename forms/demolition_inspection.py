"""Inspections before a demolition (拆除复查): is the building gone, or is the party told a last time?"""

from forms.field.choice import Choice
from forms.field.day import Acted, Day
from forms.field.text import Paragraph
from forms.form import Form

GONE = ("demolished", "当事人已自行拆除")


class DemolitionInspectionForm(Form):
    """What was found on the spot. Source: 行政强制法 Art. 35, 44."""

    title = "拆除复查"
    intro = "当事人不申请行政复议、不提起行政诉讼，又不自行拆除的，期限届满后催告；已经自行拆除的，执行结束。"
    submit = "登记复查"

    building = Choice("复查结果", ("standing", "仍未拆除，催告"), GONE, routing=True, basis="行政强制法第三十五条、第四十四条")
    inspected_on = Day("复查日期", acted=Acted(), today=True)
    facts = Paragraph("现场情况", longest=1000)
