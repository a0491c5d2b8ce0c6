"""Nonces (一次性编号): working state, outside the journal."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Nonce(Base):
    """A signed message that came in, by its department and its nonce: it does not come in again."""

    __tablename__ = "nonce"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
