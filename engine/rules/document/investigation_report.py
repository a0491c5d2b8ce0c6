"""The report at the end of an investigation (案件调查终结报告, D12)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Minute, Stated
from engine.rules.document.inner import InnerPaper
from engine.rules.document.part import Citation, Discretion, Evidence, Officer

_ARTICLE = "行政处罚法第五十七条第一款"
PENALTY = "penalty"
PUNISHABLE = frozenset({PENALTY, "no_penalty"})
"""The outcomes for which a rule was broken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestigationReport(InnerPaper):
    """What the two officers found and propose; `kind` is one of the four outcomes, `signed_at` is when the second officer confirmed."""

    officers: Annotated[tuple[Officer, ...], Stated("调查人员（不少于两人）", "行政处罚法第四十二条第一款", at_least=2)]
    filed_on: Annotated[Day, Stated("立案日期", "行政处罚法第五十四条第二款")]
    source: Annotated[str, Stated("案件来源", "行政处罚法第五十四条第一款")]
    course: Annotated[tuple[str, ...], Stated("调查经过", "行政处罚法第五十四条第一款")]
    findings: Annotated[tuple[str, ...], Stated("查明的事实", "行政处罚法第四十条")]
    evidence: tuple[Evidence, ...]
    evidence_summary: Annotated[str, Stated("证据情况", "行政处罚法第四十条")]
    kind: str
    violated: Annotated[tuple[Citation, ...], Stated("违反的规定", _ARTICLE)]
    basis: Annotated[tuple[Citation, ...], Stated("处罚依据", _ARTICLE)]
    discretion: Annotated[Discretion | None, Stated("裁量基准的适用", "行政处罚法第三十四条")]
    proposal: Annotated[str, Stated("处理建议", _ARTICLE)]
    signed_at: Annotated[Minute, Stated("签名时间", "行政处罚法第四十二条第一款")]

    def spared(self) -> frozenset[str]:
        """Spare the number, and what only a penalty rests on."""
        spared = {"number"}
        if self.kind not in PUNISHABLE:
            spared.add("violated")
        if self.kind != PENALTY:
            spared |= {"basis", "discretion"}
        return frozenset(spared)
