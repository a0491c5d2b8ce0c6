"""Parties (当事人)."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Party(Base):
    """A party of a case: number 1 is the one on whom the case decides, further ones are joint violators (共同当事人) with cases of their own."""

    __tablename__ = "party"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    number: Mapped[int]
    kind: Mapped[str]
    name: Mapped[str | None]
    code: Mapped[str | None] = mapped_column(index=True)
    legal_representative: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    part: Mapped[str | None]
