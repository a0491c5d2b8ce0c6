"""The result of a reconsideration (复议结果)."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.number import Count
from forms.field.text import Code, Paragraph
from forms.form import Form
from forms.remedy_result import DAYS, FLAW, changed_content, changed_fine, changed_gains, given_back, opposition


class ReconsiderationResultForm(Form):
    """The result, its paper, and what becomes of the fine."""

    title = "复议结果"
    intro = "结果对本机关有约束力：变更、撤销的，三个工作日内撤回公示，多缴的罚款退还，应当解除的强制措施随即解除。"
    submit = "登记结果"

    result = Choice(
        "结果",
        ("upheld", "维持"),
        ("changed", "变更"),
        ("annulled", "撤销"),
        ("annulled_anew", "撤销并责令重新作出"),
        ("unlawful", "确认违法"),
        ("void", "确认无效"),
        ("dismissed", "驳回复议申请（请求）"),
        ("mediated", "调解"),
        ("withdrawn", "和解、撤回申请"),
        ("extended", "还没有作出，延长审理期限"),
        routing=True,
        basis="行政复议法第六十二条至第七十四条",
    )
    document_no = Code("文书文号")
    decided_on = Day("作出日期")
    received_on = Day("收到日期")
    fine = changed_fine("行政复议法第六十三条")
    gains = changed_gains("行政复议法第六十三条")
    opposed = opposition("复议的第三人", "行政复议法第六十三条第二款")
    restored_goods = given_back("行政复议法第六十三条")
    content = changed_content("行政复议法第六十三条")
    flaw = FLAW
    days = DAYS
    longer = Count(
        "延长审理的天数",
        most=30,
        unit="日",
        when=When("result", ("extended",), "延长审理的，必须填写天数。", "没有延长审理的，不填天数。"),
        hint="普通程序最多延长三十日；简易程序不延长。",
        basis="行政复议法第六十二条",
    )
    summary = Paragraph("主要理由", optional=True, hint="延长审理的，写明延长的理由。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a longer review without its reason."""
        if values["result"] == "extended" and not values["summary"]:
            yield "summary", "延长审理的，必须写明理由（行政复议法第六十二条）。"
