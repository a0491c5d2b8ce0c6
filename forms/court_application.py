"""Applications to the court (申请强制执行): what the court must know, or why the execution ends without it."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form

_APPLIED = ("apply",)


class CourtApplicationForm(Form):
    """What the party said to the demand, and what can be enforced. Source: 行政强制法 Art. 36, 55."""

    title = "申请强制执行"
    intro = (
        "复议、诉讼期限届满，催告期满仍未履行的，自期限届满之日起三个月内申请法院强制执行；"
        "执行法院的判决、调解书的，期限为二年，向第一审法院申请。申请书由负责人签署。"
    )
    submit = "提交"

    course = Choice("怎样办", ("apply", "申请法院强制执行"), ("end", "不申请，终结执行"), routing=True, basis="行政强制法第五十三条")
    plea = Choice(
        "当事人对催告的意见",
        ("none", "没有陈述申辩"),
        ("submitted", "提出陈述申辩"),
        when=When("course", _APPLIED, "请选择当事人对催告有没有意见。"),
        basis="行政强制法第三十六条",
    )
    content = Paragraph("陈述申辩的内容", when=When("plea", ("submitted",), "请记录当事人陈述申辩的内容。"))
    finding = Paragraph("复核意见", when=When("plea", ("submitted",), "请写明复核意见。"), hint="理由成立的，应当采纳。")
    subject = Paragraph("执行标的情况", when=When("course", _APPLIED, "请写明可供执行的财产。"), basis="行政强制法第五十五条第一款第四项")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a plea that was told without need."""
        if values["plea"] == "none" and values["content"]:
            yield "content", "当事人没有陈述申辩的，不填内容。"
