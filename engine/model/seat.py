"""Seats (席位)."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Seat(Base):
    """A member's seat in a panel, with the opinion and the vote that the member gave in person."""

    __tablename__ = "seat"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    panel_id: Mapped[str]
    place: Mapped[int]
    person: Mapped[str] = mapped_column(index=True)
    person_name: Mapped[str]
    title: Mapped[str]
    vote: Mapped[str | None]
    opinion: Mapped[str | None]
    voted_at: Mapped[datetime | None]
