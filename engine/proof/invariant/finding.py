"""Findings (发现): where a case breaks an invariant."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """An invariant that a case breaks: the case as people name it, the entry of its journal that shows it, and why, in Chinese."""

    case: str
    invariant: str
    seq: int
    reason: str

    def __str__(self) -> str:
        """Return the finding as one line."""
        return f"{self.case} {self.invariant} 第{self.seq}条：{self.reason}"
