"""What happens to the officers of a case (承办人): replaced by others, each with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.events.fact import Change, Fact, fact

PARTS = {"lead": "主办", "second": "协办"}


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerReplaced(Fact):
    """Another officer took over the lead, or the second place; a new second has yet to confirm. Source: 行政处罚法 Art. 42."""

    case: str
    part: str
    before: str | None
    before_name: str | None
    person: str
    person_name: str
    reason: str
    by_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the officer; being named second is not yet being there."""
        values: dict[str, object] = {self.part: self.person, f"{self.part}_name": self.person_name}
        yield Change("case", self.case, values | ({"second_confirmed": False} if self.part == "second" else {}))

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        confirm = "，待本人确认" if self.part == "second" else ""
        return f"{self.by_name}更换{PARTS[self.part]}执法人员：由{self.before_name or '空缺'}改为{self.person_name}{confirm}。理由：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerRecused(Fact):
    """An officer was recused (回避): no further step in the case, and what was collected is looked at again. Source: 行政处罚法 Art. 43.

    `recused` names everybody who was recused in the case so far, each in bars.
    """

    case: str
    person: str
    person_name: str
    reason: str
    recused: str
    evidence: tuple[str, ...]

    def changes(self) -> Iterator[Change]:
        """Yield who is kept out, and the evidence that must be rechecked."""
        yield Change("case", self.case, {"recused": self.recused})
        for piece in self.evidence:
            yield Change("evidence", piece, {"recheck": "needed"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        again = f"，其收集的{len(self.evidence)}份证据须复核" if self.evidence else ""
        return f"决定{self.person_name}回避：{self.reason}{again}"
