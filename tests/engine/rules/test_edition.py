"""Two versions of a rule of all causes: the one in force at the act counts, unless today's is lighter (从旧兼从轻)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from engine.dmn.edit import read_grid, write_rows
from engine.law.benchmark import stamped
from engine.law.book import LawBook, open_book
from engine.law.seed import Seed, seeds
from engine.rules.assessment import Assessment, Circumstances
from engine.rules.discretion import assess
from engine.rules.edition import books
from tests.engine.rules.facts import PURIFIER, SMOKE

DAY, BEGIN, BEFORE = date(2026, 10, 26), date(2026, 10, 1), date(2026, 9, 14)


def book(name: str, decision: str, *cells: tuple[int, str, str]) -> LawBook:
    """The law with a further version of a rule, other cells in one table, which begins on a day."""
    packaged = seeds()
    text = next(seed.content for seed in packaged if seed.name == name)
    grid = read_grid(text, decision, file=name)
    rows = [list(row) for row in grid.rows]
    for row, head, cell in cells:
        rows[row - 1][grid.heads.index(head)] = cell
    changed = stamped(name, write_rows(text, decision, rows, file=name), "JC-2026.9", BEGIN)
    return open_book((*packaged, Seed(name, "discretion", BEGIN, changed)), DAY)


def assessed(law: LawBook, act: date = BEFORE, **changes: object) -> Assessment:
    return assess(replace(SMOKE, act_end=act, decided=law.day, **changes), law)  # type: ignore[arg-type]  # The names are those of the fields.


def versions(found: Assessment, code: str) -> set[str]:
    return {run.version for run in found.runs if run.code == code}


def test_a_heavier_rule_of_amounts_does_not_reach_acts_before_it() -> None:
    law = book("amount", "sum", (1, "系数", "0.6"))
    found = assessed(law)
    assert (found.amount, versions(found, "D4")) == (Decimal(22_500), {"JC-2026.1"})
    assert found.edition_reason == (
        "行为时的建议数额规则JC-2026.1：建议罚款22,500元；现行的建议数额规则JC-2026.9：建议罚款24,000元。"
        "现行规则不轻于行为时的规则，适用行为时的规则（行政处罚法第37条从旧兼从轻）。"
    )
    assert assessed(law, act=BEGIN).amount == Decimal(24_000)


def test_a_lighter_rule_of_amounts_reaches_acts_before_it() -> None:
    found = assessed(book("amount", "sum", (1, "系数", "0.4")))
    assert (found.amount, versions(found, "D4")) == (Decimal(21_000), {"JC-2026.9"})
    assert "现行规则较轻，适用现行规则" in found.edition_reason
    assert "适用的通用规则" in [run.title for run in found.runs]


def test_a_tie_leaves_the_rule_at_the_act() -> None:
    found = assessed(book("amount", "sum", (2, "系数", "-0.3 * 从轻项数")))
    assert (found.amount, versions(found, "D4")) == (Decimal(22_500), {"JC-2026.1"})


@pytest.mark.parametrize(("counted", "amount", "version"), [("2", 16_500, "JC-2026.9"), ("1", 19_500, "JC-2026.4")])
def test_the_factors_are_counted_by_the_lighter_rule(counted: str, amount: int, version: str) -> None:
    found = assessed(book("shared", "lenient", (1, "从轻项数", counted)), factors=(PURIFIER,))
    assert (found.amount, versions(found, "D3")) == (Decimal(amount), {version})


def test_who_may_be_spared_by_either_rule_may_be_spared() -> None:
    facts = Circumstances(harm="轻微", corrected=True, first=True)
    narrower = book("shared", "exemption", (6, "危害后果", '"无"'))
    assert assessed(narrower, circumstances=facts).exemption == "可以不予"
    assert assessed(narrower, act=BEGIN, circumstances=facts).exemption == "继续"


def test_where_there_was_no_rule_at_the_act_todays_counts() -> None:
    law = book("amount", "sum", (1, "系数", "0.6"))
    found = assessed(law, act=date(2025, 11, 1))
    assert (found.amount, found.edition_reason.count("建议数额规则")) == (Decimal(24_000), 0)
    assert books(law, date(2025, 11, 1)) == (law,)
