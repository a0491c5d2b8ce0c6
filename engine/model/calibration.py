"""Certificates of devices (检定校准证书)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Calibration(Base):
    """A certificate of a device with the days on which it is in force, both included."""

    __tablename__ = "calibration"

    id: Mapped[str] = mapped_column(primary_key=True)
    device: Mapped[str] = mapped_column(ForeignKey("device.id"), index=True)
    certificate: Mapped[str]
    issuer: Mapped[str]
    valid_from: Mapped[date]
    valid_until: Mapped[date]
    recorded_name: Mapped[str]
    recorded_at: Mapped[datetime]
