"""What happens to the right to a hearing (听证): asked for, given up, accepted, set, told, held, reported or ended. Source: 行政处罚法 Art. 63-65."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.events.fact import Change, Fact, fact

CLOSED: Mapping[str, str] = {"secret": "涉及国家秘密", "trade": "涉及商业秘密", "privacy": "涉及个人隐私"}
"""Why a hearing is not public. Source: 行政处罚法 Art. 64(3)."""

STATES: Mapping[str, str] = {
    "requested": "已要求",
    "accepted": "已受理",
    "set": "已定日期",
    "notified": "已通知",
    "held": "已举行",
    "reported": "已提出报告",
    "waived": "明确放弃",
    "lapsed": "逾期未要求",
    "withdrawn": "撤回要求",
    "absent": "未出席",
}
FINDINGS: Mapping[str, str] = {
    "sustain": "维持拟作出的处罚",
    "lighter": "建议减轻或者从轻",
    "reinvestigate": "建议补充调查",
    "crime": "涉嫌犯罪，移送公安机关",
}
ENDS: Mapping[str, str] = {"withdrawn": "当事人撤回听证要求", "absent": "当事人无正当理由不出席或者中途退出，视为放弃听证"}
_UNUSED: Mapping[str, str] = {"waived": "明确放弃听证", "lapsed": "期限届满未要求听证，视为放弃"}


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HearingRequested(Fact):
    """The party asked for a hearing within its term; `document` is the notice that told it of the right."""

    case: str
    hearing: str
    document: str
    asked_on: date
    way: str

    def changes(self) -> Iterator[Change]:
        """Yield the hearing, asked for."""
        values = {"case_id": self.case, "document_id": self.document, "state": "requested", "asked_on": self.asked_on, "way": self.way}
        yield Change("hearing", self.hearing, values, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"当事人{self.asked_on}要求听证"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HearingForgone(Fact):
    """The party gave up the hearing, expressly (`waived`) or by silence (`lapsed`)."""

    case: str
    hearing: str
    document: str
    how: str
    ended_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the hearing that will not be."""
        values = {"case_id": self.case, "document_id": self.document, "state": self.how, "ended_on": self.ended_on}
        yield Change("hearing", self.hearing, values, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"当事人{_UNUSED[self.how]}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HearingReopened(Fact):
    """A hearing that silence had given up was asked for after all: the request had been received, and was entered late (补记)."""

    case: str
    hearing: str
    asked_on: date
    way: str

    def changes(self) -> Iterator[Change]:
        """Yield the hearing, asked for."""
        yield Change("hearing", self.hearing, {"state": "requested", "asked_on": self.asked_on, "way": self.way, "ended_on": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"当事人{self.asked_on}要求听证，补记后受理"


PERSONS: Mapping[str, str] = {"host": "听证主持人", "recorder": "听证记录员"}
"""Who holds a hearing and who records it, by the part."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HearingPersonReplaced(Fact):
    """Somebody else holds or records a hearing, because who was named was recused. Source: 行政处罚法 Art. 43, 64(4)."""

    case: str
    hearing: str
    part: str
    before_name: str
    person: str
    person_name: str
    named: str

    def changes(self) -> Iterator[Change]:
        """Yield the person on the hearing, and who is named on the case."""
        yield Change("hearing", self.hearing, {self.part: self.person, f"{self.part}_name": self.person_name})
        yield Change("case", self.case, {"panel": self.named})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{PERSONS[self.part]}由{self.before_name}改为{self.person_name}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HearingHostAppointed(Fact):
    """The head named who holds the hearing and who records it; `named` are the ids of everybody who was ever named in the case, in bars."""

    case: str
    hearing: str
    host: str
    host_name: str
    recorder: str
    recorder_name: str
    closed: str | None
    named: str

    def changes(self) -> Iterator[Change]:
        """Yield the two on the hearing, and who is named on the case."""
        names = ("host", "host_name", "recorder", "recorder_name", "closed")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("hearing", self.hearing, values | {"state": "accepted"})
        yield Change("case", self.case, {"panel": self.named})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        public = f"不公开举行（{CLOSED[self.closed]}）" if self.closed else "公开举行"
        return f"指定{self.host_name}主持听证、{self.recorder_name}记录，{public}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HearingSet(Fact):
    """Day, hour and place of the hearing were set."""

    case: str
    hearing: str
    meets_on: date
    meets_at: str
    place: str

    def changes(self) -> Iterator[Change]:
        """Yield when and where, not yet told to the party."""
        values: dict[str, Any] = {"meets_on": self.meets_on, "meets_at": self.meets_at, "place": self.place}
        yield Change("hearing", self.hearing, values | {"state": "set", "notified_on": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"听证定于{self.meets_on} {self.meets_at}在{self.place}举行"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HearingNotified(Fact):
    """The party was told when and where; `in_time` whether seven clear working days lie between."""

    case: str
    hearing: str
    notified_on: date
    in_time: bool

    def changes(self) -> Iterator[Change]:
        """Yield the day of the notice."""
        yield Change("hearing", self.hearing, {"notified_on": self.notified_on, "state": "notified" if self.in_time else "accepted"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.notified_on}通知当事人听证的时间、地点" + ("" if self.in_time else "，距举行不足法定期限，须另定日期")


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HearingAdjourned(Fact):
    """The hearing was put off; a new day is set and told again, under another host where this one was challenged."""

    case: str
    hearing: str
    adjourned_on: date
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the hearing without a day."""
        yield Change("hearing", self.hearing, {"state": "accepted", "meets_on": None, "meets_at": None, "notified_on": None, "reason": self.reason})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.adjourned_on}听证延期：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HearingEnded(Fact):
    """The hearing ended before it was held through: withdrawn, or the party stayed away without good reason."""

    case: str
    hearing: str
    how: str
    ended_on: date
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the end."""
        yield Change("hearing", self.hearing, {"state": self.how, "ended_on": self.ended_on, "reason": self.reason})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"听证终止：{ENDS[self.how]}。{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HearingHeld(Fact):
    """The hearing was held, and its record read and signed or refused."""

    case: str
    hearing: str
    held_on: date
    signed: bool

    def changes(self) -> Iterator[Change]:
        """Yield the day on which it was held."""
        yield Change("hearing", self.hearing, {"state": "held", "ended_on": self.held_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.held_on}举行听证，当事人{'在笔录上签字' if self.signed else '拒绝在笔录上签字，已在笔录中注明'}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HearingReported(Fact):
    """The host reported what was found."""

    case: str
    hearing: str
    finding: str
    reported_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the finding."""
        yield Change("hearing", self.hearing, {"state": "reported", "finding": self.finding, "reported_at": self.reported_at})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"听证主持人提出听证报告：{FINDINGS[self.finding]}"
