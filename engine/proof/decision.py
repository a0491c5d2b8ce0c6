"""Decisions made again (裁量重算): every recorded run, by the version of its table and what went in then, must say what it said."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from engine.dmn import DecisionError, Model
from engine.events.discretion import DiscretionAssessed
from engine.events.law import called
from engine.journal.read import Record
from engine.law.benchmark import read_benchmark
from engine.model import LawVersion
from engine.rules.table import rerun
from engine.store import tables


def decision_faults(connection: Connection, records: Iterable[Record]) -> Iterator[str]:
    """Yield the decisions of the assessments that come out otherwise; runs of before their inputs were kept are not asked."""
    model_of = cache(lambda digest: _model(connection, digest))
    for record in records:
        for fact in record.facts:
            if isinstance(fact, DiscretionAssessed):
                runs = (run for run in fact.explanation.get("runs", ()) if run.get("given"))
                yield from (f"第{record.seq}条：{fault}" for run in runs if (fault := _fault(run, model_of(run["digest"]))))


def _model(connection: Connection, digest: str) -> Model | None:
    statement = select(LawVersion.__table__).where(LawVersion.kind == "discretion", LawVersion.sha256 == digest)
    row = next(iter(tables.rows(connection, LawVersion, statement)), None)
    return None if row is None else read_benchmark(row.name, row.content.encode()).model


def _fault(run: Mapping[str, Any], model: Model | None) -> str | None:
    name = f"{run['code']} {run['title']}"
    if model is None or model.digest != run["digest"]:
        return f"{name}所用的{called(run['table'])} {run['version']}已不在，或者内容被改动"
    try:
        again = rerun(run, model).explain()
    except DecisionError as error:
        return f"{name}不能重算：{error.reason}"
    return None if _answer(again) == _answer(run["outcome"]) else f"{name}重算的结果与记载不符"


def _answer(outcome: Mapping[str, Any]) -> object:
    """Return what was decided and by which rows, and so for everything that it required."""
    return outcome["value"], [hit["rule"] for hit in outcome["hits"]], [_answer(required) for required in outcome["required"]]
