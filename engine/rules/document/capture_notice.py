"""The notice to whom a device recorded (非现场执法提示通知书, D05-1): what was recorded, to stop it, and how to see the record and object."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.inner import KnownParty
from engine.rules.document.part import Document, Enclosed

_ARTICLE = "行政处罚法第四十一条第三款"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureNotice(Document):
    """Which device recorded what and when; a case may be a clue yet, without a number and with one officer. It decides nothing."""

    party: Annotated[KnownParty, Stated("当事人", _ARTICLE)]
    cause: Annotated[str, Stated("违法事实", _ARTICLE)]
    device: Annotated[str, Stated("设备", _ARTICLE)]
    place: Annotated[str, Stated("设置地点", _ARTICLE)]
    captured_on: Annotated[Day, Stated("记录日期", _ARTICLE)]
    captured_time: Annotated[str, Stated("记录时间", _ARTICLE)]
    records: Annotated[tuple[Enclosed, ...], Stated("记录", _ARTICLE, at_least=1)]

    def spared(self) -> frozenset[str]:
        """Spare both numbers and the officers."""
        return frozenset({"number", "case_number", "officers"})
