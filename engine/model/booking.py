"""Bookings (记账): what changes the account of a fine beside payments."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Booking(Base):
    """Yuan that were waived of the surcharge (`remission`) or went back to the party (`refund`).

    The cost of a performance is a debt of its own, beside the fine: owed (`cost`), paid (`cost_paid`), given up or fallen
    (`cost_dropped`), and given back (`cost_refund`).
    """

    __tablename__ = "booking"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    kind: Mapped[str]
    amount: Mapped[Decimal]
    booked_on: Mapped[date]
    reason: Mapped[str]
    receipt_no: Mapped[str | None]
