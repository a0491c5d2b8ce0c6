"""The notice before a penalty (行政处罚事先告知书、行政处罚听证告知书, D15)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Facts, Stated
from engine.rules.document.part import Agency, Citation, Discretion, Document, Evidence, Party, Sanction


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingRight(Facts):
    """The right to a hearing (听证): `days` are working days after receipt, within which it must be asked for."""

    days: Annotated[int, Stated("要求听证的期限（工作日）", "行政处罚法第六十四条第一项")]
    ground: Annotated[str, Stated("享有听证权利的依据", "行政处罚法第六十三条第一款")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Document):
    """Everything that 行政处罚法第四十四条 asks to be told before a penalty is decided; `hearing` is None where there is no right to one."""

    agency: Annotated[Agency, Stated("行政机关", "行政处罚法第四十四条")]
    party: Annotated[Party, Stated("当事人", "行政处罚法第四十四条")]
    cause: Annotated[str, Stated("案由", "行政处罚法第四十四条")]
    findings: Annotated[tuple[str, ...], Stated("事实", "行政处罚法第四十四条")]
    evidence: Annotated[tuple[Evidence, ...], Stated("证据", "行政处罚法第四十条")]
    violated: Annotated[tuple[Citation, ...], Stated("违反的规定", "行政处罚法第四十四条")]
    basis: Annotated[tuple[Citation, ...], Stated("处罚依据", "行政处罚法第四十四条")]
    discretion: Annotated[Discretion, Stated("理由（裁量基准的适用）", "行政处罚法第三十四条、第四十四条")]
    sanction: Annotated[Sanction, Stated("拟作出的处罚内容", "行政处罚法第四十四条")]
    plea_days: Annotated[int, Stated("陈述、申辩的期限（工作日）", "行政处罚法第四十五条第一款")]
    hearing: HearingRight | None

    @property
    def title(self) -> str:
        """Return the title, which names the hearing where there is a right to one."""
        return "行政处罚听证告知书" if self.hearing else "行政处罚事先告知书"
