"""The city's own rules (地方规定): what is cited where national law leaves a matter to the city; `local.toml` names the articles."""

import tomllib
from pathlib import Path

_NAMED: dict[str, str] = tomllib.loads((Path(__file__).parent / "local.toml").read_text("utf-8"))


def local_rule(matter: str) -> str:
    """Return the short citation of the city's rule on a matter, as in 城市管理条例 26②; raise KeyError where the city names none."""
    return _NAMED[matter]
