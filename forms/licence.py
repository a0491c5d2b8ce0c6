"""Licences (法律职业资格): what entitles to review decisions."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.day import Day
from forms.field.text import Code
from forms.form import Form


class LicenceForm(Form):
    """The licence, or since when somebody reviews."""

    title = "登记审核资格"
    intro = "初次从事行政处罚决定法制审核的，应当通过国家统一法律职业资格考试。"
    submit = "登记"

    licence = Code("法律职业资格证书号", optional=True, basis="行政处罚法第五十八条第二款")
    reviewer_since = Day("从事法制审核始于", optional=True, hint="2018年以前已从事的，可以不填证书号。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield that neither is given."""
        if values["licence"] is None and values["reviewer_since"] is None:
            yield "licence", "请填证书号，或者从事法制审核的起始日。"
