"""Inner papers (内部文书): what the office writes for its own volume, put together from what the case records already."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Facts, Minute, Stated
from engine.rules.document.part import Document, Officer, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownParty(Party):
    """The party as far as it is known so far: what goes to the party itself must be complete, an inner paper need not be."""

    def spared(self) -> frozenset[str]:
        """Spare all but the name."""
        return frozenset({"code_label", "code", "address", "legal_representative"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Facts):
    """What somebody said at a step under the own account (审批意见); `at` is the local time to the minute."""

    step: Annotated[str, Stated("环节")]
    person: Annotated[str, Stated("姓名")]
    result: Annotated[str, Stated("结论")]
    text: str
    at: Annotated[Minute, Stated("时间")]


@dataclass(frozen=True, slots=True, kw_only=True)
class InnerPaper(Document):
    """What every inner paper carries; it bears no number unless its kind says so, and names whoever handles the case at that time."""

    party: Annotated[KnownParty, Stated("当事人")]
    officers: Annotated[tuple[Officer, ...], Stated("承办人员")]
    cause: Annotated[str, Stated("案由")]

    def spared(self) -> frozenset[str]:
        """Spare the number."""
        return frozenset({"number"})
