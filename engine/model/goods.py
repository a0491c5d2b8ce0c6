"""Goods (涉案物品)."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Goods(Base):
    """A thing held under preservation or seizure, from the day it was taken to its one disposal.

    `origin` is the procedure that took it, `measure` the one that holds it now: a thing that goes over from preservation to seizure keeps
    its row. `intent` is what was decided and is still to be carried out; `lapsed_on` the last day of a power that ended while the thing was
    held. `final` is how a confiscated thing ended for good, on `final_on`, by the paper `final_no`. Amounts in yuan.
    """

    __tablename__ = "goods"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    number: Mapped[int]
    origin: Mapped[str]
    measure: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    quantity: Mapped[Decimal]
    unit: Mapped[str]
    value: Mapped[Decimal | None]
    marks: Mapped[str | None]
    photos: Mapped[list[Any]]
    perishable: Mapped[bool]
    held_at: Mapped[datetime]
    place: Mapped[str]
    keeper: Mapped[str]
    condition: Mapped[str | None]
    intent: Mapped[str | None]
    lapsed_on: Mapped[date | None]
    disposal: Mapped[str | None]
    disposed_on: Mapped[date | None]
    recipient: Mapped[str | None]
    basis: Mapped[str | None]
    proceeds: Mapped[Decimal | None]
    proceeds_to: Mapped[str | None]
    proceeds_on: Mapped[date | None]
    final: Mapped[str | None]
    final_on: Mapped[date | None]
    final_no: Mapped[str | None]
    voucher: Mapped[str | None]
