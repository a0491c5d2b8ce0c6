"""Panels (集体讨论)."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Panel(Base):
    """A meeting of the heads on a case: who chairs it, what is asked of it, and what it resolved."""

    __tablename__ = "panel"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    chair: Mapped[str]
    chair_name: Mapped[str]
    matter: Mapped[str]
    place: Mapped[str]
    meets_on: Mapped[date]
    convened_name: Mapped[str]
    convened_at: Mapped[datetime]
    state: Mapped[str]
    held_on: Mapped[date | None]
    resolution: Mapped[str | None]
    fine: Mapped[Decimal | None]
    concluded_at: Mapped[datetime | None]
