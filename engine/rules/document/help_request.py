"""The letter that asks another department for help (协助函, D11)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.part import Document, Enclosed


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRequest(Document):
    """Who is asked for what, in which matter, by when, and what goes with the letter."""

    case_number: str
    recipient: Annotated[str, Stated("协作部门", "行政处罚法第二十六条")]
    cause: Annotated[str, Stated("案由")]
    kind: Annotated[str, Stated("协作事项", "行政处罚法第二十六条")]
    questions: Annotated[tuple[str, ...], Stated("请求协助的问题", "行政处罚法第二十六条", at_least=1)]
    due: Annotated[Day, Stated("答复期限")]
    materials: tuple[str, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
