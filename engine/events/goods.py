"""What happens to goods (涉案物品): taken, taken over, decided on, disposed of once. Source: 行政处罚法 Art. 56, 74; 行政强制法 Art. 22-28."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from engine.events.fact import Change, Fact, fact, personal

KINDS: Mapping[str, str] = {"preservation": "先行登记保存", "seizure": "扣押"}
"""The measures under which a thing is held."""

DISPOSALS: Mapping[str, str] = {
    "returned": "返还",
    "confiscated": "没收",
    "destroyed": "销毁",
    "sold": "变卖",
    "transferred": "移送",
    "auctioned": "拍卖抵缴罚款",
}
"""How a thing ends, each once (I7)."""

FINALS: Mapping[str, str] = {"auctioned": "公开拍卖", "destroyed": "销毁", "handed_over": "移交", "returned": "返还当事人", "sold": "拍卖、变卖"}
"""How a confiscated thing ends, each once (I7); it goes back only where the decision fell, and is sold where its owner does not fetch it then."""

PROCEEDS: Mapping[str, str] = {"party": "退还当事人", "treasury": "上缴国库", "transferred": "随案移送", "kept": "存入专户保管", "fine": "抵缴罚款"}
"""Where the money goes for a thing that was sold early."""

INTENTS: Mapping[str, str] = {"return": "待返还", "appraise": "检测、鉴定中"}

COLUMNS = (
    *("number", "measure", "kind", "name", "quantity", "unit", "value", "marks", "photos"),
    *("perishable", "held_at", "place", "keeper", "condition"),
)
"""What the table holds of a thing when it is taken, in the order in which it is told."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsHeld(Fact):
    """A thing was taken under preservation or seizure; `photos` are evidence by id, `value` is estimated in yuan."""

    case: str
    goods: str
    number: int
    measure: str
    kind: str
    name: str
    quantity: Decimal
    unit: str
    value: Decimal | None
    marks: str | None
    photos: tuple[str, ...]
    perishable: bool
    held_at: datetime
    place: str
    keeper: str
    condition: str | None
    seal: str | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the thing."""
        values: dict[str, Any] = {name: getattr(self, name) for name in COLUMNS}
        yield Change("goods", self.goods, values | {"photos": list(self.photos), "origin": self.measure, "case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        if self.seal is not None:
            return f"查封{self.number}“{self.name}”{self.quantity:f}{self.unit}，封条{self.seal}，位于{self.place}，由{self.keeper}看管"
        return f"{KINDS[self.kind]}物品{self.number}“{self.name}”{self.quantity:f}{self.unit}，存放于{self.place}，由{self.keeper}保管"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsTakenOver(Fact):
    """A thing under preservation went over into a seizure and keeps its identity."""

    case: str
    goods: str
    number: int
    name: str
    measure: str
    held_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the measure that holds it from now on."""
        yield Change("goods", self.goods, {"measure": self.measure, "kind": "seizure", "held_at": self.held_at, "intent": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"物品{self.number}“{self.name}”由先行登记保存转为扣押"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsDecidedOn(Fact):
    """It was decided what becomes of a thing; `return` or `appraise` is still to be carried out."""

    case: str
    goods: str
    number: int
    name: str
    intent: str

    def changes(self) -> Iterator[Change]:
        """Yield the decision."""
        yield Change("goods", self.goods, {"intent": self.intent})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"决定将物品{self.number}“{self.name}”{'返还' if self.intent == 'return' else '送交检测、鉴定'}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsPowerEnded(Fact):
    """The term ran out while a thing was still held undecided: the power over it ends with that day, and the auditors see it."""

    case: str
    goods: str
    number: int
    name: str
    kind: str
    lapsed_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the last day of the power, and that the thing must go back."""
        yield Change("goods", self.goods, {"lapsed_on": self.lapsed_on, "intent": "return"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"警示：{KINDS[self.kind]}期限{self.lapsed_on.isoformat()}届满，物品{self.number}“{self.name}”尚未处理，须立即返还"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsDisposed(Fact):
    """A thing came to its one disposal; `proceeds` in yuan where it was sold, `basis` the number of the decision or the article."""

    case: str
    goods: str
    number: int
    name: str
    disposal: str
    disposed_on: date
    basis: str | None = None
    proceeds: Decimal | None = None
    recipient: str | None = personal()

    def changes(self) -> Iterator[Change]:
        """Yield how the thing ended."""
        values = {name: getattr(self, name) for name in ("disposal", "disposed_on", "basis", "proceeds", "recipient")}
        yield Change("goods", self.goods, values | {"intent": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        told = f"，得款{self.proceeds:f}元" if self.proceeds is not None else ""
        return f"物品{self.number}“{self.name}”于{self.disposed_on.isoformat()}{DISPOSALS[self.disposal]}{told}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ProceedsPaid(Fact):
    """The money for a thing that was sold early went where the thing itself would have gone. Source: 行政强制法 Art. 28(2)."""

    case: str
    goods: str
    number: int
    name: str
    amount: Decimal
    paid_to: str
    paid_on: date

    def changes(self) -> Iterator[Change]:
        """Yield where the money went."""
        yield Change("goods", self.goods, {"proceeds_to": self.paid_to, "proceeds_on": self.paid_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"物品{self.number}“{self.name}”的变卖款{self.amount:f}元于{self.paid_on.isoformat()}{PROCEEDS[self.paid_to]}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class AuctionApplied(Fact):
    """The price of seized things paid the fine, and what was left went back to the party; `goods` is the first of them, sums in yuan.

    Source: 行政强制法 Art. 46(3), 60(2).
    """

    case: str
    goods: str
    price: Decimal
    costs: Decimal
    applied: Decimal
    rest: Decimal
    applied_on: date
    receipt_no: str | None

    def changes(self) -> Iterator[Change]:
        """Yield where the money went."""
        yield Change("goods", self.goods, {"proceeds_to": "fine", "proceeds_on": self.applied_on, "voucher": self.receipt_no})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        back = f"，余款{self.rest:f}元退还当事人，凭证{self.receipt_no}" if self.rest else ""
        return f"拍卖款{self.price:f}元扣除费用{self.costs:f}元，于{self.applied_on.isoformat()}抵缴罚款{self.applied:f}元{back}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ConfiscatedDisposed(Fact):
    """A confiscated thing came to its end; the money of an auction is told once for all things of it, `voucher` says where it lies.

    It goes to the treasury; only that of a thing whose confiscation fell, and that nobody fetched, is its owner's.

    Source: 行政处罚法 Art. 74.
    """

    case: str
    goods: str
    number: int
    name: str
    way: str
    done_on: date
    document_no: str
    proceeds: Decimal | None
    voucher: str | None
    recipient: str | None = personal()
    paid_to: str = "treasury"

    def changes(self) -> Iterator[Change]:
        """Yield how the thing ended, and where the money went."""
        values = {"final": self.way, "final_on": self.done_on, "final_no": self.document_no, "voucher": self.voucher, "recipient": self.recipient}
        paid = {"proceeds": self.proceeds, "proceeds_to": self.paid_to, "proceeds_on": self.done_on} if self.proceeds is not None else {}
        yield Change("goods", self.goods, values | paid)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        told = f"，得款{self.proceeds:f}元{PROCEEDS[self.paid_to]}，凭证{self.voucher}" if self.proceeds is not None else ""
        return f"没收的物品{self.number}“{self.name}”于{self.done_on.isoformat()}{FINALS[self.way]}（{self.document_no}）{told}"
