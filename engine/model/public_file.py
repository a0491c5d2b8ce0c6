"""Files beside a publication (公示附件)."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class PublicFile(Base):
    """A file that goes public with the decision of its case; `state` is attached or removed."""

    __tablename__ = "public_file"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    title: Mapped[str]
    file_name: Mapped[str]
    media_type: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    state: Mapped[str]
    person_name: Mapped[str]
    attached_at: Mapped[datetime]
