"""Delegations (授权代理)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Delegation(Base):
    """One person approves in another's stead for a time; `scope` names the matters, `role` the office in which they are approved."""

    __tablename__ = "delegation"

    id: Mapped[str] = mapped_column(primary_key=True)
    delegator: Mapped[str]
    delegator_name: Mapped[str]
    delegate: Mapped[str] = mapped_column(index=True)
    delegate_name: Mapped[str]
    role: Mapped[str]
    district: Mapped[str]
    squad: Mapped[str | None]
    scope: Mapped[list[Any]]
    valid_from: Mapped[date]
    valid_until: Mapped[date]
    reason: Mapped[str]
    granted_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_name: Mapped[str | None]
    ended_reason: Mapped[str | None]
