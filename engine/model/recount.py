"""Recounts (期限重算)."""

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Recount(Base):
    """How far the open clocks were counted anew under so many published holiday tables (`id`); working state."""

    __tablename__ = "recount"

    id: Mapped[str] = mapped_column(primary_key=True)
    after: Mapped[str]
    finished: Mapped[bool]
