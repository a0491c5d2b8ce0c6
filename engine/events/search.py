"""What happens to what was found (查找): lists of cases that left the system; facts of the office's stream."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.events.fact import Change, Fact, fact, personal


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CasesExported(Fact):
    """Somebody took a list of cases out of the system. Source: 个人信息保护法 Art. 51, 54; GB/T 22239-2019 8.1.4.3."""

    person_name: str
    count: int
    conditions: str = personal()

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the cases are as they were."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}导出案件清单{self.count}件（{self.conditions or '条件已依法删除'}）"
