"""Inspections of enterprises (涉企行政检查)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Inspection(Base):
    """A visit of two officers to an enterprise, from its registration before they go to the result.

    `kind` is routine, special or lead; only a lead has a `ground`, and no `plans`. `state` is registered, returned, approved, cancelled,
    started or ended; `remark` is why it was returned or cancelled. `finding` is none, corrected or clue.
    `district` is that of the first officer.
    """

    __tablename__ = "inspection"

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str | None] = mapped_column(unique=True)
    year: Mapped[int] = mapped_column(index=True)
    uscc: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    place: Mapped[str]
    kind: Mapped[str]
    plans: Mapped[list[Any]]
    matter: Mapped[str]
    ground: Mapped[str | None]
    lead: Mapped[str | None]
    scheme: Mapped[str]
    planned_on: Mapped[date]
    first: Mapped[str]
    first_name: Mapped[str]
    second: Mapped[str]
    second_name: Mapped[str]
    announced: Mapped[bool]
    unannounced_reason: Mapped[str | None]
    district: Mapped[str | None]
    registered_by: Mapped[str]
    registered_name: Mapped[str]
    registered_at: Mapped[datetime]
    state: Mapped[str]
    remark: Mapped[str | None]
    approver: Mapped[str | None]
    approver_name: Mapped[str | None]
    approved_at: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    scan_code: Mapped[str | None]
    received_by: Mapped[str | None]
    finding: Mapped[str | None]
    outcome: Mapped[str | None]
    told_on: Mapped[date | None]
    ended_on: Mapped[date | None]
