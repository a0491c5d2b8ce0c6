"""Devices (电子技术监控设备): what the agency watches with, where, on which law, that it was reviewed, published, and measures rightly."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

RANKS = frozenset({"法律", "行政法规"})
"""Only these can allow to collect breaches by device. Source: 行政处罚法 Art. 41(1)."""

KINDS: Mapping[str, str] = {
    "camera": "抓拍监控",
    "noise": "噪声监测",
    "fume": "油烟监测",
    "dust": "扬尘监测",
    "scale": "称重检测",
}
"""What a device is, by its key."""

MEASURING = frozenset(KINDS) - {"camera"}
"""Devices whose figures are evidence: they need a certificate that is in force. Source: 计量法 Art. 9; 行政处罚法 Art. 41(1) (标准合格)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A certificate (检定、校准、检测证书) with the days on which it is in force, both included."""

    certificate: str
    valid_from: date
    valid_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A device with the causes that it collects; a day that is missing has not come yet.

    `basis` is the law or administrative regulation, `rank` which of the two, that allows it for these causes. From `retired_on` on nothing
    that it takes is evidence.
    """

    code: str
    name: str
    place: str
    basis: str
    rank: str
    causes: tuple[str, ...]
    kind: str = "camera"
    law_reviewed_on: date | None = None
    technically_reviewed_on: date | None = None
    published_on: date | None = None
    calibrations: tuple[Calibration, ...] = ()
    retired_on: date | None = None

    @property
    def ready_on(self) -> date | None:
        """Return from which day what it takes can be evidence, or None while a review or the publication is missing."""
        days = (self.law_reviewed_on, self.technically_reviewed_on, self.published_on)
        known = [day for day in days if day is not None]
        return max(known) if len(known) == len(days) else None

    @property
    def once_in_use(self) -> bool:
        """Tell whether what it takes, or took before it was retired, can be evidence of some day."""
        return self.ready_on is not None and (self.retired_on is None or self.ready_on < self.retired_on)

    def calibrated(self, day: date) -> bool:
        """Tell whether a certificate is in force on a day; a camera that had none up to then measured nothing and needed none."""
        if self.kind not in MEASURING and all(day < entry.valid_from for entry in self.calibrations):
            return True
        return any(entry.valid_from <= day <= entry.valid_until for entry in self.calibrations)

    def in_use(self, day: date) -> bool:
        """Tell whether it is reviewed, published and not retired on a day."""
        return self.ready_on is not None and self.ready_on <= day and (self.retired_on is None or day < self.retired_on)


def read_device(entry: Mapping[str, Any]) -> Device:
    """Return a device as its entry describes it; ValueError for a basis below administrative regulations, and for one without causes."""
    calibrations = tuple(Calibration(**each) for each in entry.get("calibrations", ()))
    device = Device(**{**entry, "causes": tuple(entry["causes"]), "calibrations": calibrations})
    if device.rank not in RANKS or not device.causes or device.kind not in KINDS:
        raise ValueError(f"{device.name}须有法律、行政法规的依据、所采集的案由和目录中的种类")
    return device
