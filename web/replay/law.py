"""The law of a past day (当时的依据): on which statute, table and version the case rested after an entry."""

from collections.abc import Iterator

from engine.law.benchmark import RULES
from engine.law.citation import spelled
from web.replay.inner import Pair
from web.replay.sheet import Tables


def law(tables: Tables) -> tuple[Pair, ...]:
    """Return what the assessment in force rested on, and where each running deadline comes from; nothing before there is either."""
    return tuple(dict.fromkeys((*_assessment(tables), *_deadlines(tables))))


def _assessment(tables: Tables) -> Iterator[Pair]:
    case = next(iter(tables.get("case", {}).values()), {})
    told = tables.get("assessment", {}).get(str(case.get("assessment_id")), {}).get("explanation")
    if not told:
        return
    yield "处罚依据", str(told.get("basis_full", ""))
    yield "裁量基准", f"{told.get('benchmark', '')} {told.get('version', '')}"
    yield from ((RULES.get(run["table"], f"表{run['table']}"), f"{run['version']}，摘要{str(run['digest'])[:12]}…") for run in told.get("runs") or ())


def _deadlines(tables: Tables) -> Iterator[Pair]:
    for row in tables.get("deadline", {}).values():
        if row.get("state") in {"running", "suspended"}:
            yield str(row["title"]), spelled(str(row["basis"]))
