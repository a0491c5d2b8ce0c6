"""Process bundles (流程版本)."""

from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class ProcessBundle(Base):
    """Processes as published together, under the digest of their content."""

    __tablename__ = "bundle"
    __table_args__ = (UniqueConstraint("root", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    root: Mapped[str]
    number: Mapped[int]
    files: Mapped[dict[str, Any]]
