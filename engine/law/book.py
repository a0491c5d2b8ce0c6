"""The law book (现行法): everything in force on one day, as one frozen value that the rules read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from engine.departments.department import Department, read_department
from engine.law.benchmark import Benchmark, Benchmarks, read_benchmark
from engine.law.calendar import Calendar, read_calendar
from engine.law.causes import Causes, read_causes
from engine.law.parameters import Values, read_parameters
from engine.law.seed import Seed
from engine.law.statutes import Statutes, read_statutes


@dataclass(frozen=True, slots=True)
class LawBook:
    """The law in force on `day`: calendar, the city's parameters, statutes, causes, discretion tables and the department itself."""

    day: date
    calendar: Calendar
    parameters: Values
    statutes: Statutes
    causes: Causes
    benchmarks: Benchmarks
    department: Department


def open_book(files: Iterable[Seed], day: date) -> LawBook:
    """Return the law in force on the day, of published files; where several versions are, the one that began last counts.

    Raises LookupError where a kind of file is missing on the day, and whatever the readers raise for a broken one.
    """
    found: dict[tuple[str, str], Seed] = {}
    for file in sorted(files, key=lambda file: file.valid_from):
        if file.kind in {"holiday", "decree"} or file.valid_from <= day:
            found[file.kind, file.name] = file
    tables: dict[str, Benchmark] = {}
    for (kind, name), file in found.items():
        if kind == "discretion" and (table := read_benchmark(name, file.content)).in_force(day):
            tables[name] = table
    return LawBook(
        day=day,
        calendar=_calendar(_all(found, "holiday"), _all(found, "decree")),
        parameters=_parameters(_only(found, "parameter")).at(day),
        statutes=_statutes(_only(found, "statute")),
        causes=_causes(_only(found, "cause")),
        benchmarks=tables,
        department=_department(_only(found, "department")),
    )


# A published text never changes: each is read once, whatever the day on which it is asked.
_calendar = lru_cache(maxsize=64)(read_calendar)
_parameters = lru_cache(maxsize=64)(read_parameters)
_statutes = lru_cache(maxsize=64)(read_statutes)
_causes = lru_cache(maxsize=64)(read_causes)
_department = lru_cache(maxsize=64)(read_department)


def _all(found: dict[tuple[str, str], Seed], wanted: str) -> tuple[str, ...]:
    return tuple(file.content.decode() for (kind, _), file in found.items() if kind == wanted)


def _only(found: dict[tuple[str, str], Seed], kind: str) -> str:
    for (other, _), file in found.items():
        if other == kind:
            return file.content.decode()
    raise LookupError(f"没有有效的{kind}")
