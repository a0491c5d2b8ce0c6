"""What the party, or somebody else with an interest, undertakes against an act (复议诉讼)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from engine.events.fact import Change, Fact, fact, personal

SUMS: Mapping[str, str] = {"代履行费用缴纳决定书": "代履行费用"}
"""What an act beside the penalty asks for, by its title; the others that ask for a sum ask for the surcharge."""
SURCHARGE = "加处罚款决定"
"""The act of older entries that name a paper: only the decision on the surcharge could be challenged beside the penalty."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class RemedySought(Fact):
    """Somebody applied for reconsideration or brought suit: the party, or the participant `applicant`.

    `against` is the paper of another act than the penalty, `act` its title. Source: 行政复议法 Art. 20, 32; 行政诉讼法 Art. 45, 46.
    """

    case: str
    remedy: str
    kind: str
    organ: str
    number: str | None
    filed_on: date
    received_on: date | None
    paused_from: date | None
    against: str | None = None
    act: str | None = None
    applicant: str | None = None
    applicant_name: str | None = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the row of the remedy."""
        names = ("kind", "against", "act", "applicant", "applicant_name", "organ", "number", "filed_on", "received_on", "paused_from")
        yield Change("remedy", self.remedy, {name: getattr(self, name) for name in names} | {"case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        verb = "申请行政复议" if self.kind == "reconsideration" else "提起行政诉讼"
        about = f"对{self.act or SURCHARGE}" if self.against else ""
        who = "当事人" if self.applicant is None else self.applicant_name or "参加人"
        return f"{who}{self.filed_on.isoformat()}{about}向{self.organ}{verb}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyAccepted(Fact):
    """The organ or the court took the matter up and told the agency; `stayed` where it suspended the execution."""

    case: str
    remedy: str
    title: str
    number: str
    received_on: date
    stayed: bool
    paused_from: date | None

    def changes(self) -> Iterator[Change]:
        """Yield what the agency was told."""
        names = ("number", "received_on", "stayed", "paused_from")
        yield Change("remedy", self.remedy, {name: getattr(self, name) for name in names})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        stay = "，停止执行" if self.stayed else "，不停止执行"
        return f"{self.received_on.isoformat()}收到{self.title}的通知（{self.number}）{stay}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyConcluded(Fact):
    """The remedy came to its result, which binds the agency. `falls`: the decision with it. `before`, `fine` and `refund` are yuan.

    `against` names the paper of another act than the penalty, `act` its title: then the case stays as it is, and `settled` is None unless the
    act is the decision on the surcharge. `content` is what another act says as changed; `gains` what is left of
    confiscated gains in yuan, None where they stay. `applicant` is who sought it, None for the party.

    Source: 行政复议法 Art. 63-74; 行政诉讼法 Art. 69-78.
    """

    case: str
    remedy: str
    title: str
    result: str
    word: str
    falls: bool
    document_no: str
    effective_on: date
    flaw: str | None
    before: Decimal | None
    fine: Decimal | None
    refund: Decimal
    settled: bool | None
    paper: str | None
    against: str | None = None
    act: str | None = None
    applicant: str | None = None
    content: str | None = None
    gains_before: Decimal | None = None
    gains: Decimal | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the result, and the decision as it stands now: one that fell is none any more that a paper could state."""
        names = ("result", "document_no", "effective_on", "flaw", "before", "fine", "refund", "content", "gains_before", "gains")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("remedy", self.remedy, values | {"paused_until": self.effective_on})
        if self.against is None and (self.falls or self.fine != self.before or self.gains is not None):
            yield Change("case", self.case, {"fine": self.fine, "settled": self.settled})
        if self.gains is not None:
            yield Change("case", self.case, {"gains": self.gains})
        if self.against is not None and self.settled is not None:
            yield Change("case", self.case, {"settled": self.settled})
        if self.falls and self.against is None:
            yield Change("case", self.case, {"outcome": "revoked", "gains": None})
        if self.falls and self.paper is not None:
            yield Change("document", self.paper, {"state": "withdrawn"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        what, about = (SUMS.get(self.act or "", "加处罚款"), f"对{self.act or SURCHARGE}的") if self.against else ("罚款", "")
        now = f"，{what}由{self.before}元变为{self.fine}元" if self.before != self.fine and self.fine is not None else ""
        now += f"，没收违法所得由{self.gains_before or 0}元变为{self.gains}元" if self.gains is not None else ""
        back = f"，应退还{self.refund}元" if self.refund else ""
        return f"{about}{self.title}结果：{self.word}（{self.document_no}）{now}{back}"
