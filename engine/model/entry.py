"""The journal (日志)."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Entry(Base):
    """One entry per command and stream, chained by digests; append-only."""

    __tablename__ = "entry"

    stream: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    command: Mapped[str]
    body: Mapped[str]
    prev: Mapped[str]
    digest: Mapped[str]
