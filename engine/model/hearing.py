"""Hearings (听证)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Hearing(Base):
    """What became of the right to a hearing that a notice told of: asked for or not, who holds it, when, and how it ended."""

    __tablename__ = "hearing"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    document_id: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    asked_on: Mapped[date | None]
    way: Mapped[str | None]
    host: Mapped[str | None]
    host_name: Mapped[str | None]
    recorder: Mapped[str | None]
    recorder_name: Mapped[str | None]
    closed: Mapped[str | None]
    meets_on: Mapped[date | None]
    meets_at: Mapped[str | None]
    place: Mapped[str | None]
    notified_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    reason: Mapped[str | None]
    finding: Mapped[str | None]
    reported_at: Mapped[datetime | None]
