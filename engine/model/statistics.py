"""Annual statistics (年度统计): the versions of a year, and to whom they were reported."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Statistics(Base):
    """One version of the statistics of a year, frozen.

    `state` is final, returned, approved, published, or replaced by a later version. `figures` hold the lines, `causes` what was done by cause;
    sums are texts of exact yuan. `digest` binds them to the journal: the heads of all streams, `streams` of them, at `drawn_at`.
    """

    __tablename__ = "statistics"
    __table_args__ = (UniqueConstraint("year", "version"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int]
    version: Mapped[int]
    state: Mapped[str]
    figures: Mapped[dict[str, Any]]
    causes: Mapped[list[Any]]
    source: Mapped[str]
    reason: Mapped[str | None]
    digest: Mapped[str]
    streams: Mapped[int]
    drawn_by: Mapped[str]
    drawn_name: Mapped[str]
    drawn_at: Mapped[datetime]
    remark: Mapped[str | None]
    approver: Mapped[str | None]
    approver_name: Mapped[str | None]
    approved_at: Mapped[datetime | None]
    published_on: Mapped[date | None]
    publisher_name: Mapped[str | None]


class StatisticsReport(Base):
    """That a version was reported: to whom, on which day, under which receipt."""

    __tablename__ = "statistics_report"

    id: Mapped[str] = mapped_column(primary_key=True)
    statistics_id: Mapped[str] = mapped_column(ForeignKey("statistics.id"), index=True)
    recipient: Mapped[str]
    name: Mapped[str]
    reported_on: Mapped[date]
    receipt: Mapped[str]
    person_name: Mapped[str]
