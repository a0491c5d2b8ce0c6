"""Keys of other departments' machines (接口密钥)."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class PartnerKey(Base):
    """A key that a department and this installation share; the key itself is stored nowhere.

    It is made from the installation's own secret, the department and `salt`. `mark` is the beginning of its SHA-256, by which both sides
    can tell which key they hold; `until` is the instant at which it ends after another took its place.
    """

    __tablename__ = "partner_key"

    id: Mapped[str] = mapped_column(primary_key=True)
    partner: Mapped[str] = mapped_column(index=True)
    salt: Mapped[str]
    mark: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    until: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
