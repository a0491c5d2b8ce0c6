"""Investigation (调查取证): what was collected, and whether an appraisal is needed."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Paragraph, Text
from forms.form import Form


def _for_appraisal(says: str) -> When:
    return When("next", ("appraisal",), says, "不送检测鉴定的，不填此项。")


class InvestigationForm(Form):
    """The course of the investigation; an appraisal stops the clock of the decision."""

    title = "调查取证"
    intro = "全面、客观、公正地调查，收集有关证据。"
    submit = "提交调查情况"

    record = Paragraph("调查经过", basis="行政处罚法第五十四条、第五十五条", hint="询问、勘验、抽样和调取的情况；证据另行上传。")
    next = Choice("下一步", ("report", "调查终结"), ("appraisal", "送检测鉴定"), routing=True)
    institution = Text("检测鉴定机构", when=_for_appraisal("送检测鉴定的，必须填写机构。"), section="检测鉴定")
    subject = Paragraph("检测鉴定事项", longest=500, when=_for_appraisal("送检测鉴定的，必须填写事项。"), section="检测鉴定")
    started_on = Day(
        "开始日期",
        when=_for_appraisal("送检测鉴定的，必须填写开始日期。"),
        section="检测鉴定",
        basis="行政处罚法第六十条；检测鉴定期间不计入办案期限，首尾两日都扣除",
    )
