"""Running processes (流程实例)."""

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class ProcessState(Base):
    """The process of a case as it stands: working state, provable from the journal."""

    __tablename__ = "process"

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), primary_key=True)
    bundle: Mapped[str] = mapped_column(ForeignKey("bundle.id"))
    snapshot: Mapped[bytes] = mapped_column(LargeBinary)
    finished: Mapped[bool]
