"""Publications (公示)."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Publication(Base):
    """A masked decision as the public sees it; `state` is published, withdrawn, or ended when its term is over.

    `kinds` holds the kinds of penalty in bars, |罚款|警告|; `words` what is searched, in the form in which it is compared.
    `again_of` is the withdrawn publication in whose place this one came, `first_on` the day of the very first.
    """

    __tablename__ = "publication"
    __table_args__ = (Index("ix_publication_state_published_on", "state", "published_on"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    number: Mapped[str]
    district: Mapped[str]
    published_on: Mapped[date] = mapped_column(index=True)
    until: Mapped[date | None]
    content: Mapped[dict[str, Any]]
    state: Mapped[str]
    cause: Mapped[str | None]
    procedure: Mapped[str | None]
    kinds: Mapped[str | None]
    severity: Mapped[str | None]
    decided_on: Mapped[date | None]
    words: Mapped[str | None]
    ended_on: Mapped[date | None]
    ground: Mapped[str | None]
    reason: Mapped[str | None]
    copy_sha256: Mapped[str | None]
    copy_size: Mapped[int | None]
    again_of: Mapped[str | None]
    again_reason: Mapped[str | None]
    first_on: Mapped[date | None]
