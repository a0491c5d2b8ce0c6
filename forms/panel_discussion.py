"""Panel discussions (集体讨论结果): the chair states what the votes resolved."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When, Where
from forms.field.number import Money
from forms.field.text import Offence, Paragraph
from forms.form import Form


class PanelDiscussionForm(Form):
    """The result; members and their votes are known from each member's own account."""

    title = "集体讨论结果"
    intro = (
        "成员各自以本人身份表决后，由主持人作出结论；过半数成员同意的为通过，随即制作集体讨论记录。"
        "表决的不足法定人数，或者不过半数的，由负责人另行召集。"
    )
    submit = "提交讨论结果"

    held_on = Day("讨论日期")
    opinions = Paragraph("讨论情况", hint="汇报和讨论的经过；各人意见已由本人填写。")
    resolution = Choice(
        "讨论结果", ("agree", "同意"), ("return", "退回"), ("adjourn", "未达法定人数，另行召集"), routing=True, basis="行政处罚法第五十七条第二款"
    )
    fine = Money("讨论确定的罚款", optional=True, where=Where("resolution", ("agree",)), hint="与拟罚款相同的不填。")
    reason = Paragraph("退回、另行召集的理由", when=When("resolution", ("return", "adjourn"), "退回或者另行召集的，必须写明理由。"))
    offence = Offence(
        optional=True, where=Where("resolution", ("return",)), hint="讨论认为涉嫌犯罪的，写明罪名，如：污染环境罪；提交后随即启动移送公安机关。"
    )

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a penalty that was agreed on although the breach may be a crime."""
        if values["offence"] and values["resolution"] in {"agree", "adjourn"}:
            yield "offence", "认为涉嫌犯罪的，不得以行政处罚代替移送：讨论结果选退回（移送涉嫌犯罪案件规定第十一条第一款）。"
