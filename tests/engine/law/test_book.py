from dataclasses import replace
from datetime import date

import pytest

from engine.law.benchmark import read_benchmark
from engine.law.book import open_book
from engine.law.seed import seeds
from tests.engine.law.published import BOOK

DAY = date(2026, 10, 26)


def test_the_packaged_files_make_a_book() -> None:
    assert BOOK.parameters.integer("plea.days") == 5
    assert BOOK.calendar.known(2026)
    assert set(BOOK.benchmarks) >= {"JC04", "JC06", "JC06old", "shared", "routing"}
    assert BOOK.statutes.cite("行政处罚法 60").article == 60
    assert BOOK.department.name == "江川市城市管理综合行政执法局"


def test_seeds_are_named_once_and_in_a_stable_order() -> None:
    names = [(seed.kind, seed.name) for seed in seeds()]
    assert len(set(names)) == len(names)
    assert names == [(seed.kind, seed.name) for seed in seeds()]
    assert {kind for kind, _ in names} == {"statute", "parameter", "cause", "holiday", "department", "discretion"}


def test_the_latest_version_that_has_begun_counts() -> None:
    table = next(seed for seed in seeds() if seed.name == "JC04")
    changed = replace(
        table, valid_from=date(2026, 12, 1), content=table.content.replace(b"JC-2026.4", b"JC-2026.5").replace(b"2026-01-01", b"2026-12-01")
    )
    versions = [open_book([*seeds(), changed], day).benchmarks["JC04"].version for day in (DAY, date(2026, 12, 1))]
    assert versions == ["JC-2026.4", "JC-2026.5"]


def test_a_table_out_of_its_term_is_not_in_the_book() -> None:
    table = next(seed for seed in seeds() if seed.name == "JC04")
    ended = replace(table, content=table.content.replace(b'zhifa:validFrom="2026-01-01"', b'zhifa:validFrom="2026-01-01" zhifa:validTo="2026-06-30"'))
    files = [ended if seed.name == "JC04" else seed for seed in seeds()]
    assert "JC04" not in open_book(files, DAY).benchmarks


def test_a_missing_kind_is_loud() -> None:
    with pytest.raises(LookupError, match="parameter"):
        open_book([seed for seed in seeds() if seed.kind != "parameter"], DAY)


def test_a_table_says_its_version() -> None:
    table = next(seed for seed in seeds() if seed.name == "JC04")
    with pytest.raises(ValueError, match="缺少版本"):
        read_benchmark("JC04", table.content.replace(b"zhifa:version", b"zhifa:edition"))
