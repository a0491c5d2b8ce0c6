"""Service records (送达)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Service(Base):
    """How a document reached its recipient."""

    __tablename__ = "service"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"))
    way: Mapped[str]
    served_on: Mapped[date]
    recipient: Mapped[str | None]
    relation: Mapped[str | None]
    place: Mapped[str | None]
    witness: Mapped[str | None]
    receipt_no: Mapped[str | None]
