"""Uses of tokens (令牌使用): working state, outside the journal."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class TokenUse(Base):
    """When a token was last used."""

    __tablename__ = "token_use"

    token_id: Mapped[str] = mapped_column(ForeignKey("token.id"), primary_key=True)
    used_at: Mapped[datetime]
