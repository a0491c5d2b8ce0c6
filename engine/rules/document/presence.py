"""Papers that are signed where they are made (现场文书): who was there, and whether they signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Minute, Stated
from engine.rules.document.inner import KnownParty
from engine.rules.document.part import Document

PRESENCE: Mapping[str, str] = {"signed": "在场，已签名", "refused": "在场，拒绝签名", "absent": "不在场"}
"""How the party stands to a paper made on the spot, by its key."""

BY_TWO = "行政处罚法第四十二条第一款、第五十五条"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotPaper(Document):
    """What every paper made on the spot says: when, where, and who signed; `witness` where the party refused or was absent. It bears no number."""

    party: Annotated[KnownParty, Stated("当事人", BY_TWO)]
    cause: Annotated[str, Stated("案由", BY_TWO)]
    held_at: Annotated[Minute, Stated("时间", BY_TWO)]
    place: Annotated[str, Stated("地点", BY_TWO)]
    presence: Annotated[str, Stated("当事人签名的情况", BY_TWO)]
    witness: Annotated[str, Stated("见证人", BY_TWO)]

    def spared(self) -> frozenset[str]:
        """Spare the number, that of a case not filed yet, and the witness where the party signed."""
        return frozenset({"number", "case_number"} | ({"witness"} if self.presence == "signed" else set()))

    @property
    def presence_text(self) -> str:
        """Return in words whether the party was there and signed."""
        return PRESENCE[self.presence]
