"""Cases (案件)."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Case(Base):
    """An enforcement case from its clue to the archive, with the head of its journal."""

    __tablename__ = "case"

    id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    head_seq: Mapped[int]
    head_digest: Mapped[str]
    procedure: Mapped[str]
    cause: Mapped[str] = mapped_column(index=True)
    cause_title: Mapped[str]
    title: Mapped[str]
    district: Mapped[str] = mapped_column(index=True)
    squad: Mapped[str | None]
    lead: Mapped[str]
    lead_name: Mapped[str]
    second: Mapped[str | None]
    second_name: Mapped[str | None]
    second_confirmed: Mapped[bool | None]
    source: Mapped[str]
    inspection: Mapped[str | None] = mapped_column(index=True)
    discovered_on: Mapped[date]
    place: Mapped[str | None]
    grid: Mapped[str | None]
    description: Mapped[str | None]
    opened_at: Mapped[datetime] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(index=True)
    overdue: Mapped[bool | None]
    suspended_on: Mapped[date | None]
    transferred_on: Mapped[date | None]
    recused: Mapped[str | None]
    number: Mapped[str | None] = mapped_column(unique=True)
    filed_on: Mapped[date | None]
    assessment_id: Mapped[str | None]
    panel: Mapped[str | None]
    proposed_outcome: Mapped[str | None]
    proposed_fine: Mapped[Decimal | None]
    plea: Mapped[str | None]
    plea_on: Mapped[date | None]
    plea_accepted: Mapped[str | None]
    plea_finding: Mapped[str | None]
    outcome: Mapped[str | None]
    fine: Mapped[Decimal | None]
    gains: Mapped[Decimal | None]
    decided_on: Mapped[date | None]
    decider: Mapped[str | None]
    settled: Mapped[bool | None]
    published_on: Mapped[date | None]
    withheld: Mapped[str | None]
    closed_on: Mapped[date | None]
    archived_on: Mapped[date | None]
    volume: Mapped[str | None]
