"""Re-checks for fines by the day (按日连续处罚的复查)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Recheck(Base):
    """What a re-check of a fined case found; the id is that of the procedure.

    `decision_id` is the paper that fined, `order_id` the order to correct; the days from `first_on` to `checked_on`, both included, are
    those for which a refusal is fined.
    """

    __tablename__ = "recheck"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    decision_id: Mapped[str]
    order_id: Mapped[str]
    checked_on: Mapped[date]
    result: Mapped[str]
    first_on: Mapped[date]
