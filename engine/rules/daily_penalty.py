"""Fines for every day (按日连续处罚): for which days, how much, and why not. Source: 生态环境法典 Art. 1060.

The days, the term of the re-check and what counts as a refusal are those of 环境保护主管部门实施按日连续处罚办法 (原环境保护部令第28号), from memory.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from engine.errors import LawError
from engine.events.recheck import CORRECTED, RESULTS
from engine.law.parameters import Values
from engine.rules.document.wording import day_text
from engine.rules.money import format_yuan
from engine.rules.reckoning import ReckoningLine, chinese_date, chinese_span

CITE = "生态环境法典 1060"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinedCase:
    """What of a fined case decides whether it can be re-checked for a fine by the day.

    Attributes:
        person: whether the party is a natural person and no business.
        discharge: whether it was fined under an article on discharge or dumping of the code.
        fined: whether a fine was decided and stands; `served` whether its decision was served.
        ordered: whether an order to correct was served and stands, and no re-inspection found the breach put right.
        corrected: whether an earlier re-check found it put right.
    """

    person: bool
    discharge: bool
    fined: bool
    served: bool
    ordered: bool
    corrected: bool


def is_empowered(parameters: Values) -> bool:
    """Tell whether the organ may fine by the day; a city that says nothing may not."""
    return parameters.has("daily.empowered") and parameters.flag("daily.empowered")


def why_not(case: FinedCase, parameters: Values) -> str | None:
    """Return why nobody is fined by the day in a case, with the basis; None where it can be re-checked."""
    source = parameters.parameter("daily.empowered").source if parameters.has("daily.empowered") else CITE
    told = (
        (is_empowered(parameters), f"本机关没有实施按日连续处罚的权限（{source}）。"),
        (case.discharge, "只有依生态环境法典对违法排放、倾倒污染物处以罚款的案件，才可以按日连续处罚（生态环境法典第1060条）。"),
        (not case.person, "当事人是个人：按日连续处罚只适用于企业事业单位和其他生产经营者（生态环境法典第1060条）。"),
        (case.fined, "本案没有罚款决定，或者罚款决定已被撤销，不能按日连续处罚（生态环境法典第1060条）。"),
        (case.served, "罚款决定书还没有送达，不能按日连续处罚（行政处罚法第61条、生态环境法典第1060条）。"),
        (case.ordered, "没有已经送达并且有效、尚未查明改正的责令改正通知书：先责令改正并送达（生态环境法典第1060条）。"),
        (not case.corrected, "复查已经查明改正，按日连续处罚终止；再次违法的，另行立案处罚（生态环境法典第1060条）。"),
    )
    return next((reason for held, reason in told if not held), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a re-check is reckoned from: when the order was served, its last day to correct, and the last re-check that found a refusal."""

    served_on: date
    due: date
    last: date | None

    @property
    def first_on(self) -> date:
        """Return the first day that is fined: the one after the service of the order, or after the last re-check."""
        return (self.last or self.served_on) + _DAY

    def until(self, parameters: Values) -> date:
        """Return the last day for the re-check: so many days after the order was served, or after the last re-check."""
        since = max(self.served_on, self.last or self.served_on)
        return since + parameters.integer("daily.recheck.days") * _DAY

    def lines(self, parameters: Values) -> tuple[ReckoningLine, ...]:
        """Return in words from when to when can be re-checked."""
        days = parameters.integer("daily.recheck.days")
        return (
            ReckoningLine("上次复查" if self.last else "责令改正送达", "次日起计罚", chinese_date(self.first_on - _DAY)),
            ReckoningLine("改正期限届满", "届满以后才能认定拒不改正", chinese_date(self.due)),
            ReckoningLine("复查期限", f"自责令改正送达或者上次复查之日起{days}日", chinese_date(self.until(parameters))),
        )

    def check(self, day: date, result: str, parameters: Values) -> None:
        """Refuse a day before the order bound the party, one that was looked at already, and one after the term of the re-check."""
        if day < self.first_on:
            since = "上次复查" if self.last else "责令改正送达"
            message = f"复查日期须晚于{since}之日（{day_text((self.first_on - _DAY).isoformat())}）。"
            raise LawError("before_cause", message, basis=CITE, field="checked_on")
        if result != CORRECTED and day <= self.due:
            message = f"改正期限到{day_text(self.due.isoformat())}才届满，在此以前不能认定拒不改正。"
            raise LawError("before_cause", message, basis=CITE, field="checked_on")
        if day > (until := self.until(parameters)):
            source = parameters.parameter("daily.recheck.days").source
            message = f"复查期限到{day_text(until.isoformat())}届满（{source}）：先再次责令改正并送达，再复查。"
            raise LawError("window_closed", message, basis=CITE, field="checked_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyFine:
    """A fine for every day of a refusal, as the original decision stands today.

    Attributes:
        case: the case that was fined; `recheck` the re-check that found the refusal.
        decision: title and number of the original decision, made on `decided_on`; `fine` what it asks for today, None where it fell.
        order: title and number of the order to correct, served on `served_on`; `stands` whether nobody annulled it.
        first_on: the first day that is fined, `checked_on` the last: that of the re-check; `result` what it found.
        again: whether the days follow those of an earlier re-check.
    """

    case: str
    recheck: str
    decision: str
    decided_on: date
    fine: Decimal | None
    order: str
    served_on: date
    stands: bool
    first_on: date
    checked_on: date
    result: str
    again: bool

    @property
    def days(self) -> int:
        """Return how many days are fined, the first and the last included."""
        return (self.checked_on - self.first_on).days + 1

    @property
    def amount(self) -> Decimal:
        """Return the whole fine in yuan: the original one for every day."""
        return (self.fine or Decimal(0)) * self.days

    @property
    def arithmetic(self) -> str:
        """Return 19,500元 × 5日 = 97,500元."""
        return f"{format_yuan(self.fine or Decimal(0))} × {self.days}日 = {format_yuan(self.amount)}"

    def each_day(self) -> tuple[tuple[date, Decimal], ...]:
        """Return every day that is fined with the sum up to it, in yuan."""
        return tuple((self.first_on + number * _DAY, (self.fine or Decimal(0)) * (number + 1)) for number in range(self.days))

    def finding(self) -> str:
        """Return what the re-check found, as a report starts with it."""
        day = day_text(self.checked_on.isoformat())
        return f"当事人因违法排放、倾倒污染物受到罚款处罚，被责令改正；{day}复查，{RESULTS[self.result]}。"

    def sentence(self) -> str:
        """Return where the sum comes from, for papers: decision, order, re-check, days and arithmetic."""
        since = "上次复查" if self.again else "责令改正送达"
        first, last = (day_text(day.isoformat()) for day in (self.first_on, self.checked_on))
        return (
            f"本机关{day_text(self.decided_on.isoformat())}作出{self.decision}，罚款{format_yuan(self.fine or Decimal(0))}；"
            f"{self.order}于{day_text(self.served_on.isoformat())}送达；{last}复查发现拒不改正。"
            f"自{since}之日的次日{first}起至复查之日{last}止，共{self.days}日，按原处罚数额按日连续处罚：{self.arithmetic}。"
        )

    def lines(self) -> tuple[ReckoningLine, ...]:
        """Return how the sum is reckoned, for people."""
        before = self.first_on - _DAY
        return (
            ReckoningLine("原处罚数额", self.decision, format_yuan(self.fine or Decimal(0))),
            ReckoningLine("上次复查" if self.again else "责令改正送达", self.order, chinese_date(before)),
            ReckoningLine("次日起计罚", "生态环境法典第1060条", chinese_date(self.first_on, since=before)),
            ReckoningLine("复查发现拒不改正", "计罚到复查之日", chinese_date(self.checked_on, since=before)),
            ReckoningLine("计罚天数", chinese_span(self.first_on, self.checked_on), f"{self.days}日"),
            ReckoningLine("按日连续处罚", f"{format_yuan(self.fine or Decimal(0))} × {self.days}日", format_yuan(self.amount)),
        )

    def check_stands(self, field: str) -> None:
        """Refuse a fine by the day where the decision or the order that founds it fell meanwhile."""
        if self.fine is None:
            raise LawError("no_basis", f"{self.decision}已被撤销，不能按日连续处罚。", basis=CITE, field=field)
        if not self.stands:
            raise LawError("no_basis", f"{self.order}已被撤销，没有改正的不属于拒不改正，不能按日连续处罚。", basis=CITE, field=field)

    def check_fine(self, fine: Decimal, field: str) -> None:
        """Refuse any other sum than the law fixes."""
        self.check_stands(field)
        if fine != self.amount:
            message = f"按日连续处罚的数额由法律确定，为{self.arithmetic}，不能是{format_yuan(fine)}；原处罚数额变更的，重新提出终结报告。"
            code = "above_statutory_maximum" if fine > self.amount else "below_statutory_minimum"
            raise LawError(code, message, basis=CITE, field=field)
