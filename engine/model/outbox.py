"""The outbox (发件箱): what the world hears after commit."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class OutboxItem(Base):
    """Something to be done outside the transaction, at least once."""

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "state", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    stream: Mapped[str]
    payload: Mapped[dict[str, Any]]
    at: Mapped[datetime]
    state: Mapped[str]
    attempts: Mapped[int]
    lease_until: Mapped[datetime | None]
    error: Mapped[str | None]
