"""Past cases for a draft (试算的案件): what the tables saw of them then, read from their assessments."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from engine.clock import local_date
from engine.dmn import Model
from engine.law.benchmark import RULES, Benchmark
from engine.law.book import LawBook
from engine.model import Assessment, Case
from engine.rules.amount import TABLE as AMOUNTS
from engine.rules.benchmark import uses
from engine.rules.rate import product
from engine.rules.rule_trial import PastRuns, try_rule
from engine.rules.table import find_table
from engine.rules.tier import CORRECTED, FIRST, REFUSED
from engine.rules.trial import LARGEST, PastCase, Trial, try_table

_ASSESSED = (
    select(Case.number, Assessment.tier, Assessment.outcome, Assessment.facts, Assessment.explanation, Assessment.at)
    .join(Case, Case.assessment_id == Assessment.id)
    .where(Case.number.is_not(None))
    .order_by(Assessment.at.desc(), Case.number)
)


def tried(connection: Connection, law: LawBook, draft: Benchmark) -> Trial:
    """Return what a draft would have meant for the cases that were assessed under it, the newest first and no more than five thousand.

    Cases that had no tier then are among them, each with the reason why nothing can be told. What a tier comes to is reckoned by the rule
    of amounts that was in force when the case was assessed, so that only the draft makes a difference.
    """
    if draft.name in RULES:
        rows, left_out = _assessed(connection, _ASSESSED)
        return try_rule(draft, [past_runs(row, law) for row in rows], left_out=left_out)
    used = uses(draft.name, law)
    rows, left_out = _assessed(
        connection,
        _ASSESSED.where(
            Case.cause.in_(sorted({use.cause.id for use in used})),
            Assessment.explanation["limb"].as_string().in_(sorted({use.limb.key for use in used})),
        ),
    )
    bases = {use.limb.key: use.limb.base for use in used}
    cases = [case for row in rows if (case := past_case(row, draft, bases, law)) is not None]
    unit = used[0].basis.unit if used else "yuan"
    return try_table(draft.model, cases, left_out=left_out, unit=unit)


def _assessed(connection: Connection, statement: Select[Any]) -> tuple[Sequence[Row[Any]], int]:
    """Return the newest cases, and how many older ones are left out."""
    whole = connection.execute(select(func.count()).select_from(statement.subquery())).scalar_one()
    return connection.execute(statement.limit(LARGEST)).all(), max(0, whole - LARGEST)


def past_runs(row: Row[Any], law: LawBook) -> PastRuns:
    """Return a case with the runs of its assessment, and the reason where it was not punished by a tier."""
    amount = row.explanation.get("amount")
    told = row.outcome == "penalty" and amount is not None
    return PastRuns(
        number=row.number,
        runs=row.explanation.get("runs") or (),
        tier=row.tier or "",
        amount=Decimal(amount) if told else None,
        amounts=_amounts(row, law),
        reason="" if told else _untold(row),
    )


def past_case(row: Row[Any], draft: Benchmark, bases: Mapping[str, Sequence[str]], law: LawBook) -> PastCase | None:
    """Return a case as its table saw it, with the reason where it saw none; None where it was assessed by another table.

    `bases` names for each limb the quantities whose product a range in rates is taken of.
    """
    facts, explained = row.facts, row.explanation
    made = next((run for run in explained.get("runs", ()) if run["code"] == "D2"), None)
    if made is not None and made["table"] != draft.name:
        return None
    told = made is not None and explained.get("amount") is not None
    told_of: dict[str, object] = {REFUSED: bool(facts.get("refused")), CORRECTED: bool(facts.get("corrected"))}
    examined: Mapping[str, object] = next((run["outcome"]["inputs"] for run in explained.get("runs", ()) if run["code"] == "D1"), {})
    if FIRST in examined:
        told_of[FIRST] = examined[FIRST]
    seen = {**told_of, **(_seen(made["outcome"]) if made else {})}
    parts = [facts.get(key) for key in bases.get(explained["limb"], ())]
    return PastCase(
        number=row.number,
        inputs={key: _typed(value, draft.model, key) for key, value in seen.items()},
        tier=row.tier or "",
        amount=Decimal(explained["amount"]) if told else None,
        lenient=int(explained["lenient"]),
        severe=int(explained["severe"]),
        amounts=_amounts(row, law),
        reason="" if told else _untold(row),
        base=None if None in parts or not parts else product(*(Decimal(str(part)) for part in parts)),
    )


def _amounts(row: Row[Any], law: LawBook) -> Benchmark:
    """Return the version of the rule of amounts that was in force when a case was assessed; today's where the day was not kept."""
    then = law.edition(AMOUNTS, local_date(row.at)) if row.at else None
    return then or find_table(AMOUNTS, law)


UNPUNISHED: Mapping[str, str] = {"不予": "当时不予处罚", "可以不予": "当时不予处罚", "时效已过": "当时已过追诉时效"}
"""How a case ended that was not punished, by what the tables concluded."""


def _untold(row: Row[Any]) -> str:
    """Return why a case was assessed without a tier."""
    if row.outcome != "penalty":
        return f"{UNPUNISHED.get(str(row.explanation.get('exemption')), '当时没有处罚')}，没有按阶次评定"
    return "当时按法定定额处罚，不用裁量基准" if row.tier else "当时没有适用的阶次，经集体讨论决定"


def _seen(outcome: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(outcome["inputs"])
    for required in outcome["required"]:
        found |= _seen(required)
    return found


def _typed(value: object, model: Model, name: str) -> object:
    """Return a recorded value, numbers as numbers: the journal writes them as texts."""
    wanted = model.inputs.get(name)
    if not isinstance(value, str) or wanted is None or wanted.kind != "number":
        return value
    try:
        return Decimal(value)
    except InvalidOperation:
        return value
