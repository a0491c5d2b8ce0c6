"""Results of the criminal proceedings (刑事处理结果): punished, or given back for an administrative penalty."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import YesNo
from forms.field.day import Day
from forms.field.number import Money
from forms.field.text import Code, Paragraph, Text
from forms.form import Form


class CriminalResultForm(Form):
    """What the police, the procuratorate or the court decided in the end."""

    title = "刑事处理结果"
    intro = "追究刑事责任的，本案移送终结，没有罚款的不再罚款；不追究或者免予刑事处罚而应当给予行政处罚的，退回继续办理。"
    submit = "登记结果"

    pursued = YesNo("结果", "追究刑事责任", "不追究或者免予刑事处罚，退回", routing=True, basis="行政处罚法第二十七条第一款、第三十五条第二款")
    body = Text("作出的机关")
    number = Code("文书文号")
    concluded_on = Day("作出日期")
    content = Paragraph("处理内容", longest=1000, hint="如：判处罚金二十万元。")
    offset = Money(
        "折抵罚金的罚款",
        positive=True,
        optional=True,
        hint="移送以前已经给予罚款、判处罚金时折抵的数额；没有的，不填。",
        basis="移送涉嫌犯罪案件规定第十一条第三款",
    )

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a sum to set off where there is no criminal fine."""
        if values["pursued"] is False and values["offset"] is not None:
            yield "offset", "没有追究刑事责任的，没有可以折抵的罚金。"
