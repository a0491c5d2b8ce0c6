"""Runs of published tables (裁量表的运行): find the table in force, evaluate it, keep what it saw."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from engine.dmn import Model, Outcome, evaluate
from engine.dmn.outcome import plain
from engine.errors import LawError
from engine.feel import feel_value
from engine.law.benchmark import RULES, Benchmark
from engine.law.book import LawBook
from engine.rules.assessment import Run

TO_THE_PANEL = "应当提请集体讨论，在法定幅度内决定。"


def find_table(name: str, law: LawBook) -> Benchmark:
    """Return a table in force; refuse with `no_benchmark` where there is none: no tier is ever assumed (行政处罚法 Art. 34)."""
    table = law.benchmarks.get(name)
    if table is None:
        if name in RULES:
            message = f"没有公布{RULES[name]}：请法制科在“裁量基准”中发布后再办理。"
            raise LawError("no_benchmark", message, basis="行政处罚法 34")
        message = f"{_cause(name, law)}没有公布的裁量基准，{TO_THE_PANEL}"
        raise LawError("no_benchmark", message, basis="行政处罚法 34", field="untiered")
    return table


def _cause(name: str, law: LawBook) -> str:
    """Return the cause whose table it is, as it is called; the name itself of a table that no cause uses."""
    causes = law.causes.causes.values()
    found = next((cause for cause in causes if name in {cause.id, *(basis.table for limb in cause.limbs.values() for basis in limb.bases)}), None)
    return f"“{found.brief}”" if found else name


def tables_for(name: str, law: LawBook, act_end: date) -> tuple[Benchmark, ...]:
    """Return the table in force today and, where another version was in force at the act, that one before it.

    Refuses with `no_benchmark` where none is in force today.
    """
    now = find_table(name, law)
    then = law.edition(name, act_end)
    return (now,) if then is None or then.digest == now.digest else (then, now)


def run(code: str, name: str, decision: str, values: Mapping[str, object], law: LawBook, *, title: str = "") -> tuple[Outcome, Run]:
    """Return the outcome of a decision of a table in force, and the run that can be kept and made again; `code` is D0 to D6.

    `title` says what was decided where the name of the decision is not enough.
    """
    return run_table(code, find_table(name, law), decision, values, title=title)


def run_table(code: str, table: Benchmark, decision: str, values: Mapping[str, object], *, title: str = "") -> tuple[Outcome, Run]:
    """Return the same for one version of a table."""
    outcome = evaluate(table.model, decision, values)
    given = {name: plain(feel_value(values[name])) for name in sorted(table.model.needs(decision))}
    made = Run(
        code=code,
        title=title or outcome.name,
        table=table.name,
        version=table.version,
        digest=table.digest,
        outcome=outcome.explain(),
        given=given,
    )
    return outcome, made


def rerun(made: Mapping[str, Any], model: Model, instead: Mapping[str, object] | None = None) -> Outcome:
    """Return the outcome of a recorded run, made again by a version of its table from what went in then, or `instead` of that.

    Raises DecisionError where the version asks for what was not recorded.
    """
    given = {**made.get("given", {}), **(instead or {})}
    restored = {name: model.inputs[name].restored(value) if name in model.inputs else value for name, value in given.items()}
    return evaluate(model, made["outcome"]["decision"], restored)
