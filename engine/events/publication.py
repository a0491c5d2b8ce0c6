"""What is shown to the public (公示)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPublished(Fact):
    """The masked decision was published. Source: 行政处罚法 Art. 48; 国办发〔2018〕118号."""

    case: str
    publication: str
    number: str
    district: str
    published_on: date
    until: date | None
    content: Mapping[str, Any]

    def changes(self) -> Iterator[Change]:
        """Yield the row of the publication."""
        values: dict[str, Any] = {name: getattr(self, name) for name in ("number", "district", "published_on", "until", "content")}
        yield Change("publication", self.publication, values | {"case_id": self.case, "state": "published"}, new=True)
        yield Change("case", self.case, {"published_on": self.published_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"公示{self.number}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationWithheld(Fact):
    """The decision is not published, with the reason."""

    case: str
    reason: str
    basis: str | None

    def changes(self) -> Iterator[Change]:
        """Yield the reason on the case."""
        yield Change("case", self.case, {"withheld": self.reason})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"不予公示：{self.reason}"
