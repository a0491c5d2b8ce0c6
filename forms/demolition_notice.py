"""Notices of demolition (限期拆除公告): posted at the building, with a last day to pull it down oneself."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.day import Day
from forms.field.text import Paragraph, Text
from forms.form import Form


class DemolitionNoticeForm(Form):
    """What is to go, where the notice hangs from today, and until when. Source: 行政强制法 Art. 44."""

    title = "限期拆除公告"
    intro = "需要强制拆除违法的建筑物、构筑物、设施的，先予公告，限期当事人自行拆除。"
    submit = "公告"

    building = Paragraph("违法的建筑物、构筑物、设施", longest=500, basis="行政强制法第四十四条", hint="写明位置、结构和面积。")
    place = Text("公告地点", longest=200, hint="如：违法建筑现场和江川市人民政府网站。")
    until = Day("自行拆除的期限", future=True, basis="行政强制法第四十四条", hint="自今天公告起计算，最后一日遇休息日顺延。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a term that ends before it begins."""
        if values["until"] and values["until"] <= self.today:
            yield "until", "自行拆除的期限必须晚于今天。"
