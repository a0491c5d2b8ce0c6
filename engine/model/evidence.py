"""Evidence (证据)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Evidence(Base):
    """A piece of evidence; its bytes live in the file store under their SHA-256."""

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    number: Mapped[int]
    kind: Mapped[str]
    name: Mapped[str]
    purpose: Mapped[str]
    file_name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    person: Mapped[str]
    person_name: Mapped[str]
    received_at: Mapped[datetime]
    source: Mapped[str | None]
    place: Mapped[str | None]
    obtained_on: Mapped[date | None]
    recheck: Mapped[str | None]
    secrecy: Mapped[str | None]
