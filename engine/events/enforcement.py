"""What happens when a fine is enforced (强制执行)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CourtApplied(Fact):
    """The court was asked to enforce fine, confiscated gains and surcharge; `unclaimed` says why not the surcharge, empty where it was.

    Source: 行政处罚法 Art. 72(1)(4); 行政强制法 Art. 53-55.
    """

    case: str
    court: str
    fine: Decimal
    surcharge: Decimal
    applied_on: date
    signed_name: str
    unclaimed: str = ""
    gains: Decimal = Decimal(0)

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the application lives in its paper and in the journal."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        taken = f"、没收款项{self.gains}元" if self.gains else ""
        asked = f"{self.applied_on.isoformat()}向{self.court}申请强制执行罚款{self.fine}元{taken}、加处罚款{self.surcharge}元，{self.signed_name}签署"
        return f"{asked}：{self.unclaimed.rstrip('。')}" if self.unclaimed else asked


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CourtAnswered(Fact):
    """The court answered the application; `collection` is the procedure of the cost that it is about, None for the penalty.

    Source: 行政强制法 Art. 56-58.
    """

    case: str
    answer: str
    word: str
    answered_on: date
    number: str
    reason: str | None
    collection: str | None = None

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the answer lives in the task's form and in the journal."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        about = "对强制执行代履行费用的申请" if self.collection else ""
        return f"法院{about}{self.answered_on.isoformat()}{self.word}（{self.number}）{'：' + self.reason if self.reason else ''}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementConcluded(Fact):
    """Agency and party agreed that what is owed is paid in stages (执行协议). Source: 行政强制法 Art. 42(1)."""

    case: str
    signed_on: date
    days: tuple[date, ...]
    amounts: tuple[Decimal, ...]
    waived: Decimal

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the stages live in the form that started the procedure, the pause of the surcharge in its own row."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        parts = "、".join(f"{day.isoformat()}前{amount}元" for day, amount in zip(self.days, self.amounts, strict=True))
        waived = f"，履行完毕后减免加处罚款{self.waived}元" if self.waived else ""
        return f"{self.signed_on.isoformat()}签订执行协议：{parts}{waived}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEnded(Fact):
    """An agreement on execution was kept, or broken: then the execution goes on. Source: 行政强制法 Art. 42(2)."""

    case: str
    kept: bool
    ended_on: date
    facts: str

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the end of the pause is a fact of its own."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"执行协议已履行完毕：{self.facts}" if self.kept else f"{self.ended_on.isoformat()}到期的一期没有履行，恢复强制执行：{self.facts}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutionEnded(Fact):
    """The execution is over although not everything was paid (终结执行). Source: 行政强制法 Art. 39, 40."""

    case: str
    ground: str
    facts: str
    ended_on: date

    def changes(self) -> Iterator[Change]:
        """Yield nothing: what was not paid stays unpaid; the end lives in the forms and in the journal."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.ended_on.isoformat()}终结执行（{self.ground}）：{self.facts}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutionPaused(Fact):
    """The execution waits (中止执行). Source: 行政强制法 Art. 39(1)."""

    case: str
    ground: str
    facts: str
    paused_on: date

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the clock of the three years says that it waits."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.paused_on.isoformat()}起中止执行（{self.ground}）：{self.facts}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutionResumed(Fact):
    """What stood against the execution is gone: it goes on (恢复执行). Source: 行政强制法 Art. 39(1)."""

    case: str
    facts: str
    resumed_on: date

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the clock of the three years was met."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.resumed_on.isoformat()}恢复执行：{self.facts}"
