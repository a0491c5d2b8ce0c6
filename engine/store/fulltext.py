"""Full text (全文): the one place that knows how this database finds a run of characters in many texts.

On SQLite an FTS5 table holds every text with its characters apart, and a word is a phrase of characters: exact for any part of any text,
from one character on. Every other database gets a plain table and LIKE.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, column, delete, insert, literal_column, select, table, text

TEXTS = table("search_text", column("rowid"), column("text"))
"""Texts by the number of their row in the table `search`."""

EDGE = "\u00b7"
"""Between two texts of one row, so that no word is found across them; a letter of no word."""

OURS = ("search_text",)
"""Tables that no model describes, by the beginning of their names."""


def prepare(connection: Connection) -> None:
    """Make the table of texts."""
    if connection.dialect.name == "sqlite":
        # The ASCII tokenizer takes every other character for a letter, so that rare ones of newer Unicode are found too.
        connection.execute(text("CREATE VIRTUAL TABLE search_text USING fts5(text, tokenize = 'ascii', columnsize = 0)"))
    else:
        connection.execute(text("CREATE TABLE search_text (rowid INTEGER PRIMARY KEY, text TEXT NOT NULL)"))


def put(connection: Connection, texts: Mapping[int, Sequence[str]]) -> None:
    """Keep the texts of new rows, already in the form in which they are compared."""
    if texts:
        connection.execute(insert(TEXTS), [{"rowid": row, "text": _joined(connection, parts)} for row, parts in texts.items()])


def remove(connection: Connection, rows: Sequence[int]) -> None:
    """Forget the texts of these rows."""
    connection.execute(delete(TEXTS).where(TEXTS.c.rowid.in_(rows)))


def clear(connection: Connection) -> None:
    """Forget all texts."""
    connection.execute(delete(TEXTS))


def rows(connection: Connection, words: Sequence[str]) -> Select[Any]:
    """Return the numbers of the rows whose texts say all the words, as a statement."""
    if connection.dialect.name == "sqlite":
        phrases = " AND ".join(f'"{" ".join(word)}"' for word in words)
        return select(literal_column("rowid")).select_from(TEXTS).where(text("search_text MATCH :phrases").bindparams(phrases=phrases))
    return select(TEXTS.c.rowid).where(and_(*(TEXTS.c.text.contains(word, autoescape=True) for word in words)))


def _joined(connection: Connection, parts: Sequence[str]) -> str:
    return f" {EDGE} ".join(" ".join(part) for part in parts) if connection.dialect.name == "sqlite" else EDGE.join(parts)
