"""The law shelf (依据库): what is in force on a day, read from the published versions and kept in memory."""

from datetime import date

from sqlalchemy import Connection, select

from engine.law.book import LawBook, open_book
from engine.law.seed import Seed
from engine.model import LawVersion


class LawShelf:
    """Law books by day; the published versions never change, so a book is right as long as no version was added."""

    def __init__(self) -> None:
        self._books: dict[tuple[date, tuple[str, ...]], LawBook] = {}

    def __call__(self, connection: Connection, day: date) -> LawBook:
        """Return the law in force on a day."""
        digests = tuple(connection.execute(select(LawVersion.sha256).order_by(LawVersion.number)).scalars())
        book = self._books.get((day, digests))
        if book is None:
            versions = connection.execute(
                select(LawVersion.name, LawVersion.kind, LawVersion.valid_from, LawVersion.content).order_by(LawVersion.number)
            )
            files = [Seed(row.name, row.kind, row.valid_from, row.content.encode()) for row in versions]
            if len(self._books) > 64:
                self._books.clear()
            book = self._books[day, digests] = open_book(files, day)
        return book
