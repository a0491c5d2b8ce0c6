"""Certificates (执法证): the first one, or a renewal."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.day import Day
from forms.field.text import Code, Paragraph
from forms.form import Form


class CertificateRenewalForm(Form):
    """Number and term."""

    title = "登记或者换发执法证"
    intro = "换发的新证须与现有有效期相接，或者自今天以前起有效。登记后，执法步骤当日即可办理。"
    submit = "登记"

    number = Code("执法证号", basis="行政处罚法第四十二条")
    valid_from = Day("有效期自", future=True)
    valid_until = Day("有效期至", future=True)
    reason = Paragraph("依据", longest=500, hint="如：发证机关和文号。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a term that ends before it begins, or is over already."""
        begins, ends = values["valid_from"], values["valid_until"]
        if begins and ends and ends < begins:
            yield "valid_until", "有效期至不能早于有效期自。"
        if ends and ends < self.today:
            yield "valid_until", "这个有效期已经过了。"
