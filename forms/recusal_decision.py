"""Decisions on a recusal (回避决定): the head lets somebody go and names another one, or refuses."""

from forms.field.choice import YesNo
from forms.field.entry import When
from forms.field.text import Paragraph, User
from forms.form import Form


class RecusalDecisionForm(Form):
    """Whether the officer goes, and who comes."""

    title = "回避决定"
    submit = "作出决定"

    granted = YesNo("是否回避", "回避", "不回避", routing=True, basis="行政处罚法第四十三条第三款：由行政机关负责人决定")
    replacement = User("改由谁承担", when=When("granted", (True,), "决定回避的，须指定接替的人员。", "不回避的，不填接替的人员。"))
    reason = Paragraph("理由")
