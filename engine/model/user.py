"""People (人员)."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class User(Base):
    """A person with an account."""

    __tablename__ = "user"

    id: Mapped[str] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    title: Mapped[str | None]
    district: Mapped[str | None]
    squad: Mapped[str | None]
    roles: Mapped[list[Any]]
    certificate: Mapped[str | None]
    certificate_from: Mapped[date | None]
    certificate_until: Mapped[date | None]
    demonstration: Mapped[bool]
    active: Mapped[bool]
