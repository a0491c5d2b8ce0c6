"""Publications (公示)."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Publication(Base):
    """A masked decision as the public sees it."""

    __tablename__ = "publication"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    number: Mapped[str]
    district: Mapped[str]
    published_on: Mapped[date] = mapped_column(index=True)
    until: Mapped[date | None]
    content: Mapped[dict[str, Any]]
    state: Mapped[str]
