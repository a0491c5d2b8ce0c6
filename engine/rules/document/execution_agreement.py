"""The agreement on execution (执行协议书, D24-4): the stages, what is waived and for what, and what follows from a breach."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.decision import Payment
from engine.rules.document.deferral import Portion
from engine.rules.document.facts import Day, Money, Stated
from engine.rules.document.part import Document
from engine.rules.document.service_receipt import Served

_STAGES = "行政强制法第四十二条第一款"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutionAgreement(Document):
    """What 行政强制法第四十二条 lets agency and party agree on; sums in yuan, `waived` is 0 where nothing is, and `measures` empty then."""

    decision: Annotated[Served, Stated("据以执行的决定", _STAGES)]
    served_on: Annotated[Day, Stated("决定送达日期", _STAGES)]
    reason: Annotated[str, Stated("达成协议的理由", _STAGES)]
    effective_on: Annotated[Day, Stated("签订日期", _STAGES)]
    fine: Annotated[Money, Stated("尚欠的罚款", _STAGES)]
    surcharge: Annotated[Money, Stated("尚欠的加处罚款", _STAGES)]
    parts: Annotated[tuple[Portion, ...], Stated("分阶段履行的期次", _STAGES)]
    waived: Annotated[Money, Stated("减免的加处罚款", _STAGES)]
    measures: Annotated[str, Stated("当事人采取的补救措施", _STAGES)]
    payment: Annotated[Payment, Stated("缴纳的方式", _STAGES)]
    breach: Annotated[str, Stated("不履行协议的后果", "行政强制法第四十二条第二款")]
    approved_by: Annotated[str, Stated("批准人", _STAGES)]
    gains: Money = "0"

    def spared(self) -> frozenset[str]:
        """Spare the measures where nothing is waived."""
        return frozenset({"measures"} if self.waived == "0" else ())
