"""Results of inspections (检查结果): what was found, and when the enterprise was told in writing."""

from engine.rules.inspection import BASIS, FINDINGS
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Paragraph
from forms.form import Form


class InspectionResultForm(Form):
    """What came of an inspection."""

    title = "检查结果"
    submit = "记录结果"

    finding = Choice("检查结果", *FINDINGS.items(), hint="涉嫌违法的，先登记线索，来源选“行政检查”并写明本次检查的编号。")
    outcome = Paragraph("检查情况", longest=1000, hint="检查了什么、看到什么；当场改正的，写明改正了什么。")
    told_on = Day("书面告知企业日期", today=True, basis=BASIS)
