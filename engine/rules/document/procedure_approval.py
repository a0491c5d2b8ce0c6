"""The approval of a procedure (审批表, D14-1): what was asked for, and who said what to it; one form for every procedure with an approval."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Facts, Minute, Stated
from engine.rules.document.inner import InnerPaper, Signature

_ARTICLE = "行政处罚法第四十七条"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Facts):
    """A field of a form as label and words."""

    label: Annotated[str, Stated("栏目")]
    text: Annotated[str, Stated("内容")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter(Facts):
    """What somebody filled in for the approval: the step, who and when, and what it says; a form may say nothing but that it was sent."""

    step: Annotated[str, Stated("环节")]
    person: Annotated[str, Stated("姓名")]
    at: Annotated[Minute, Stated("时间")]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureApproval(InnerPaper):
    """Start, review and decision of a procedure, recorded in writing as 行政处罚法第四十七条 asks; `subject` tells two of a kind apart."""

    procedure: Annotated[str, Stated("程序", _ARTICLE)]
    subject: str
    step: Annotated[str, Stated("审批环节", _ARTICLE)]
    matters: Annotated[tuple[Matter, ...], Stated("报批事项", _ARTICLE)]
    signatures: Annotated[tuple[Signature, ...], Stated("审批意见", _ARTICLE)]
    resolution: Annotated[str, Stated("审批结论", _ARTICLE)]

    def spared(self) -> frozenset[str]:
        """Spare the numbers: things may be seized before the case is filed."""
        return frozenset({"number", "case_number"})

    @property
    def title(self) -> str:
        """Return the title, which names the procedure: 撤案审批表."""
        return f"{self.procedure}审批表"
