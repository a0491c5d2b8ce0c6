"""Proposals of holidays (放假安排提案)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class HolidayProposal(Base):
    """A year's holidays, or a change of single days, that waits for a second person, or was published or refused."""

    __tablename__ = "holiday_proposal"

    id: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int]
    whole: Mapped[bool]
    off: Mapped[list[Any]]
    on: Mapped[list[Any]]
    source: Mapped[str]
    author: Mapped[str]
    author_name: Mapped[str]
    proposed_at: Mapped[datetime]
    state: Mapped[str]
    decided_by: Mapped[str | None]
    decided_on: Mapped[date | None]
    reason: Mapped[str | None]
