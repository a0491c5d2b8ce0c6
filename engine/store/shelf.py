"""The law shelf (依据库): what is in force on a day, read from the published versions and kept in memory."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from engine.law.book import LawBook, open_book
from engine.law.seed import Seed
from engine.model import LawVersion
from engine.store.statement import Statement

_PUBLISHED = Statement(select(func.count()).select_from(LawVersion.__table__))
"""How many versions were published: none is ever changed or removed, so the number says which there are."""

_VERSIONS = select(LawVersion.name, LawVersion.kind, LawVersion.valid_from, LawVersion.content).order_by(LawVersion.number)

_LARGEST = 64
"""How many days' books are kept; a book of another day costs the putting together, not the reading."""


class LawShelf:
    """Law books by day; the published versions never change, so a book is right as long as no version was added."""

    def __init__(self) -> None:
        self._books: dict[tuple[date, int], LawBook] = {}
        self._files: tuple[int, Sequence[Seed]] = (0, ())

    def __call__(self, connection: Connection, day: date) -> LawBook:
        """Return the law in force on a day."""
        published = int(_PUBLISHED.rows(connection, {})[0][0])
        book = self._books.get((day, published))
        if book is None:
            if len(self._books) >= _LARGEST:
                self._books.clear()
            book = self._books[day, published] = open_book(self._published(connection, published), day)
        return book

    def _published(self, connection: Connection, published: int) -> Sequence[Seed]:
        known, files = self._files
        if known != published:
            files = [Seed(row.name, row.kind, row.valid_from, row.content.encode()) for row in connection.execute(_VERSIONS)]
            self._files = (published, files)
        return files
