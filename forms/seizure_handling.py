"""Handling of a seizure (扣押期间办理): an appraisal, a longer term, an early sale, or the end."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.law.citation import spelled
from engine.law.local import local_rule
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.number import Count, Money
from forms.field.several import Goods
from forms.field.text import Paragraph, Text
from forms.form import Form

_TEST = When("next", ("test",), "送检的，必须填写。", "不送检的，不填。")
_EXTEND = When("next", ("extend",), "延长的，必须填写。", "不延长的，不填。")
_SELL = When("next", ("sell",), "变卖的，必须填写。", "不变卖的，不填。")


class SeizureHandlingForm(Form):
    """What is done with what is seized, before its term ends. Source: 行政强制法 Art. 25-28; of what perishes, the city's rule."""

    title = "查封扣押期间办理"
    intro = "期限不得超过三十日，经批准可以延长一次；检测、鉴定的期间不计入，费用由本机关承担。期满必须解除。"
    submit = "提交"

    next = Choice("办理什么", ("decide", "提出处理意见"), ("test", "送检测、鉴定"), ("extend", "申请延长"), ("sell", "变卖易腐物品"), routing=True)
    institution = Text("检测、鉴定机构", when=_TEST, section="检测、鉴定", basis="行政强制法第二十五条第三款")
    subject = Text("检测、鉴定事项", when=_TEST, section="检测、鉴定")
    started_on = Day("开始日期", when=_TEST, section="检测、鉴定")
    period = Count(
        "检测、鉴定的天数",
        most=180,
        unit="日",
        when=_TEST,
        section="检测、鉴定",
        hint="书面告知当事人的期间，含开始当日；只有这些天不计入扣押期限，提前完成的按实际天数。",
        basis="行政强制法第二十五条第三款",
    )
    days = Count("延长天数", most=30, unit="日", when=_EXTEND, section="延长", basis="行政强制法第二十五条第一款")
    sold = Goods("变卖的物品", when=_SELL, section="变卖", hint="一次登记一件易腐物品。")
    notified_on = Day(
        "通知当事人接受处理的日期",
        when=_SELL,
        section="变卖",
        basis=spelled(local_rule("perishable")),
        hint="通知当事人在二日内接受处理；期满没有来的，才可以变卖。",
    )
    notice_way = Choice(
        "怎样通知",
        ("letter", "书面送达"),
        ("phone", "电话"),
        ("message", "短信"),
        ("posted", "当事人不明，在现场张贴"),
        when=_SELL,
        section="变卖",
    )
    proceeds = Money("变卖款", positive=True, when=_SELL, section="变卖")
    buyer = Text("买受人", when=_SELL, section="变卖")
    reason = Paragraph(
        "理由",
        longest=1000,
        when=When("next", ("extend", "sell"), "延长、变卖的，必须写明理由。"),
        section="理由",
        hint="提出处理意见的，在下一步写。",
    )

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a sale of several things at once: each has its own price."""
        if len(values["sold"] or []) > 1:
            yield "sold", "一次登记一件，各自写明变卖款。"
