"""Credentials (口令): working state, outside the journal."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Credential(Base):
    """The password of a person as an argon2id hash, with the counter that locks it."""

    __tablename__ = "credential"

    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), primary_key=True)
    password_hash: Mapped[str]
    changed_at: Mapped[datetime]
    must_change: Mapped[bool]
    failures: Mapped[int]
    locked_until: Mapped[datetime | None]
