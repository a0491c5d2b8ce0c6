"""Safeguards (规则的把关): what stands against publishing a rule of all causes; none may say what the law forbids, whoever writes it.

Each rule is asked about many cases before it is published; the first one in which it breaks the law is told in words.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from engine.dmn import Model, ModelError
from engine.law.benchmark import RULES, Benchmark, read_benchmark
from engine.law.book import LawBook
from engine.rules.benchmark import dates, unreadable
from engine.rules.objection import Objection
from engine.rules.safeguard import amount, basis, routing, shared
from engine.rules.safeguard.structure import faults, structure

PROBES: Mapping[str, Callable[[Model, LawBook], Iterator[Objection]]] = {
    "basis": basis.objections,
    "shared": shared.objections,
    "amount": amount.objections,
    "routing": routing.objections,
}


def examine_rule(name: str, xml: bytes, *, today: date, law: LawBook, editions: Sequence[Benchmark]) -> tuple[Objection, ...]:
    """Return everything that stands against publishing a rule, nothing for a sound one.

    `law` is the law in force on the day on which the rule begins, `editions` are all versions published so far. Source: 行政处罚法
    Art. 34; 国办发〔2022〕27号.
    """
    try:
        rule = read_benchmark(name, xml)
    except ModelError as error:
        return (unreadable(error, xml),)
    except ValueError as error:
        return (Objection(code="unreadable", message=str(error)),)
    if name not in law.benchmarks:
        return (Objection(code="unknown_table", message=f"{RULES[name]}还没有公布过，无从对照核对。"),)
    dated = tuple(dates(rule, editions, today))
    broken = tuple(structure(rule.model, law.benchmarks[name].model, law))
    if broken:
        return (*dated, *broken)
    return (*dated, *faults(rule.model), *PROBES[name](rule.model, law))
