"""Instalments (分期): the parts in which a fine may be paid."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Instalment(Base):
    """A part of a fine, and the last day to pay it; one part alone is a postponement."""

    __tablename__ = "instalment"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    number: Mapped[int]
    due_on: Mapped[date]
    amount: Mapped[Decimal]
    collection: Mapped[str | None]
    """The procedure that collects what a remedy added, where that is deferred; None for what was decided first."""
