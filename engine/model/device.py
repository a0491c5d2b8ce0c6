"""Devices (电子技术监控设备)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Device(Base):
    """A device under its code, with who registered, reviewed, published and retired it; `remark` is why a review failed.

    `district` is that of who registered it; None for devices of the department's file.
    """

    __tablename__ = "device"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    place: Mapped[str]
    basis: Mapped[str]
    rank: Mapped[str]
    causes: Mapped[list[Any]]
    registered_by: Mapped[str]
    registered_name: Mapped[str]
    registered_at: Mapped[datetime]
    district: Mapped[str | None]
    law_reviewed_on: Mapped[date | None]
    law_reviewer: Mapped[str | None]
    law_reviewer_name: Mapped[str | None]
    technically_reviewed_on: Mapped[date | None]
    technical_reviewer: Mapped[str | None]
    technical_reviewer_name: Mapped[str | None]
    remark: Mapped[str | None]
    published_on: Mapped[date | None]
    publisher_name: Mapped[str | None]
    retired_on: Mapped[date | None]
    retired_reason: Mapped[str | None]
