"""Suspending a certificate (暂扣执法证): from when, until when, why."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.day import Day
from forms.field.text import Paragraph
from forms.form import Form


class CertificateSuspensionForm(Form):
    """The days without certificate."""

    title = "暂扣执法证"
    intro = "暂扣期间不得执法；两日都算在内。"
    submit = "暂扣"

    suspended_from = Day("暂扣自", future=True)
    suspended_until = Day("暂扣至", future=True, optional=True, hint="不填为归还为止。")
    reason = Paragraph("理由", longest=500)

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield an end before the beginning."""
        if values["suspended_from"] and values["suspended_until"] and values["suspended_until"] < values["suspended_from"]:
            yield "suspended_until", "暂扣至不能早于暂扣自。"
