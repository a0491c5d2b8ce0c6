"""What happens to devices (电子技术监控设备); facts of the office's stream. Source: 行政处罚法 Art. 41(1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from engine.events.fact import Change, Fact, fact

TABLE = "device"
ASPECTS = {"law": "法制审核", "technical": "技术审核"}
"""The two reviews, by their key."""

_EMPTY = dict.fromkeys(
    (
        *("law_reviewed_on", "law_reviewer", "law_reviewer_name", "technically_reviewed_on", "technical_reviewer", "technical_reviewer_name"),
        *("remark", "published_on", "publisher_name", "retired_on", "retired_reason"),
    )
)


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRegistered(Fact):
    """A device was put into the register, or once more after a review failed; a day that is given was told by the department's file."""

    device: str
    name: str
    kind: str
    kind_title: str
    place: str
    basis: str
    rank: str
    causes: tuple[str, ...]
    person: str
    person_name: str
    at: datetime
    again: bool = False
    law_reviewed_on: date | None = None
    technically_reviewed_on: date | None = None
    published_on: date | None = None
    district: str | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the device, without reviews but those that the file told."""
        names = ("name", "kind", "place", "basis", "rank", "law_reviewed_on", "technically_reviewed_on", "published_on", "district")
        values = {name: getattr(self, name) for name in names} | {"causes": list(self.causes)}
        who = {"registered_by": self.person, "registered_name": self.person_name, "registered_at": self.at}
        yield Change(TABLE, self.device, _EMPTY | values | who, new=not self.again)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}登记监控设备{self.name}（{self.device}，{self.kind_title}），设置于{self.place}，采集{'、'.join(self.causes)}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceReviewed(Fact):
    """A device passed its legal or its technical review (`aspect`), or did not."""

    device: str
    name: str
    aspect: str
    passed: bool
    opinion: str
    person: str
    person_name: str
    reviewed_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the review, or why it failed."""
        if not self.passed:
            yield Change(TABLE, self.device, {"remark": f"{ASPECTS[self.aspect]}没有通过：{self.opinion}"})
        elif self.aspect == "law":
            values = {"law_reviewed_on": self.reviewed_on, "law_reviewer": self.person, "law_reviewer_name": self.person_name}
            yield Change(TABLE, self.device, values)
        else:
            values = {"technically_reviewed_on": self.reviewed_on, "technical_reviewer": self.person, "technical_reviewer_name": self.person_name}
            yield Change(TABLE, self.device, values)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return (
            f"{self.person_name}对监控设备{self.name}（{self.device}）{ASPECTS[self.aspect]}：{'通过' if self.passed else '不通过'}，{self.opinion}"
        )


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DevicePublished(Fact):
    """Where a device stands was told the public."""

    device: str
    name: str
    place: str
    person_name: str
    published_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the publication."""
        yield Change(TABLE, self.device, {"published_on": self.published_on, "publisher_name": self.person_name})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}向社会公布监控设备{self.name}（{self.device}）的设置地点：{self.place}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceCalibrated(Fact):
    """A device got a certificate for some days; with `again` it takes the place of what was recorded under its number. Source: 计量法 Art. 9."""

    calibration: str
    device: str
    name: str
    certificate: str
    issuer: str
    valid_from: date
    valid_until: date
    person_name: str
    at: datetime
    again: bool = False

    def changes(self) -> Iterator[Change]:
        """Yield the row of the certificate."""
        values = {name: getattr(self, name) for name in ("device", "certificate", "issuer", "valid_from", "valid_until")}
        yield Change("calibration", self.calibration, values | {"recorded_name": self.person_name, "recorded_at": self.at}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        dates = f"{self.valid_from}至{self.valid_until}"
        did = "更正" if self.again else "登记"
        return f"{self.person_name}{did}监控设备{self.name}（{self.device}）的证书{self.certificate}（{self.issuer}），有效期{dates}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRetired(Fact):
    """A device is used no more; what it takes from this day on is no evidence."""

    device: str
    name: str
    reason: str
    person_name: str
    retired_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the end."""
        yield Change(TABLE, self.device, {"retired_on": self.retired_on, "retired_reason": self.reason})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}停用监控设备{self.name}（{self.device}）：{self.reason}"
