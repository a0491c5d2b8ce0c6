"""Agreements on execution (执行协议): the party performs in stages; the surcharge may be waived where it put things right."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.deferral import InstalmentForm
from forms.field.choice import Tick
from forms.field.day import Day
from forms.field.number import Money
from forms.field.several import Table
from forms.field.text import Paragraph
from forms.form import Form


class ExecutionAgreementForm(Form):
    """What is agreed, why, and what is waived for which measures. Source: 行政强制法 Art. 42."""

    title = "执行协议"
    intro = (
        "缴款期限届满后，可以与当事人约定分阶段履行。签订次日起停止计算加处罚款；全部按期履行的，约定减免的加处罚款不再缴纳；"
        "任何一期没有缴足的，恢复强制执行，不予减免。"
    )
    submit = "报负责人批准"

    reason = Paragraph("达成协议的理由", longest=500, basis="行政强制法第四十二条第一款", hint="当事人的履行能力，为什么分阶段履行。")
    harmless = Tick("不损害公共利益和他人合法权益", must="损害公共利益或者他人合法权益的，不得达成执行协议。", basis="行政强制法第四十二条第一款")
    effective_on = Day("约定的签订日期", future=True, today=True, hint="不填为今天；加处罚款算至这一天。")
    parts = Table("分期履行", InstalmentForm, key="due_on", hint="各期合计等于签订之日尚欠的罚款、没收款项和加处罚款，减去约定减免的数额。")
    waived = Money("约定减免的加处罚款", positive=True, optional=True, basis="行政强制法第四十二条第一款", hint="没有采取补救措施的不得减免，不填。")
    measures = Paragraph("当事人采取的补救措施", longest=500, optional=True, basis="行政强制法第四十二条第一款")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a waiver without measures, and an agreement without stages."""
        if values["waived"] and not values["measures"]:
            yield "measures", "减免加处罚款的，必须写明当事人采取的补救措施（行政强制法第四十二条第一款）。"
        if not values["parts"]:
            yield "parts", "至少约定一期。"
