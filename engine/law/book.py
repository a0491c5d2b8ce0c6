"""The law book (现行法): everything in force on one day, as one frozen value that the rules read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from engine.departments.department import Department, read_department
from engine.law.benchmark import Benchmark, Benchmarks, read_benchmark
from engine.law.calendar import Calendar, read_calendar
from engine.law.causes import Causes, read_causes
from engine.law.parameters import AMENDMENT, Values, read_amendment, read_parameters
from engine.law.seed import Seed
from engine.law.statutes import Statutes, read_statutes


@dataclass(frozen=True, slots=True)
class LawBook:
    """The law in force on `day`: calendar, the city's parameters, statutes, causes, discretion tables and the department itself.

    `editions` are all versions of each table that had begun by the day, the older first: the day of an act is asked of them.
    """

    day: date
    calendar: Calendar
    parameters: Values
    statutes: Statutes
    causes: Causes
    benchmarks: Benchmarks
    department: Department
    editions: Mapping[str, tuple[Benchmark, ...]] = field(default_factory=dict)

    def edition(self, name: str, day: date) -> Benchmark | None:
        """Return the version of a table that was in force on an earlier day, None where there was none yet."""
        begun = [table for table in self.editions.get(name, ()) if table.valid_from <= day]
        return begun[-1] if begun and begun[-1].in_force(day) else None


def open_book(files: Iterable[Seed], day: date) -> LawBook:
    """Return the law in force on the day, of published files; where several versions are, the one that began last counts.

    Raises LookupError where a kind of file is missing on the day, and whatever the readers raise for a broken one.
    """
    found: dict[tuple[str, str], Seed] = {}
    editions: dict[str, tuple[Benchmark, ...]] = {}
    amendments: dict[str, str] = {}
    for file in sorted(files, key=lambda file: file.valid_from):
        if file.kind not in {"holiday", "decree"} and file.valid_from > day:
            continue
        if file.kind == "discretion":
            editions[file.name] = (*editions.get(file.name, ()), read_benchmark(file.name, file.content))
        elif file.kind == AMENDMENT:
            amendments[file.name] = file.content.decode()
        else:
            found[file.kind, file.name] = file
    return LawBook(
        day=day,
        calendar=_calendar(_all(found, "holiday"), _all(found, "decree")),
        parameters=_parameters(_only(found, "parameter")).at(day).amended(_amendment(text) for text in amendments.values()),
        statutes=_statutes(_only(found, "statute")),
        causes=_causes(_only(found, "cause")),
        benchmarks={name: tables[-1] for name, tables in editions.items() if tables[-1].in_force(day)},
        department=_department(_only(found, "department")),
        editions=editions,
    )


# A published text never changes: each is read once, whatever the day on which it is asked.
_calendar = lru_cache(maxsize=64)(read_calendar)
_parameters = lru_cache(maxsize=64)(read_parameters)
_amendment = lru_cache(maxsize=256)(read_amendment)
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
