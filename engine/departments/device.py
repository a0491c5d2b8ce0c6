"""Devices (电子技术监控设备): what the agency watches with, where, on which law, and that it was reviewed and published."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

RANKS = frozenset({"法律", "行政法规"})
"""Only these can allow to collect breaches by device. Source: 行政处罚法 Art. 41(1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A device with the causes that it collects; a day that is missing has not come yet.

    `basis` is the law or administrative regulation, `rank` which of the two, that allows it for these causes.
    """

    code: str
    name: str
    place: str
    basis: str
    rank: str
    causes: tuple[str, ...]
    law_reviewed_on: date | None = None
    technically_reviewed_on: date | None = None
    published_on: date | None = None

    @property
    def ready_on(self) -> date | None:
        """Return from which day what it takes can be evidence, or None while a review or the publication is missing."""
        days = (self.law_reviewed_on, self.technically_reviewed_on, self.published_on)
        known = [day for day in days if day is not None]
        return max(known) if len(known) == len(days) else None


def read_device(entry: Mapping[str, Any]) -> Device:
    """Return a device as its entry describes it; ValueError for a basis below administrative regulations, and for one without causes."""
    device = Device(**{**entry, "causes": tuple(entry["causes"])})
    if device.rank not in RANKS or not device.causes:
        raise ValueError(f"{device.name}须有法律、行政法规的依据和所采集的案由")
    return device
