"""Answers of the court (法院答复): taken, refused, granted, not granted."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice, Tick
from forms.field.day import Day
from forms.field.entry import When, Where
from forms.field.text import Paragraph, Text
from forms.form import Form

ANSWERS = (
    ("accepted", "受理"),
    ("refused", "不予受理"),
    ("granted", "裁定准予执行"),
    ("denied", "裁定不准予执行"),
)
_AGAINST = ("refused", "denied")


class CourtAnswerForm(Form):
    """What the court answered. Source: 行政强制法 Art. 56-58."""

    title = "法院答复"
    intro = "法院五日内受理，受理后七日内（听取意见的三十日内）裁定；不予受理、不准予执行的，可以在十五日内向上一级法院申请复议，结果也在这里登记。"
    submit = "登记答复"

    answer = Choice("法院的答复", *ANSWERS, routing=True, basis="行政强制法第五十六条至第五十八条")
    answered_on = Day("收到日期")
    number = Text("法院文书号", longest=60)
    reason = Paragraph("法院的理由", when=When("answer", _AGAINST, "请写明法院的理由。"))
    doubtful = Tick(
        "法院告知需要听取意见，三十日内裁定",
        basis="行政强制法第五十八条第二款",
        where=Where("answer", ("accepted",)),
        hint="明显缺乏事实根据、法律依据或者其他明显违法的，法院在裁定前可以听取意见。",
    )
    next = Choice(
        "怎样办",
        ("challenge", "向上一级法院申请复议"),
        ("end", "不再申请"),
        when=When("answer", _AGAINST, "请选择是否申请复议。", "法院受理、准予执行的，不选。"),
        routing=True,
        basis="行政强制法第五十六条第二款、第五十八条第三款",
    )

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a longer term where the court did not take the application up."""
        if values["doubtful"] and values["answer"] != "accepted":
            yield "doubtful", "只有法院受理的，才有裁定期限。"
