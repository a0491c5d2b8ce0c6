"""Pleas (陈述申辩): what the party says to the notice."""

from forms.field.choice import Choice
from forms.field.day import Acted, Day
from forms.field.entry import When
from forms.field.several import References
from forms.field.text import Paragraph
from forms.form import Form


class PleaForm(Form):
    """Whether the party stated its case or waived it expressly."""

    title = "陈述申辩"
    intro = "当事人有权陈述和申辩；期限届满未提出的，视为放弃，由系统记载。"
    submit = "提交"

    plea = Choice("当事人的表示", ("submitted", "提出陈述申辩"), ("waived", "明确放弃"), routing=True, basis="行政处罚法第四十五条第一款")
    received_on = Day("收到日期", acted=Acted(name="way", values=("oral",)))
    way = Choice("方式", ("oral", "口头"), ("written", "书面"), when=When("plea", ("submitted",), "提出陈述申辩的，必须选择方式。"))
    content = Paragraph("陈述申辩内容", when=When("plea", ("submitted",), "提出陈述申辩的，必须记录内容。", "明确放弃的，不填陈述申辩内容。"))
    evidence = References("当事人提交的证据", hint="先上传为本案证据。")
