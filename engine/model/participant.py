"""Participants (参加人)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Participant(Base):
    """Who takes part in a case beside the party: guardian, agent, interested person, witness, complainant; whoever was struck off stays readable."""

    __tablename__ = "participant"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    role: Mapped[str]
    name: Mapped[str | None]
    relation: Mapped[str | None]
    authority: Mapped[str | None]
    id_number: Mapped[str | None]
    phone: Mapped[str | None]
    address: Mapped[str | None]
    recorded_name: Mapped[str]
    recorded_at: Mapped[datetime]
    struck_on: Mapped[date | None]
    struck_ground: Mapped[str | None]
