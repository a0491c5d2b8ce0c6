"""Timers (流程时钟)."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Timer(Base):
    """A token of a process that waits for a deadline; working state.

    `rung` is set where the procedure was told already that the deadline ran out at that instant: it is not told again at the same place.
    """

    __tablename__ = "timer"

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), primary_key=True)
    instance: Mapped[str]
    task_id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str]
    element: Mapped[str]
    rung: Mapped[datetime | None]
