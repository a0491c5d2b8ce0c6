"""Reviews of pleas (复核申辩): what of the plea holds."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.factor import AGGRAVATING, FactorForm
from forms.field.choice import Choice, YesNo
from forms.field.entry import When
from forms.field.number import Money
from forms.field.several import Table
from forms.field.text import Paragraph
from forms.form import Form


class PleaReviewForm(Form):
    """What was examined, what was accepted, and what becomes of the proposal."""

    title = "复核申辩"
    intro = "对当事人提出的事实、理由和证据进行复核；不得因陈述、申辩而给予更重的处罚。"
    submit = "提交复核意见"

    finding = Paragraph("复核情况", basis="行政处罚法第四十五条第一款", hint="逐项写明当事人的主张和复核结果。")
    accepted = Choice("是否采纳", ("all", "全部采纳"), ("part", "部分采纳"), ("none", "不予采纳"), basis="行政处罚法第四十五条第一款")
    reason = Paragraph("不采纳的理由", when=When("accepted", ("part", "none"), "未全部采纳的，必须写明理由。"))
    factors = Table("从轻、从重情节", FactorForm, key="code", hint="成立的从轻情节，附证据；不因申辩增加从重情节。")
    fine = Money("复核后的拟罚款", optional=True, hint="不得高于告知的金额；不变的不填。", basis="行政处罚法第四十五条第二款")
    facts_changed = YesNo(
        "事实、理由、依据是否有变",
        "有变，重新终结并告知",
        "无变",
        routing=True,
        basis="行政处罚法第四十四条",
        hint="有变的，退回调查终结，重新审核、审批后再告知；新的拟罚款在终结报告中提出。",
    )

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a change of the facts by a plea of which nothing holds, and what would make the penalty heavier for a plea."""
        if values["facts_changed"] and values["accepted"] == "none":
            yield "facts_changed", "申辩未被采纳的，不因申辩改变事实。"
        if any(row["code"] in AGGRAVATING for row in values["factors"] or ()):
            yield "factors", "不得因陈述、申辩增加从重情节（行政处罚法第四十五条第二款）。"
        if values["facts_changed"] and values["fine"] is not None:
            yield "fine", "事实有变的，新的拟罚款在终结报告中提出，此处不填。"
