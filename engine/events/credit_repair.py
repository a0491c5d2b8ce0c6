"""What happens to an application for credit repair (信用修复)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRepairChecked(Fact):
    """The application was held against the conditions; `hindrances` say what stands against it."""

    case: str
    publication: str
    number: str
    hindrances: tuple[str, ...]

    def changes(self) -> Iterator[Change]:
        """Yield nothing: what was found is for the reviewer to weigh."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"信用修复核查（{self.number}）：" + ("；".join(self.hindrances) if self.hindrances else "符合条件")


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRepaired(Fact):
    """The penalty is shown no longer because its party made good; the decision itself stands. Source: 信用修复管理办法."""

    case: str
    publication: str
    number: str
    applied_on: date
    repaired_on: date
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the publication as ended before its term."""
        yield Change("publication", self.publication, {"state": "ended", "ended_on": self.repaired_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}同意信用修复，{self.number}停止公示"
