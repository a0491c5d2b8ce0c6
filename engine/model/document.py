"""Documents (文书)."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Document(Base):
    """A document as issued."""

    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("series", "sequence"), Index(None, "code", "issued_on"))

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    code: Mapped[str]
    title: Mapped[str]
    number: Mapped[str | None] = mapped_column(unique=True)
    series: Mapped[str | None]
    sequence: Mapped[int | None]
    issued_on: Mapped[date]
    token: Mapped[str] = mapped_column(unique=True)
    facts_digest: Mapped[str]
    facts: Mapped[dict[str, Any] | None]
    state: Mapped[str]
    served_on: Mapped[date | None]
    pdf_sha256: Mapped[str | None]
    pdf_size: Mapped[int | None]
