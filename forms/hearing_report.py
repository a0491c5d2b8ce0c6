"""Reports of a hearing (听证报告): what the host found."""

from engine.events.hearing import FINDINGS
from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.text import Offence, Paragraph
from forms.form import Form


class HearingReportForm(Form):
    """The course of the hearing, what was disputed, and the finding with its grounds."""

    title = "听证报告"
    intro = "报告和笔录一并送法制审核；经听证的案件，法制审核是法定程序。"
    submit = "提交听证报告"

    course = Paragraph("听证的基本情况")
    issues = Paragraph("争议的焦点")
    finding = Choice("处理意见", *FINDINGS.items())
    offence = Offence(when=When("finding", ("crime",), "认为涉嫌犯罪的，写明涉嫌的罪名。", "不移送公安机关的，不填罪名。"))
    grounds = Paragraph("理由", hint="只根据听证中出示、质证的证据。")
