"""Last contacts with other departments' machines (接口往来): working state, outside the journal."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class PartnerContact(Base):
    """The last time that a key was used, or that a message failed, by department and way; `what` says why it failed.

    `way` is `in`, `out`, `refused` or `failed`; the latter two are of no key.
    """

    __tablename__ = "partner_contact"

    id: Mapped[str] = mapped_column(primary_key=True)
    partner: Mapped[str] = mapped_column(index=True)
    way: Mapped[str]
    key_id: Mapped[str | None]
    at: Mapped[datetime]
    what: Mapped[str]
