"""The end of a demand to perform (催告期满审查): was it done, and what did the party say?"""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice, YesNo
from forms.field.day import Acted, Day
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form


class PerformanceAnswerForm(Form):
    """What was found on the spot after the term, with the plea and its review. Source: 行政强制法 Art. 36, 37."""

    title = "催告期满审查"
    intro = "当事人已经履行的，不再代履行。催告期满仍不履行且没有正当理由的，才能决定代履行；当事人的陈述申辩须记录、复核。"
    submit = "提交审查结果"

    obeyed = YesNo("当事人是否履行", "已经履行", "仍不履行", routing=True, basis="行政强制法第三十七条第一款")
    checked_on = Day("查看日期", acted=Acted(), today=True)
    facts = Paragraph("查看到的情况", longest=1000)
    plea = Choice("陈述、申辩", ("none", "没有提出"), ("made", "已经提出"), default="none", basis="行政强制法第三十六条")
    plea_content = Paragraph("当事人提出的事实、理由", longest=1000, when=When("plea", ("made",), "请写明当事人提出的事实、理由。"))
    plea_finding = Paragraph("复核意见", longest=1000, when=When("plea", ("made",), "请写明复核意见。"), hint="事实、理由或者证据成立的，应当采纳。")
    unexcused = Paragraph(
        "为什么没有正当理由",
        longest=500,
        when=When("obeyed", (False,), "仍不履行的，请写明为什么没有正当理由。"),
        basis="行政强制法第三十七条第一款",
    )
    planned_on = Day(
        "代履行日期",
        future=True,
        when=When("obeyed", (False,), "请填写代履行的日期。"),
        hint="写入代履行决定书；送达决定书以后还要书面催告，催告和代履行之间须有三个整工作日。",
        basis="行政强制法第五十一条第一款第一项",
    )

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a day that has gone by."""
        if values["planned_on"] is not None and values["planned_on"] <= self.today:
            yield "planned_on", "代履行的日期须在今天以后。"
