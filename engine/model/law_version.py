"""Law in force (依据版本)."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class LawVersion(Base):
    """A published, immutable version of law data."""

    __tablename__ = "law_version"
    __table_args__ = (Index(None, "kind", "name", "valid_from"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]
    kind: Mapped[str]
    name: Mapped[str]
    valid_from: Mapped[date]
    sha256: Mapped[str]
    content: Mapped[str]
