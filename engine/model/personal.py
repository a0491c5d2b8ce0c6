"""Personal data (个人信息): plain texts that can be erased while the chain stays whole."""

from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Personal(Base):
    """A value with its salt, under the commitment that the journal holds."""

    __tablename__ = "personal"

    commitment: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    salt: Mapped[str]
    value: Mapped[str | None]
