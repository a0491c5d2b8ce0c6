"""Every parameter that the law leaves to the city is read by something: a value that nobody reads would deceive whoever changes it."""

import re
from pathlib import Path

import pytest

from engine.rules.parameter import FIXED
from tests.engine.law.published import PARAMETERS

ROOT = Path(__file__).parents[3]
FOLDERS = ("engine", "forms", "printing", "processes", "web")
SUFFIXES = {".py", ".bpmn", ".dmn", ".html"}
CHOSEN = ROOT / "engine" / "rules" / "parameter.py"
"""What may be chosen for a parameter, which is not to read it."""
SPLIT = re.compile(r"\{[^{}]*\}")


def _texts() -> list[str]:
    found = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*")) if path.suffix in SUFFIXES and path != CHOSEN]
    return [path.read_text(encoding="utf-8") for path in found]


def _said(texts: list[str]) -> tuple[set[str], list[re.Pattern[str]]]:
    """Return the keys that are written out, and those that are put together, as patterns."""
    words = {word for text in texts for word in re.findall(r"[\"']([a-z_0-9]+(?:\.[a-z_0-9]+)+)[\"']", text)}
    composed = {word for text in texts for word in re.findall(r"f\"([a-z_0-9.]*\.\{[^{}]*\}[a-z_0-9.{}]*)\"", text)}
    composed |= {word for text in texts for word in re.findall(r"f\"([a-z_0-9]+(?:\.[a-z_0-9]+)*\.\{[^\"]*)\"", text)}
    return words, [re.compile("[a-z_0-9]+".join(re.escape(part) for part in SPLIT.split(word))) for word in composed]


WORDS, PATTERNS = _said(_texts())


@pytest.mark.parametrize("key", sorted({entry.key for entry in PARAMETERS.entries}))
def test_every_parameter_is_read(key: str) -> None:
    """Those that only say how the procedures are made are fixed, and their page says so."""
    assert key in FIXED or key in WORDS or any(pattern.fullmatch(key) for pattern in PATTERNS)
