"""Tasks (待办)."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Task(Base):
    """A step that waits, or waited, for a person."""

    __tablename__ = "task"
    __table_args__ = (Index(None, "case_id", "state"), Index(None, "state", "role"))

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"))
    instance: Mapped[str]
    step: Mapped[str]
    title: Mapped[str]
    form: Mapped[str]
    role: Mapped[str]
    slot: Mapped[str | None]
    process: Mapped[str]
    opened_at: Mapped[datetime]
    state: Mapped[str]
    claimed_by: Mapped[str | None]
    claimed_name: Mapped[str | None]
    done_by: Mapped[str | None]
    done_name: Mapped[str | None]
    done_at: Mapped[datetime | None]
    data: Mapped[dict[str, Any] | None]
