"""Absences (请假外出)."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Absence(Base):
    """Somebody is away, both days included."""

    __tablename__ = "absence"

    id: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(index=True)
    person_name: Mapped[str]
    kind: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    note: Mapped[str | None]
    noted_at: Mapped[datetime]
    noted_name: Mapped[str]
    cancelled_at: Mapped[datetime | None]
