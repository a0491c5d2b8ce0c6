"""Comments (批注)."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Comment(Base):
    """What somebody who handles a case said to the others."""

    __tablename__ = "comment"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    person: Mapped[str]
    person_name: Mapped[str]
    text: Mapped[str | None]
    written_at: Mapped[datetime]
