"""Saved searches (常用查找): working state of one person, outside the journal."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class SavedSearch(Base):
    """A search under a name, as the address of its page."""

    __tablename__ = "saved_search"

    user_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    address: Mapped[str]
    saved_at: Mapped[datetime]
