"""Opinions (意见)."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Opinion(Base):
    """What somebody said when approving, reviewing or returning; `stead` is the person in whose stead, None where in person."""

    __tablename__ = "opinion"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    step: Mapped[str]
    title: Mapped[str]
    person: Mapped[str]
    person_name: Mapped[str]
    result: Mapped[str]
    result_title: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime]
    stead: Mapped[str | None]
