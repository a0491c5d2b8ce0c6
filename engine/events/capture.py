"""What happens to captures (设备记录): submitted, then audited like other evidence that is looked at again. Source: 行政处罚法 Art. 41(2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureSubmitted(Fact):
    """Evidence is said to be the record of a device; until it is audited it is none."""

    case: str
    device: str
    device_name: str
    captured_on: date
    captured_time: str
    evidence: tuple[str, ...]

    def changes(self) -> Iterator[Change]:
        """Yield that each piece waits for its audit."""
        for piece in self.evidence:
            yield Change("evidence", piece, {"recheck": "needed"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"提交{self.device_name}（{self.device}）{self.captured_on} {self.captured_time}的记录{len(self.evidence)}件，待审核"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureAudited(Fact):
    """The record of a device was audited: it can be evidence, or is not used."""

    case: str
    evidence: tuple[str, ...]
    kept: bool
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the result of the audit."""
        for piece in self.evidence:
            yield Change("evidence", piece, {"recheck": "kept" if self.kept else "excluded"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}审核设备记录：{'真实、清晰、完整、准确，作为证据' if self.kept else '不符合要求，不作为证据'}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureDoubted(Fact):
    """A record that had passed its audit must be audited anew, such as after its device's certificate was corrected."""

    case: str
    evidence: tuple[str, ...]
    numbers: tuple[int, ...]
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield that each piece waits for its audit again."""
        for piece in self.evidence:
            yield Change("evidence", piece, {"recheck": "needed"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"证据{'、'.join(map(str, self.numbers))}的设备记录须重新审核：{self.reason}"
