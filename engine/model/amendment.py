"""Amendments (变更记录)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Amendment(Base):
    """How a party or participant stood before something was changed, and why it was; rows are only added.

    `subject` is party or participant; `act` says what was done: amended, struck, capacity, corrected, renamed, merged or divided.
    `anew` is how many reports there were when the party became another one, so that the case must be assessed and the party told anew.
    """

    __tablename__ = "amendment"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    subject: Mapped[str]
    subject_id: Mapped[str]
    act: Mapped[str]
    amended: Mapped[str | None]
    reason: Mapped[str | None]
    told_by: Mapped[str | None]
    before: Mapped[dict[str, Any] | None]
    changed_on: Mapped[date | None]
    anew: Mapped[int | None]
    person_name: Mapped[str]
    made_at: Mapped[datetime]
