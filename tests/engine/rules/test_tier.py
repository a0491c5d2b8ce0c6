"""Two versions of a table: the one in force at the act counts, unless today's is lighter (从旧兼从轻)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.law.book import LawBook, open_book
from engine.law.seed import Seed, seeds
from engine.rules.assessment import Assessment
from engine.rules.discretion import assess
from tests.engine.rules.facts import SMOKE

DAY = date(2026, 10, 26)
BEGIN = date(2026, 10, 1)


def book(*changes: tuple[str, str], day: date = DAY, begin: date = BEGIN) -> LawBook:
    """The law with a further version of the table of JC04, which begins on a day."""
    packaged = seeds()
    text = next(seed.content for seed in packaged if seed.name == "JC04").decode()
    text = text.replace("JC-2026.4", "JC-2026.5").replace('validFrom="2026-01-01"', f'validFrom="{begin}"')
    for old, new in changes:
        text = text.replace(f"<text>{old}</text>", f"<text>{new}</text>")
    return open_book((*packaged, Seed("JC04", "discretion", begin, text.encode())), day)


def assessed(law: LawBook, act: date = date(2026, 9, 14)) -> Assessment:
    return assess(replace(SMOKE, act_end=act, decided=law.day), law)


def test_a_lighter_version_counts_for_acts_before_it() -> None:
    found = assessed(book(("15000", "12000"), ("30000", "25000")))
    assert (found.version, found.tier, found.frame.low, found.frame.high) == ("JC-2026.5", "较重", Decimal(12_000), Decimal(25_000))
    assert "行为时的JC-2026.4：较重，15,000至30,000元；现行的JC-2026.5：较重，12,000至25,000元。现行基准较轻" in found.edition_reason


def test_a_heavier_version_does_not_count_for_acts_before_it() -> None:
    found = assessed(book(("30000", "40000")))
    assert (found.version, found.frame.high) == ("JC-2026.4", Decimal(30_000))
    assert "适用行为时的基准" in found.edition_reason


def test_a_tie_leaves_the_version_at_the_act() -> None:
    assert assessed(book()).version == "JC-2026.4"


def test_an_act_under_the_new_version_is_judged_by_it_alone() -> None:
    found = assessed(book(("30000", "40000")), act=BEGIN)
    assert (found.version, found.frame.high, found.edition_reason) == ("JC-2026.5", Decimal(40_000), "")


def test_a_version_that_has_not_begun_does_not_count() -> None:
    assert assessed(book(("15000", "12000"), begin=date(2026, 12, 1))).version == "JC-2026.4"


def test_where_there_was_no_table_at_the_act_todays_counts() -> None:
    found = assessed(book(), act=date(2025, 11, 1))
    assert (found.version, found.edition_reason) == ("JC-2026.5", "")
