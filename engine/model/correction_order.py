"""Orders to correct (责令改正)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class CorrectionOrder(Base):
    """What the party must put right until when, and what the re-inspection showed; `document_id` is None where the decision ordered it.

    The id is that of the procedure, and the subject of its clock `correction`.
    """

    __tablename__ = "correction_order"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    document_id: Mapped[str | None]
    demand: Mapped[str | None]
    until: Mapped[date]
    ordered_on: Mapped[date]
    inspected_on: Mapped[date | None]
    result: Mapped[str | None]
    corrected_on: Mapped[date | None]
    refused: Mapped[bool | None]
