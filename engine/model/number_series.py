"""Number series (文号序列)."""

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class NumberSeries(Base):
    """The last number taken of a series; numbers are taken inside the transaction that uses them, so none is lost."""

    __tablename__ = "number_series"

    id: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]
