"""Security events (安全事件): working state, outside the journal, kept as long as the parameter says.

Source: 网络安全法 Art. 21(3) (logs for at least six months); GB/T 22239-2019 8.1.4.3.
"""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class SecurityEvent(Base):
    """Something that touches security: a log-in, a failure, a refusal; what comes again within a minute is counted in the same row."""

    __tablename__ = "security_event"
    __table_args__ = (Index(None, "at"), Index(None, "kind", "at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    kind: Mapped[str]
    person: Mapped[str | None]
    person_name: Mapped[str]
    address: Mapped[str]
    detail: Mapped[str]
    count: Mapped[int]
