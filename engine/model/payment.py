"""Payments (缴款)."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Payment(Base):
    """Money that reached the treasury's account."""

    __tablename__ = "payment"
    __table_args__ = (UniqueConstraint("receipt_no"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    amount: Mapped[Decimal]
    paid_on: Mapped[date]
    channel: Mapped[str]
    receipt_no: Mapped[str]
