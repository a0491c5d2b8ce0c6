"""What is recorded of the parties (当事人)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.events.amendment import CHANGES, Amending
from engine.events.fact import Change, Fact, fact, personal

COLUMNS = ("kind", "name", "code", "code_kind", "born", "uncoded", "legal_representative", "address", "phone")
"""What a party is and how it is reached, in the order of the table."""

STRUCK: Mapping[str, str] = {
    "mistaken": "登记有误",
    "died": "死亡",
    "ended": "单位终止",
    "agency_ended": "代理关系终止",
    "guardianship_ended": "监护关系终止",
    "other": "其他原因",
}
"""Why somebody is struck off. Source: 民法典 Art. 39 (guardianship ends), 173, 175 (agency ends)."""

CAPACITIES: Mapping[str, str] = {"none": "无民事行为能力人", "limited": "限制民事行为能力人", "full": "完全民事行为能力人"}
"""What an adult can do by itself. Source: 民法典 Art. 18, 21, 22."""

PROOFS: Mapping[str, str] = {"court": "人民法院判决", "appraisal": "司法鉴定意见", "medical": "医疗机构诊断证明、残疾人证"}
"""What a finding about capacity rests on. Source: 民法典 Art. 24."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRecorded(Fact):
    """A party was recorded with name, code and address; `kind` is person, organisation or individual_business.

    Number 1 is the party on whom the case decides. A higher one acted together with it; `part` says what it did.
    """

    case: str
    party: str
    kind: str
    number: int = 1
    name: str = personal()
    code: str | None = personal()
    code_kind: str | None = None
    born: str | None = personal()
    uncoded: str | None = personal()
    legal_representative: str | None = personal()
    address: str | None = personal()
    phone: str | None = personal()
    part: str | None = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the row of the party."""
        values: dict[str, Any] = {name: getattr(self, name) for name in (*COLUMNS, "number", "part")}
        yield Change("party", self.party, values | {"case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"登记当事人{self.name}" if self.number == 1 else f"登记共同当事人{self.name}，另案处理"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAmended(Amending, Fact):
    """What is recorded of a party was put right.

    The fields are the party as it now stands, `amended` says which of them changed. `title` is what the case is called from now
    on, None where that stays.
    """

    party: str
    kind: str
    amended: str
    title: str | None = personal()
    name: str = personal()
    code: str | None = personal()
    code_kind: str | None = None
    born: str | None = personal()
    uncoded: str | None = personal()
    legal_representative: str | None = personal()
    address: str | None = personal()
    phone: str | None = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the party as it now stands, the new name of the case, and how it stood before."""
        yield Change("party", self.party, {name: getattr(self, name) for name in COLUMNS})
        if self.title is not None:
            yield Change("case", self.case, {"title": self.title})
        yield from self.kept("party", self.party, "amended", amended=self.amended)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"更正当事人的{self.amended}：{self.reason or '（理由已删除）'}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PartyChanged(Amending, Fact):
    """The party has another name, or somebody else took its place; the fields are the party as it now stands.

    `former` says so in the words of papers; `anew` is how many reports there were where the case must be assessed and the party told anew.

    Source: 民法典 Art. 64, 67.
    """

    party: str
    change: str
    changed_on: date
    kind: str
    amended: str
    anew: int | None
    evidence: tuple[str, ...]
    title: str | None = personal()
    former: str | None = personal()
    name: str = personal()
    code: str | None = personal()
    code_kind: str | None = None
    born: str | None = personal()
    uncoded: str | None = personal()
    legal_representative: str | None = personal()
    address: str | None = personal()
    phone: str | None = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the party as it now stands, the new name of the case, and how it stood before."""
        yield Change("party", self.party, {name: getattr(self, name) for name in (*COLUMNS, "former")})
        if self.title is not None:
            yield Change("case", self.case, {"title": self.title})
        yield from self.kept("party", self.party, self.change, amended=self.amended, changed_on=self.changed_on, anew=self.anew)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        told = "，须重新评定、重新告知" if self.anew is not None else ""
        return f"当事人变更（{CHANGES[self.change]}）为{self.name or '（已删除）'}{told}：{self.reason or '（理由已删除）'}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStruck(Amending, Fact):
    """A joint party was struck off: it stays readable, and no case of its own is asked for any more."""

    party: str
    ground: str
    struck_on: date
    name: str = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the party as struck off."""
        yield Change("party", self.party, {"struck_on": self.struck_on, "struck_ground": self.ground})
        yield from self.kept("party", self.party, "struck", amended=STRUCK[self.ground], changed_on=self.struck_on)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"共同当事人{self.name or ''}除名（{STRUCK[self.ground]}）：{self.reason or '（理由已删除）'}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityRecorded(Amending, Fact):
    """It was recorded what an adult party can do by itself; `capacity` is full, limited or none.

    Source: 民法典 Art. 21, 22, 24; 行政处罚法 Art. 31.
    """

    party: str
    capacity: str
    source: str
    found_on: date
    evidence: tuple[str, ...]
    anew: int | None = None
    name: str = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the capacity of the party."""
        yield Change("party", self.party, {"capacity": self.capacity})
        yield from self.kept("party", self.party, "capacity", amended=CAPACITIES[self.capacity], changed_on=self.found_on, anew=self.anew)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        told = "，须重新评定、重新告知" if self.anew is not None else ""
        return f"记录{self.name or '当事人'}为{CAPACITIES[self.capacity]}（{PROOFS[self.source]}）{told}"
