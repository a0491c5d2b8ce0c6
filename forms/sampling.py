"""Samples (抽样取证凭证): what was taken, out of how much, how it was sealed."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from forms.field.several import Table
from forms.field.text import Paragraph, Text
from forms.form import Form
from forms.spot_paper import SpotPaperForm


class SampleForm(Form):
    """One sample."""

    title: ClassVar[str] = "样品"

    name = Text("名称", longest=60)
    quantity = Text("抽样数量", longest=30, hint="数量和单位，如：2件。")
    base = Text("抽样基数", longest=30, hint="同批的总数，如：40件。")
    marks = Text("规格、批号、特征", longest=200, optional=True)
    sealing = Text("封样情况", longest=100, hint="如：一式两份，加贴封条，双方签名。")


class SamplingForm(SpotPaperForm):
    """The voucher for samples. Source: 行政处罚法 Art. 56."""

    title = "抽样取证凭证"
    intro = "当场打印两份，双方签名，一份交当事人；样品送检的期间不计入办案期限。"
    submit = "制作凭证"

    purpose = Text("抽样目的", longest=200, section="抽样", basis="行政处罚法第五十六条")
    method = Paragraph("抽样方法", longest=500, section="抽样", hint="如：从货架上随机抽取。")
    items = Table("样品", SampleForm, key="name", section="抽样")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a voucher without a sample."""
        if not values["items"]:
            yield "items", "凭证至少有一项样品。"
