"""Proposals for parameters (参数调整)."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class ParameterProposal(Base):
    """Another value for a parameter of the city from a day on: who proposed it, who approved it."""

    __tablename__ = "parameter_proposal"

    id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str]
    title: Mapped[str]
    value: Mapped[str]
    valid_from: Mapped[date]
    source: Mapped[str]
    reason: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    author: Mapped[str]
    author_name: Mapped[str]
    at: Mapped[datetime]
    remark: Mapped[str | None]
    approver: Mapped[str | None]
    approver_name: Mapped[str | None]
    approved_at: Mapped[datetime | None]
