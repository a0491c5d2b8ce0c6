"""What happens to the statistics of a year (年度统计): drawn, approved or returned, published, reported; facts of the office's stream."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsFinalised(Fact):
    """The legal office froze the figures of a year; `reason` says why after an earlier version was published.

    `digest` is that of the heads of all streams of the journal at that instant, `streams` of them. Source: 国办发〔2018〕118号.
    """

    statistics: str
    year: int
    version: int
    figures: Mapping[str, Any]
    causes: tuple[Mapping[str, Any], ...]
    source: str
    reason: str | None
    digest: str
    streams: int
    person: str
    person_name: str
    at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the version."""
        names = ("year", "version", "source", "reason", "digest", "streams")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        values |= {"figures": dict(self.figures), "causes": list(self.causes), "state": "final"}
        values |= {"drawn_by": self.person, "drawn_name": self.person_name, "drawn_at": self.at}
        empty = dict.fromkeys(("remark", "approver", "approver_name", "approved_at", "published_on", "publisher_name"))
        yield Change("statistics", self.statistics, values | empty, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        why = f"，更正理由：{self.reason}" if self.reason else ""
        return f"{self.person_name}将{self.year}年度统计定稿（第{self.version}版），日志摘要{self.digest[:12]}…{why}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsDecided(Fact):
    """The head approved a version, or returned it with a reason."""

    statistics: str
    year: int
    version: int
    approved: bool
    reason: str | None
    person: str
    person_name: str
    at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the approval, or the remark."""
        values: dict[str, Any] = {"state": "approved" if self.approved else "returned", "remark": self.reason}
        if self.approved:
            values |= {"approver": self.person, "approver_name": self.person_name, "approved_at": self.at}
        yield Change("statistics", self.statistics, values)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        what = f"{self.year}年度统计（第{self.version}版）"
        return f"{self.person_name}批准公布{what}" if self.approved else f"{self.person_name}退回{what}：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsPublished(Fact):
    """A version went public; the one that it `replaces` stays readable as what it was."""

    statistics: str
    year: int
    version: int
    replaces: str | None
    published_on: date
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the publication, and the end of the version before."""
        if self.replaces is not None:
            yield Change("statistics", self.replaces, {"state": "replaced"})
        yield Change("statistics", self.statistics, {"state": "published", "published_on": self.published_on, "publisher_name": self.person_name})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}公布{self.year}年度统计（第{self.version}版）{'，代替前一版' if self.replaces else ''}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsReported(Fact):
    """A published version was reported to the government or the superior department."""

    statistics: str
    report: str
    year: int
    recipient: str
    name: str
    reported_on: date
    receipt: str
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the row of the report."""
        names = ("recipient", "name", "reported_on", "receipt", "person_name")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("statistics_report", self.report, values | {"statistics_id": self.statistics}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.reported_on.isoformat()}向{self.name}报告{self.year}年度统计，回执{self.receipt}"
