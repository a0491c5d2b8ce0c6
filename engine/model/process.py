"""Running procedures (流程实例)."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class ProcessState(Base):
    """One procedure of a case: the main one, which has the id of the case, or one beside it.

    Its state is working state, provable from the journal; the rest is what facts told. The main procedure has no title of its own and no
    end: the case itself says both.
    """

    __tablename__ = "process"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    procedure: Mapped[str]
    form: Mapped[str | None]
    bundle: Mapped[str] = mapped_column(ForeignKey("bundle.id"))
    title: Mapped[str | None]
    subject: Mapped[str | None]
    started_at: Mapped[datetime]
    started_by: Mapped[str]
    started_name: Mapped[str]
    data: Mapped[dict[str, Any] | None]
    ended_at: Mapped[datetime | None]
    ended_as: Mapped[str | None]
    snapshot: Mapped[bytes] = mapped_column(LargeBinary)
    finished: Mapped[bool]
