"""Seeds (种子数据): the law as it is packaged; what is in force are the versions published from it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engine.law.benchmark import read_benchmark
from engine.law.national import national_tables

_ROOT = Path(__file__).resolve().parents[2]
_BEGINNING = date(1949, 10, 1)


@dataclass(frozen=True, slots=True)
class Seed:
    """A packaged file; `kind` is holiday, decree, parameter, statute, cause, department or discretion."""

    name: str
    kind: str
    valid_from: date
    content: bytes


def seeds() -> tuple[Seed, ...]:
    """Return every packaged file of the law, in a stable order.

    A file whose entries carry their own dates (statutes, parameters, departments) is valid from the beginning.
    """
    law = _ROOT / "engine" / "law"
    found = [*_toml("statute", law / "statutes.toml"), *_toml("parameter", law / "parameters.toml"), *_toml("cause", law / "causes.toml")]
    found.append(Seed("national", "holiday", _BEGINNING, national_tables().encode()))
    for path in sorted((_ROOT / "engine" / "departments").glob("*.toml")):
        found += _toml("department", path)
    for path in [*sorted((_ROOT / "processes" / "discretion").glob("*.dmn")), _ROOT / "processes" / "routing.dmn"]:
        content = path.read_bytes()
        found.append(Seed(path.stem, "discretion", read_benchmark(path.stem, content).valid_from, content))
    return tuple(found)


def _toml(kind: str, path: Path) -> Iterator[Seed]:
    content = path.read_bytes()
    data = tomllib.loads(content.decode())
    yield Seed(path.stem, kind, data.get("valid_from", _BEGINNING), content)
