"""Deliveries to the police (送交移送): the five materials that go along."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.several import Papers, References
from forms.field.text import Paragraph
from forms.form import Form


class PoliceDeliveryForm(Form):
    """What goes beside the letter, the report and the list of goods, which the case already holds."""

    title = "送交公安机关"
    intro = "《涉嫌犯罪案件移送书》随即编号，附调查报告和涉案物品清单，连同所选材料打包发给公安机关；公安机关只看得到这些。"
    submit = "送交"

    tests = References("检验报告、鉴定结论", basis="移送涉嫌犯罪案件规定第六条第四项")
    untested = Paragraph("没有检验报告、鉴定结论的，说明情况", longest=500, optional=True)
    materials = References(
        "其他有关涉嫌犯罪的材料",
        basis="移送涉嫌犯罪案件规定第六条第五项",
        hint="默认全选，只有勾选的才发给公安机关。涉及商业秘密、个人隐私的也移交，清单注明专人移交。",
    )
    papers = Papers("随附的文书", hint="内部审批的文书不发给其他机关。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a missing test report that nobody explained, and material that is chosen twice."""
        if not values["tests"] and not values["untested"]:
            yield "untested", "须附检验报告、鉴定结论；没有的，说明情况。"
        if set(values["tests"] or ()) & set(values["materials"] or ()):
            yield "materials", "同一材料不要选两次。"
