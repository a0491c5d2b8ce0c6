"""Idempotency keys (幂等键); they live as long as the case."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class IdempotencyKey(Base):
    """What was answered to a key, and the digest of what was asked."""

    __tablename__ = "idempotency"

    key: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    actor: Mapped[str]
    request: Mapped[str]
    response: Mapped[str]
    at: Mapped[datetime]
