"""Tables of tiers before they are published: rows that exclude each other, tiers in their order, nothing that stops a case."""

from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dmn.edit import read_grid, write_rows
from engine.rules.benchmark import examine, uses
from engine.rules.objection import Objection
from tests.engine.law.published import BOOK

TABLES = Path(__file__).resolve().parents[3] / "processes" / "discretion"
TIERED = sorted(name for name in BOOK.benchmarks if uses(name, BOOK))


def packaged(name: str) -> str:
    return (TABLES / f"{name}.dmn").read_text(encoding="utf-8")


def changed(name: str, *changes: tuple[str, str]) -> str:
    """A packaged table with other texts in its cells."""
    found = packaged(name)
    for old, new in changes:
        whole = f"<text>{escape(old)}</text>"
        assert whole in found
        found = found.replace(whole, f"<text>{escape(new)}</text>")
    return found


def replaced(name: str, old: str, new: str) -> str:
    found = packaged(name)
    assert old in found
    return found.replace(old, new)


def objections(name: str, content: str) -> tuple[Objection, ...]:
    return examine(name, content.encode(), today=date(2025, 1, 1), law=BOOK, editions=())


def told(name: str, content: str) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(item.code, item.message, item.rows) for item in objections(name, content)]


@pytest.mark.parametrize("name", TIERED)
def test_the_published_tables_are_in_order(name: str) -> None:
    assert told(name, packaged(name)) == []


def test_rows_with_conditions_in_the_same_columns_exclude_each_other() -> None:
    message = "倾倒量=0.075立方米：第2行“一般”与第3行“较重”同时适用。同样几列写条件的行，区间不能重叠。"
    assert told("JC06", changed("JC06", ("(0.1..1]", "(0.05..1]"))) == [("overlap", message, (2, 3))]


def test_a_row_with_a_further_condition_may_meet_another() -> None:
    rows = [rule.conditions for rule in BOOK.benchmarks["JC01"].model.decisions["tier"].rules]
    assert (rows[2][0].text, rows[3][0].text, rows[3][1].text) == ("(5..10]", "> 0", "1")
    message = "占用面积=2.5平方米、一年内第3次、没有拒不改正：第4行“较重”与第6行“严重”同时适用。同样几列写条件的行，区间不能重叠。"
    assert told("JC01", changed("JC01", ("1", "[1..2]"))) == [("overlap", message, (4, 6))]


ORDER = '"特别严重","严重","较重","一般","不构成"'
ROWS = read_grid(packaged("JC06").encode(), "tier", file="JC06.dmn").rows


def rows(*rows: tuple[str, ...]) -> str:
    return write_rows(packaged("JC06").encode(), "tier", rows, file="JC06.dmn").decode()


def test_output_values_are_listed_from_the_heaviest() -> None:
    found = told("JC06", changed("JC06", (ORDER, '"不构成","一般","较重","严重","特别严重"')))
    message = "输出值的次序须由重到轻：特别严重、严重、较重、一般、不构成，现为不构成、一般、较重、严重、特别严重；几行同时适用时取排在前面的。"
    assert found == [("tier_order", message, ())]


def test_a_heavier_tier_has_no_lower_sums() -> None:
    found = told("JC06", changed("JC06", ("500", "120"), ("200", "110"), ("1000", "120")))
    assert found == []
    *lighter, (volume, word, _, _, *notes) = ROWS
    lower = rows(*lighter, (volume, word, "100", "120", *notes))
    assert told("JC06", lower) == [
        ("tier_order", "第4行“严重”的上限120低于第2行“一般”的200：阶次重的，罚得不能更轻。", (2, 4)),
        ("tier_order", "第4行“严重”的下限100低于第3行“较重”的200：阶次重的，罚得不能更轻。", (3, 4)),
    ]


def test_more_of_the_metric_never_leads_to_a_lighter_tier() -> None:
    nothing, *between, much = ROWS
    found = told("JC06", rows((much[0], *nothing[1:]), *between, (nothing[0], *much[1:])))
    message = "倾倒量=0立方米，为“严重”（第4行）；倾倒量=0.05立方米，为“一般”（第2行）：情节更重的，阶次不能更轻。"
    assert found[0] == ("tier_order", message, (2, 4))
    assert [each[2] for each in found] == [(2, 4), (3, 4), (1, 4)]


def test_who_refuses_is_not_better_off_and_who_corrects_not_worse() -> None:
    worse = told(
        "JC20",
        replaced("JC20", "<text>false</text>", "<text>!</text>")
        .replace("<text>true</text>", "<text>false</text>", 1)
        .replace("<text>!</text>", "<text>true</text>"),
    )
    assert [(code, rows) for code, _, rows in worse] == [("tier_order", (1, 2))]
    assert "当场改正、没有拒不改正，为“较重”（第2行）" in worse[0][1]


def typed(name: str, place: str, kind: str, other: str) -> str:
    """A packaged table in which something is declared as another type."""
    return replaced(name, f'{place} typeRef="{kind}"', f'{place} typeRef="{other}"')


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("JC06", changed("JC06", ('"较重"', '"一半"')), '第 3 条规则的“阶次”不在输出值之中："一半"。'),
        ("JC06", typed("JC06", 'name="下限"', "number", "string"), "第 1 条规则的“下限”应为字符串，实为数值：0。"),
        ("JC06", typed("JC06", 'expression"', "number", "string"), "“倾倒量”查明的是数，表中写成了字符串类型。"),
        ("JC06", typed("JC06", 'name="倾倒量"', "number", "boolean"), "“倾倒量”查明的是数，表中写成了布尔值类型。"),
        ("JC06", typed("JC06", 'name="倾倒量"', "number", "integer"), "“倾倒量”可以有小数，表中写成了整数类型。"),
        ("JC01", typed("JC01", 'name="拒不改正"', "boolean", "number"), "“拒不改正”查明的是是或者否，表中写成了数值类型。"),
        ("JC04", typed("JC04", 'name="超标倍数"', "number", "string"), "列“超标倍数”为数值，“超标倍数”为字符串，类型不同。"),
        ("JC06", changed("JC06", (ORDER, ORDER + ',"一半"')), "输出值“一半”不是阶次，阶次由重到轻为：特别严重、严重、较重、一般、轻微、不构成。"),
    ],
)
def test_a_table_that_would_stop_every_case_is_told(name: str, content: str, message: str) -> None:
    assert message in [item.message for item in objections(name, content)]


def test_a_table_that_cannot_be_run_is_told_with_a_case() -> None:
    content = changed("JC04", ("(实测浓度 - 排放限值) / 排放限值", 'if 实测浓度 > 2 then "高" else 0'))
    assert any(item.code == "undecided" and "定不出阶次" in item.message for item in objections("JC04", content))


def test_limbs_that_share_a_table_tell_what_stands_against_it_once() -> None:
    found = told("JC06", changed("JC06", ("1000", "1100")))
    assert found == [("outside_statute", "第4行的上限1,100元高于法定上限1,000元（生态环境法典 1169③）。", (4,))]


@given(st.lists(st.decimals("0.01", 100, places=2), min_size=2, max_size=2, unique=True), st.decimals("0.01", 100, places=2))
def test_limits_that_overlap_are_told_and_limits_that_meet_are_not(limits: list[object], start: object) -> None:
    low, high = sorted(limits)  # type: ignore[type-var]  # Decimals.
    content = changed("JC06", ("(0..0.1]", f"(0..{low}]"), ("(0.1..1]", f"({start}..{high}]"), ("> 1", f"> {high}"))
    codes = {item.code for item in objections("JC06", content)}
    assert ("overlap" in codes) == (start < low)  # type: ignore[operator]
