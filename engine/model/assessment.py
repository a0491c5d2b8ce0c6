"""Assessments (裁量评定)."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Assessment(Base):
    """An exercise of discretion, frozen."""

    __tablename__ = "assessment"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    occasion: Mapped[str]
    outcome: Mapped[str]
    tier: Mapped[str | None]
    low: Mapped[Decimal | None]
    high: Mapped[Decimal | None]
    recommended: Mapped[Decimal | None]
    fine: Mapped[Decimal | None]
    reason: Mapped[str | None]
    facts: Mapped[dict[str, Any]]
    explanation: Mapped[dict[str, Any]]
    at: Mapped[datetime | None]
