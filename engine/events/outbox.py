"""What operators do with the outbox (发件箱); a fact of the office's stream."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxResent(Fact):
    """Something that had been given up is tried again."""

    item: int
    kind: str
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the outbox is working state."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}重新发送队列第{self.item}项（{self.kind}）"
