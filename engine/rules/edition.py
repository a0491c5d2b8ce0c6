"""Editions of the rules of all causes (通用规则的版本): those in force at the act count, unless today's are lighter (从旧兼从轻).

What spares somebody, which factors count and where in its tier a fine lies weigh like the tables of the causes; which way a case goes is
procedure, and goes by today's rule. Source: 行政处罚法 Art. 37; domain.md R27, I10.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from engine.law.benchmark import RULES
from engine.law.book import LawBook
from engine.rules.assessment import Run
from engine.rules.basis import NEW, compare, concluded, norm
from engine.rules.money import format_yuan

WEIGHED = ("shared", "amount")
"""The rules that make a penalty lighter or heavier."""

_LIGHTER: Mapping[str, int] = {"不予": 0, "时效已过": 0, "可以不予": 1, "继续": 2}


def books(law: LawBook, act_end: date) -> tuple[LawBook, ...]:
    """Return the law of today, and before it the same with the rules that were in force at the act where those were others."""
    then = {name: table for name in WEIGHED if (table := law.edition(name, act_end)) is not None}
    changed = {name: table for name, table in then.items() if name in law.benchmarks and table.digest != law.benchmarks[name].digest}
    return (replace(law, benchmarks={**law.benchmarks, **changed}), law) if changed else (law,)


def lighter_conclusion(conclusions: Sequence[str]) -> int:
    """Return the place of the conclusion that counts: that of the rules at the act, unless today's spares more."""
    first, last = conclusions[0], conclusions[-1]
    return len(conclusions) - 1 if _LIGHTER[last] < _LIGHTER[first] else 0


def lighter_fine(law_then: LawBook, fines: tuple[Decimal, Decimal], act_end: date, law: LawBook) -> tuple[bool, str, Run]:
    """Return whether today's rules are lighter for a case, why in words, and the run that compared them; a tie is not lighter.

    `fines` are the sums in yuan by the rules at the act and by today's.
    """
    changed = [name for name in WEIGHED if law_then.benchmarks[name].digest != law.benchmarks[name].digest]
    begin = max(law.benchmarks[name].valid_from for name in changed)
    terms = ((min(act_end, begin - timedelta(days=1)), begin - timedelta(days=1)), (begin, None))
    named = [_named(book, changed) for book in (law_then, law)]
    norms = [norm(place, words, term, (fine, fine), ()) for place, (words, term, fine) in enumerate(zip(named, terms, fines, strict=True), 1)]
    outcome, compared = compare(norms, act_end, law.day, law, title="适用的通用规则")
    lighter = concluded(outcome) == NEW
    told = f"行为时的{named[0]}：建议罚款{format_yuan(fines[0])}；现行的{named[1]}：建议罚款{format_yuan(fines[1])}"
    which = "现行规则较轻，适用现行规则" if lighter else "现行规则不轻于行为时的规则，适用行为时的规则"
    return lighter, f"{told}。{which}（行政处罚法第37条从旧兼从轻）。", compared


def _named(book: LawBook, names: Sequence[str]) -> str:
    return "、".join(f"{RULES[name]}{book.benchmarks[name].version}" for name in names)
