"""Matters (事由): how each cause of the demonstration is put into words in the papers of its cases."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What is seen and written in cases of one cause.

    Attributes:
        gone: what is found where there is no case.
        photo: name and purpose of the second photo.
        asked: what the party is asked about.
        facts: the report's facts, with places for `you`, `place`, `quantity`, `gains` and `excess`.
        spared: why a case is let go without penalty.
        gains: the unlawful gains, where the basis has them confiscated; empty where the plan says them or none are.
        goods: what is confiscated besides.
        goods_value: what that is worth, in yuan.
    """

    cause: str
    clue: str
    record: str
    seen: str
    gone: str
    filing: str
    inspected: str
    photo: tuple[str, str]
    asked: str
    facts: str
    spared: str
    summary: str
    gains: str = ""
    goods: str = ""
    goods_value: str = ""


_FILE = Path(__file__).with_name("matters.toml")

MATTERS: Mapping[str, Matter] = {
    name: Matter(**{**entry, "photo": tuple(entry["photo"])}) for name, entry in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()
}
"""The matters by the name that plans use."""
