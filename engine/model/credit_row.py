"""Rows of 双公示 (信用报送)."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class CreditRow(Base):
    """What is reported of a decision to the credit site, in its fields; `state` is exported, accepted, refused, corrected or recalled.

    `batch` is the file in which the row went out last, `times` how often it did.
    """

    __tablename__ = "credit_row"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    publication_id: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    district: Mapped[str]
    fields: Mapped[dict[str, Any] | None]
    state: Mapped[str] = mapped_column(index=True)
    batch: Mapped[str | None] = mapped_column(index=True)
    exported_on: Mapped[date | None]
    times: Mapped[int]
    answered_on: Mapped[date | None]
    answer: Mapped[str | None]
