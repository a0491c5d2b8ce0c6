"""Drafts (草稿): working state, outside the journal."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Draft(Base):
    """What somebody has typed into a form and not submitted yet."""

    __tablename__ = "draft"

    user_id: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]
