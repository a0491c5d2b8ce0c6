"""Pauses of the surcharge (停计加处罚款)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class SurchargePause(Base):
    """Days of reconsideration or litigation on which no surcharge runs, both included; no end while it lasts."""

    __tablename__ = "surcharge_pause"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    ground: Mapped[str]
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
