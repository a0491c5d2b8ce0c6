"""Drafts of discretion tables (裁量基准草案)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class BenchmarkDraft(Base):
    """A table that is being prepared: who wrote it, what stands against it, who approved it."""

    __tablename__ = "benchmark_draft"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    version: Mapped[str]
    valid_from: Mapped[date]
    reason: Mapped[str]
    content: Mapped[str]
    sha256: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    author: Mapped[str]
    author_name: Mapped[str]
    at: Mapped[datetime]
    trial: Mapped[dict[str, Any] | None]
    remark: Mapped[str | None]
    approver: Mapped[str | None]
    approver_name: Mapped[str | None]
    approved_at: Mapped[datetime | None]
