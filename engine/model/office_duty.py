"""Duties of the office (机关期限)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class OfficeDuty(Base):
    """A clock that belongs to no case: what the office owes for a year. `warned` counts the rungs of the ladder of warnings that were climbed."""

    __tablename__ = "office_duty"
    __table_args__ = (Index(None, "state", "ends_at"), Index(None, "warn_at"))

    id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str]
    year: Mapped[int]
    title: Mapped[str]
    basis: Mapped[str]
    start_on: Mapped[date]
    due: Mapped[date]
    ends_at: Mapped[datetime]
    lines: Mapped[list[Any]]
    state: Mapped[str]
    ended_on: Mapped[date | None]
    warned: Mapped[int | None]
    warn_at: Mapped[datetime | None]
