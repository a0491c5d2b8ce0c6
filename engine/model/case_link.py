"""Links between cases (案件关联)."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class CaseLink(Base):
    """Another case that belongs beside a case; it is recorded in one of the two and seen from both.

    `recheck` is the re-check of the other case because of which this one fines for every day; None of other links.
    """

    __tablename__ = "case_link"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    other_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    reason: Mapped[str | None]
    person_name: Mapped[str]
    linked_at: Mapped[datetime]
    recheck: Mapped[str | None]
