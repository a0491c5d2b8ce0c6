"""Parties (当事人)."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Party(Base):
    """A party of a case."""

    __tablename__ = "party"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    kind: Mapped[str]
    name: Mapped[str | None]
    code: Mapped[str | None] = mapped_column(index=True)
    legal_representative: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
