"""Leases (租约)."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Lease(Base):
    """A round of background work that one process does at a time; working state."""

    __tablename__ = "lease"

    id: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]
