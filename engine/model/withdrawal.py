"""Withdrawals (撤回公示)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Withdrawal(Base):
    """A proposal to withdraw a publication; `state` is proposed, approved or returned."""

    __tablename__ = "withdrawal"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    publication_id: Mapped[str]
    ground: Mapped[str]
    changed_on: Mapped[date]
    reason: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    person: Mapped[str]
    person_name: Mapped[str]
    proposed_at: Mapped[datetime]
    reviewer_name: Mapped[str | None]
    reviewed_at: Mapped[datetime | None]
    opinion: Mapped[str | None]
