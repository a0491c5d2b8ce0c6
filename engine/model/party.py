"""Parties (当事人)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Party(Base):
    """A party of a case: number 1 is the one on whom the case decides, further ones are joint violators (共同当事人) with cases of their own.

    `code` is the social credit code or the number of the identity card, or of another paper of the kind `code_kind`, with the birth date
    `born` that it shows; `uncoded` says why an organisation has none. `capacity` is none or limited of an adult who needs a guardian, else full or
    not said; `former` says in whose place the party stands, or what it was called; whoever was struck off stays readable.
    """

    __tablename__ = "party"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    number: Mapped[int]
    kind: Mapped[str]
    name: Mapped[str | None]
    code: Mapped[str | None] = mapped_column(index=True)
    code_kind: Mapped[str | None]
    born: Mapped[str | None]
    uncoded: Mapped[str | None]
    legal_representative: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    part: Mapped[str | None]
    capacity: Mapped[str | None]
    former: Mapped[str | None]
    struck_on: Mapped[date | None]
    struck_ground: Mapped[str | None]
