"""Access tokens (访问令牌)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Token(Base):
    """A token under its SHA-256; the token itself is not stored."""

    __tablename__ = "token"

    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    name: Mapped[str]
    scopes: Mapped[list[Any]]
    digest: Mapped[str] = mapped_column(unique=True)
    expires_on: Mapped[date]
    issued_by: Mapped[str]
    issued_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
