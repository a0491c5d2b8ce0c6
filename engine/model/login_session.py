"""Sessions (登录会话): working state, outside the journal."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class LoginSession(Base):
    """Somebody is logged in on a device; the row is gone when the session is over."""

    __tablename__ = "login_session"

    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    began_at: Mapped[datetime]
    address: Mapped[str]
    agent: Mapped[str]
