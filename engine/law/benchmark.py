"""Discretion tables (裁量基准): decision models with the version and the term under which they were published."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lxml import etree

from engine.dmn import Model, read_model
from engine.dmn.edit import write_attributes
from engine.events.law import RULES, called

__all__ = ["NAMESPACE", "RULES", "Benchmark", "Benchmarks", "read_benchmark", "stamped"]

NAMESPACE = "https://zhifa.example/schema/benchmark"
"""Of the extension attributes on `definitions`; editors keep what they do not know."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One published table: `name` is the cause's id or one of RULES; the term includes both days."""

    name: str
    title: str
    version: str
    valid_from: date
    valid_to: date | None
    model: Model

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the file."""
        return self.model.digest

    def in_force(self, day: date) -> bool:
        """Tell whether the table is in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


Benchmarks = Mapping[str, Benchmark]
"""The tables in force on one day by name."""


@lru_cache(maxsize=256)
def read_benchmark(name: str, xml: bytes) -> Benchmark:
    """Read a table, each content once; a broken model raises ModelError, a missing version or first day ValueError."""
    model = read_model(xml, file=f"{name}.dmn")
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    version, first, last = (root.get(f"{{{NAMESPACE}}}{attribute}") for attribute in ("version", "validFrom", "validTo"))
    if not version or not first:
        raise ValueError(f"{called(name)}缺少版本或者起始日期")
    return Benchmark(name, model.name, version, date.fromisoformat(first), date.fromisoformat(last) if last else None, model)


def stamped(name: str, xml: bytes, version: str, valid_from: date) -> bytes:
    """Return a table with its version and the day on which it begins, every other byte as it was; ModelError as the reader's.

    It ends when the next version begins.
    """
    values = {"version": version, "validFrom": valid_from.isoformat(), "validTo": None}
    return write_attributes(xml, NAMESPACE, "zhifa", values, file=f"{name}.dmn")
