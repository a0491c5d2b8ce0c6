"""Requests for help to other departments (执法协作)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from engine.model.base import Base


class Collaboration(Base):
    """A request as it was sent, under the id of its procedure, or a copy of its letter.

    `materials` (evidence) and `papers` are all of the case that its department may see beside the letter.
    `link` is the SHA-256 of the secret in the address by which a department without accounts answers.
    """

    __tablename__ = "collaboration"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    partner: Mapped[str] = mapped_column(index=True)
    partner_name: Mapped[str]
    kind: Mapped[str]
    questions: Mapped[str | None]
    materials: Mapped[list[Any]]
    papers: Mapped[list[Any] | None]
    document_id: Mapped[str]
    number: Mapped[str]
    sent_at: Mapped[datetime]
    due: Mapped[date]
    link: Mapped[str | None] = mapped_column(unique=True)
    link_until: Mapped[date | None]
    delays: Mapped[int]
    outcome: Mapped[str | None]
    answer: Mapped[str | None]
    replied_at: Mapped[datetime | None]
    replied_name: Mapped[str | None]
    way: Mapped[str | None]
    taken_at: Mapped[datetime | None]
    taken_name: Mapped[str | None]
