"""The seeds, read once: what a city's published law looks like to the rules."""

from pathlib import Path

from engine.law.calendar import read_calendar
from engine.law.parameters import read_parameters

LAW = Path(__file__).resolve().parents[3] / "engine" / "law"


def text(name: str) -> str:
    """Return a seed's text by its path below engine/law."""
    return (LAW / name).read_text(encoding="utf-8")


CALENDAR = read_calendar([text("holidays/2026.toml")])
PARAMETERS = read_parameters(text("parameters.toml"))
