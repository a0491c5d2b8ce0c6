"""The office's stream (机关)."""

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Office(Base):
    """The head of the journal of the office: people, law, processes."""

    __tablename__ = "office"

    id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    head_seq: Mapped[int]
    head_digest: Mapped[str]
