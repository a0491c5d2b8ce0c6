"""The store of measurements (测量库): one SQLite table with one row per process."""

import sqlite3
from pathlib import Path


def opened(folder: Path, *, full: bool) -> sqlite3.Connection:
    """Return a new database in write-ahead mode; `full` waits for the disk at each commit."""
    connection = sqlite3.connect(folder / "bench.sqlite", isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    connection.execute(f"pragma synchronous = {'full' if full else 'normal'}")
    connection.execute("create table process (id integer primary key, state blob)")
    return connection
