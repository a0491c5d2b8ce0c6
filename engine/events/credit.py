"""What happens to the rows of 双公示 (信用报送): exported, answered by the credit site, corrected, recalled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.events.fact import Change, Fact, fact, personal


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRowExported(Fact):
    """A row went out in a file; `fields` hold the party's real name, as the standard field set demands."""

    case: str
    row: str
    publication: str
    number: str
    district: str
    batch: str
    exported_on: date
    times: int
    fields: Mapping[str, Any] = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the row as exported."""
        names = ("number", "district", "batch", "exported_on", "times", "fields")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        state = {"case_id": self.case, "publication_id": self.publication, "state": "exported", "answered_on": None, "answer": None}
        yield Change("credit_row", self.row, values | state, new=self.times == 1)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.number}编入双公示报送文件{self.batch}" + (f"（第{self.times}次）" if self.times > 1 else "")


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRowAnswered(Fact):
    """The credit site accepted or refused a row (回执)."""

    case: str
    row: str
    number: str
    accepted: bool
    answered_on: date
    answer: str | None

    def changes(self) -> Iterator[Change]:
        """Yield the answer."""
        state = "accepted" if self.accepted else "refused"
        yield Change("credit_row", self.row, {"state": state, "answered_on": self.answered_on, "answer": self.answer})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"双公示回执：{self.number}{'已接收' if self.accepted else '被退回，' + (self.answer or '')}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRowCorrected(Fact):
    """A refused row was corrected and waits for the next file."""

    case: str
    row: str
    number: str
    names: tuple[str, ...]
    fields: Mapping[str, Any] = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the corrected fields."""
        yield Change("credit_row", self.row, {"state": "corrected", "fields": self.fields})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"更正{self.number}的双公示数据：{'、'.join(self.names)}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRowRecalled(Fact):
    """The decision is public no more: the row goes out once again, with the reason in its remark."""

    case: str
    row: str
    number: str
    fields: Mapping[str, Any] = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the row as to be recalled."""
        yield Change("credit_row", self.row, {"state": "recalled", "fields": self.fields})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.number}的双公示数据待撤回报送"
