"""Remedies (复议诉讼): what the party undertook against the decision, and what became of it."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Remedy(Base):
    """A reconsideration or a litigation against an act in a case; its id is that of its procedure.

    The surcharge stands still from `paused_from` to `paused_until`, both included. `before` and `fine` are yuan, before and after;
    `refund` is what was paid too much. `flaw` says whether only the procedure was wrong. `against` is the id of the paper of another act than
    the penalty, `act` its title; None where the penalty is challenged. Of a decision on the surcharge `before` and `fine` are the sum, of other
    acts `content` is what they say as changed; `gains_before` and `gains` are the
    confiscated gains in yuan, None where they were not touched. `applicant` is the participant who challenges it, None where the party does.
    """

    __tablename__ = "remedy"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    kind: Mapped[str]
    against: Mapped[str | None]
    act: Mapped[str | None]
    applicant: Mapped[str | None]
    applicant_name: Mapped[str | None]
    organ: Mapped[str]
    number: Mapped[str | None]
    filed_on: Mapped[date]
    received_on: Mapped[date | None]
    stayed: Mapped[bool | None]
    paused_from: Mapped[date | None]
    paused_until: Mapped[date | None]
    result: Mapped[str | None]
    document_no: Mapped[str | None]
    effective_on: Mapped[date | None]
    flaw: Mapped[str | None]
    before: Mapped[Decimal | None]
    fine: Mapped[Decimal | None]
    refund: Mapped[Decimal | None]
    content: Mapped[str | None]
    gains_before: Mapped[Decimal | None]
    gains: Mapped[Decimal | None]
