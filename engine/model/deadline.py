"""Deadlines (期限)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Deadline(Base):
    """A statutory clock of a case.

    `subject` tells clocks of one key apart, such as those of two procedures of a kind, whose instance it then is; `origin` names the event
    from which the clock runs, `warned` counts the rungs of the ladder of warnings that were climbed.
    """

    __tablename__ = "deadline"
    __table_args__ = (Index(None, "state", "ends_at"), Index(None, "warn_at"), Index(None, "origin"))

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    key: Mapped[str]
    title: Mapped[str]
    subject: Mapped[str | None]
    origin: Mapped[str | None]
    start_on: Mapped[date]
    start_at: Mapped[datetime | None]
    length: Mapped[int]
    unit: Mapped[str]
    owner: Mapped[str]
    basis: Mapped[str]
    due: Mapped[date | None]
    ends_at: Mapped[datetime | None]
    provisional: Mapped[bool]
    suspensions: Mapped[list[Any]]
    extensions: Mapped[list[Any] | None]
    lines: Mapped[list[Any]]
    state: Mapped[str]
    ended_on: Mapped[date | None]
    escalated: Mapped[bool | None]
    warned: Mapped[int | None]
    warn_at: Mapped[datetime | None]
