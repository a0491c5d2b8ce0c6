"""Plans of inspections (年度检查计划)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class InspectionPlan(Base):
    """A matter that enterprises may be inspected on in a year; `remark` is why the head returned it.

    `cap` is how often the same enterprise may be inspected on it in the year; `state` is drafted, approved, published or returned.
    """

    __tablename__ = "inspection_plan"

    id: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(index=True)
    title: Mapped[str]
    kind: Mapped[str]
    causes: Mapped[list[Any]]
    scope: Mapped[str]
    cap: Mapped[int]
    basis: Mapped[str]
    drafted_by: Mapped[str]
    drafted_name: Mapped[str]
    drafted_at: Mapped[datetime]
    state: Mapped[str]
    remark: Mapped[str | None]
    approver: Mapped[str | None]
    approver_name: Mapped[str | None]
    approved_on: Mapped[date | None]
    publisher_name: Mapped[str | None]
    published_on: Mapped[date | None]
