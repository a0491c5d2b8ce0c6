"""People (人员)."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class User(Base):
    """A person with an account; the certificate is an officer's (执法证), the licence a legal reviewer's (法律职业资格).

    A suspension without `certificate_suspended_until` lasts until it is lifted. `reviewer_since` is when somebody began to review decisions:
    who did so before 2018 needs no licence (行政处罚法 Art. 58(2)). `partner` is the other department that somebody outside answers for.
    """

    __tablename__ = "user"

    id: Mapped[str] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    title: Mapped[str | None]
    district: Mapped[str | None]
    squad: Mapped[str | None]
    roles: Mapped[list[Any]]
    partner: Mapped[str | None]
    certificate: Mapped[str | None]
    certificate_from: Mapped[date | None]
    certificate_until: Mapped[date | None]
    certificate_suspended_from: Mapped[date | None]
    certificate_suspended_until: Mapped[date | None]
    certificate_withdrawn_on: Mapped[date | None]
    licence: Mapped[str | None]
    reviewer_since: Mapped[date | None]
    demonstration: Mapped[bool]
    active: Mapped[bool]
