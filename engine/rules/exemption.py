"""Exemption (不予处罚, D1): when a breach must not, or need not, be punished."""

from dataclasses import dataclass

from engine.law.book import LawBook
from engine.rules.assessment import Circumstances, Run
from engine.rules.table import run

BARRING = frozenset({"不予", "时效已过"})
"""Conclusions that end the penalty; 可以不予 is a suggestion, 继续 goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """What the exemption table concluded, with its reason and article."""

    conclusion: str
    reason: str
    basis: str
    run: Run


def examine(facts: Circumstances, *, slight: bool, law: LawBook) -> Exemption:
    """Return the first row of the exemption table that fits (行政处罚法 Art. 30, 31, 33, 36); `slight` is what the cause's table says."""
    values = {
        "年龄": facts.age,
        "行为能力": facts.capacity,
        "足以证明没有主观过错": facts.no_fault,
        "违法行为轻微": facts.slight or slight,
        "危害后果": facts.harm,
        "及时改正": facts.corrected,
        "初次违法": facts.first,
        "超过追诉时效": facts.barred,
    }
    outcome, made = run("D1", "shared", "exemption", values, law)
    notes = outcome.hits[0].annotations
    return Exemption(conclusion=str(outcome.result), reason=notes["理由"], basis=notes["依据"], run=made)
