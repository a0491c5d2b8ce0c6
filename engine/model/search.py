"""The index of the search (检索): derived from the cases, outside the journal, and made anew at any time."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class SearchEntry(Base):
    """What a case is found and sorted by, as it was at a version of the case.

    Attributes:
        fine: in fen, so that the database compares it as a number.
        due: the last day of the agency's nearest running clock, or of the payment.
    """

    __tablename__ = "search"
    __table_args__ = (Index(None, "case_id", "version", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    procedure: Mapped[str]
    cause: Mapped[str]
    cause_title: Mapped[str]
    district: Mapped[str]
    squad: Mapped[str | None]
    lead: Mapped[str]
    lead_name: Mapped[str]
    state: Mapped[str]
    outcome: Mapped[str | None]
    fine: Mapped[int | None]
    opened_at: Mapped[datetime] = mapped_column(index=True)
    filed_on: Mapped[date | None]
    decided_on: Mapped[date | None]
    due: Mapped[date | None]
    provisional: Mapped[bool]
