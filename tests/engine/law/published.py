"""The seeds, read once: what a city's published law looks like to the rules."""

from datetime import date
from pathlib import Path

from engine.law.book import open_book
from engine.law.calendar import read_calendar
from engine.law.causes import read_causes
from engine.law.national import national_tables
from engine.law.parameters import read_parameters
from engine.law.seed import seeds
from engine.law.statutes import read_statutes

LAW = Path(__file__).resolve().parents[3] / "engine" / "law"


def text(name: str) -> str:
    """Return a seed's text by its path below engine/law."""
    return (LAW / name).read_text(encoding="utf-8")


CALENDAR = read_calendar([national_tables()])
PARAMETERS = read_parameters(text("parameters.toml"))
STATUTES = read_statutes(text("statutes.toml"))
CAUSES = read_causes(text("causes.toml"))
BOOK = open_book(seeds(), date(2026, 10, 26))
