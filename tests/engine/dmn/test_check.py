"""Checking tables: exact, and in agreement with trying every value."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dmn import DecisionError, Fault, Finding, Model, check, evaluate, read_model
from tests.engine.dmn.drawing import Column, Drawn, literal, model

AREA = Column("面积", "number", ">= 0")
RESULT = Column("r", "Any")


def read(drawn: Drawn | str) -> Model:
    return read_model(model(drawn), file="a")


def findings(inputs: Sequence[Column], *rows: tuple[str, ...], policy: str = "UNIQUE", default: str = "") -> list[Finding]:
    return check(read(Drawn(inputs, [Column("r", "Any", default=default)], rows, policy=policy)))


def faults(inputs: Sequence[Column], *rows: tuple[str, ...], policy: str = "UNIQUE") -> list[tuple[str, tuple[str, ...], dict[str, str]]]:
    return [(found.fault.value, found.rules, dict(found.region)) for found in findings(inputs, *rows, policy=policy)]


def test_a_sound_table_has_no_findings() -> None:
    assert faults([AREA], ("<= 10", "1"), ("(10..20]", "2"), ("> 20", "3")) == []


def test_open_ends_leave_a_gap_and_closed_ends_an_overlap() -> None:
    assert faults([AREA], ("< 10", "1"), ("> 10", "2")) == [("gap", (), {"面积": "= 10"})]
    assert faults([AREA], ("<= 10", "1"), (">= 10", "2")) == [("overlap", ("r1", "r2"), {"面积": "= 10"})]


def test_values_that_cannot_occur_are_no_gap() -> None:
    assert faults([Column("面积")], (">= 0", "1")) == [("gap", (), {"面积": "< 0"})]
    assert faults([Column("次数", "integer", ">= 1")], ("1", "1"), ("2", "2"), (">= 3", "3")) == []
    assert faults([Column("次数", "number", ">= 1")], ("1", "1"), (">= 2", "3")) == [("gap", (), {"次数": "(1..2)"})]
    assert faults([Column("档", "number", "1, 2, 3")], ("1", "1"), ("2, 3", "2")) == []


@pytest.mark.parametrize(
    ("column", "rows", "region"),
    [
        (Column("初次", "boolean"), [("true", "1")], "false"),
        (Column("情节", "string", '"轻微", "一般", "严重"'), [('"轻微"', "1")], "一般、严重"),
        (Column("情节", "string"), [('"轻微"', "1"), ('"一般"', "1")], "其他"),
        (Column("情节", "string"), [('not("轻微")', "1")], "轻微"),
        (Column("日期", "date"), [('< date("2021-07-15")', "1"), ('> date("2021-07-15")', "1")], "= 2021-07-15"),
        (Column("时长", "dayTimeDuration"), [('< duration("P1D")', "1"), ('> duration("P2D")', "1")], "[P1D..P2D]"),
        (Column("期限", "yearMonthDuration"), [('<= duration("P1Y")', "1"), ('> duration("P2Y")', "1")], "(P1Y..P2Y]"),
        (Column("时刻", "dateTime"), [('<= date and time("2021-07-15T08:00:00")', "1")], "> 2021-07-15T08:00:00"),
        (Column("n"), [("1", "1"), ("[2..3], > 4", "1")], "< 1 或 (1..2) 或 (3..4]"),
        (Column("n"), [("not([1..2))", "1")], "[1..2)"),
    ],
)
def test_a_gap_is_told_in_words(column: Column, rows: list[tuple[str, ...]], region: str) -> None:
    (found,) = findings([column], *rows)
    assert (found.fault, found.region) == (Fault.GAP, {column.text: region})
    assert found.message == f"没有规则的情形：{column.text} {region}"


def test_adjacent_days_leave_no_gap() -> None:
    assert faults([Column("日期", "date")], ('<= date("2021-07-14")', "1"), ('>= date("2021-07-15")', "2")) == []


def test_a_gap_of_two_columns_names_both() -> None:
    columns = [AREA, Column("初次", "boolean")]
    found = faults(columns, ("<= 10", "-", "1"), ("> 10", "true", "2"))
    assert found == [("gap", (), {"面积": "> 10", "初次": "false"})]


def test_a_catch_all_or_a_default_closes_every_gap() -> None:
    assert faults([AREA, AREA_TWO], ("< 10", "-", "1"), ("-", "-", "2"), policy="FIRST") == []
    assert findings([AREA], ("< 10", "1"), default="0") == []


AREA_TWO = Column("次数", "integer", ">= 0")


def test_overlaps_count_only_where_one_answer_is_due() -> None:
    rows = [(">= 0", "1"), ("> 5", "2")]
    assert [kind for kind, _, _ in faults([AREA], *rows)] == ["overlap"]
    assert [kind for kind, _, _ in faults([AREA], *rows, policy="ANY")] == ["overlap"]
    assert faults([AREA], (">= 0", "1"), ("> 5", "1.0"), policy="ANY") == []
    for policy in ("COLLECT", "RULE ORDER"):
        assert faults([AREA], *rows, policy=policy) == []


def test_collecting_tables_may_have_gaps() -> None:
    assert faults([AREA], ("> 5", "1"), policy="COLLECT") == []


def test_a_misspelt_value_is_found() -> None:
    (found, gap) = findings([Column("情节", "string", '"轻微", "严重"')], ('"轻徽"', "1"), ('"严重"', "2"))
    assert (found.fault, found.rules) == (Fault.UNREACHABLE, ("r1",))
    assert found.message == '第 1 条规则永远不会命中：情节 没有符合“"轻徽"”的取值'
    assert gap.region == {"情节": "轻微"}


def test_an_empty_interval_is_found_and_a_test_for_null_is_none() -> None:
    assert [kind for kind, _, _ in faults([AREA], ("(5..5)", "1"), ("-", "2"), ("null", "3"), policy="COLLECT")] == ["unreachable"]


def test_a_rule_behind_others_is_found() -> None:
    (found,) = findings([AREA], ("<= 10", "1"), ("> 10", "2"), ("= 10", "3"), policy="FIRST")
    assert (found.fault, found.rules) == (Fault.UNREACHABLE, ("r3",))


@pytest.mark.parametrize(
    ("column", "cell", "word"),
    [
        (Column("面积"), "> 次数", "不是常量"),
        (Column("面积"), "? > 1", "不是常量"),
        (Column("面积", "Any"), '1, "a"', "类型不同"),
        (Column("面积", "number"), '"a"', "类型不同"),
        (Column("面积", "time"), 'time("08:00:00")', "不能核对"),
        (Column("面积", "dateTime"), '< @"2021-07-15T08:00:00", > @"2021-07-15T08:00:00Z"', "不可比较"),
        (Column("面积", "number", "(1..1)"), "1", "没有允许的取值"),
    ],
)
def test_what_cannot_be_checked_is_said(column: Column, cell: str, word: str) -> None:
    (found,) = findings([column, AREA_TWO], (cell, "-", "1"), policy="FIRST")
    assert found.fault is Fault.UNCHECKED
    assert word in found.message


def test_what_cannot_be_checked_is_no_matter_where_nothing_can_be_wrong() -> None:
    unclear = ("> 次数", "-", "1")
    assert findings([AREA, AREA_TWO], unclear, policy="COLLECT") == []
    assert findings([AREA, AREA_TWO], unclear, ("-", "-", "2"), policy="FIRST") == []
    assert findings([AREA, AREA_TWO], unclear, default="0", policy="FIRST") == []
    assert [each.fault for each in findings([AREA, AREA_TWO], unclear, ("-", "-", "2"))] == [Fault.UNCHECKED]


def test_gaps_are_bounded() -> None:
    assert len(findings([AREA], *((f"{number}", "1") for number in range(100)))) <= 51


@pytest.mark.parametrize("policy", ["FIRST", "UNIQUE"])
def test_a_table_with_too_many_combinations_says_so(policy: str) -> None:
    columns = [Column(f"n{place}", "boolean") for place in range(18)]
    rules = [(*("true" if place == index else "-" for place in range(18)), "1") for index in range(18)]
    found = findings(columns, *rules, policy=policy)
    assert found[-1].fault is Fault.UNCHECKED
    assert "组合太多" in found[-1].message


def test_expressions_are_not_checked() -> None:
    assert check(read(literal("d", "x", "1"))) == []


def test_a_finding_explains_itself() -> None:
    (found,) = findings([AREA], (">= 1", "1"))
    assert found.explain() == {
        "fault": "gap",
        "decision": "tier",
        "rules": [],
        "message": "没有规则的情形：面积 [0..1)",
        "region": {"面积": "[0..1)"},
        "sample": {"面积": "0"},
    }


ends = st.integers(0, 4)
interval = st.tuples(ends, ends, st.sampled_from("[("), st.sampled_from("])")).map(lambda parts: f"{parts[2]}{parts[0]}..{parts[1]}{parts[3]}")
comparison = st.tuples(st.sampled_from(["<", "<=", ">", ">=", "=", "!="]), ends).map(lambda parts: f"{parts[0]} {parts[1]}")
number_cell = st.just("-") | interval | comparison | st.tuples(interval, comparison).map(", ".join) | interval.map(lambda text: f"not({text})")
text_cell = st.sampled_from(["-", '"a"', '"b"', '"a", "b"', 'not("a")', 'not("a", "b")'])
truth_cell = st.sampled_from(["-", "true", "false", "not(true)"])
rows = st.lists(st.tuples(number_cell, text_cell, truth_cell), min_size=1, max_size=5)

# Every interval between the ends has a value here, and so has every text: what holds for all of them holds for all values.
NUMBERS = [Decimal(half) / 2 for half in range(-1, 10)]
ALL = list(product(NUMBERS, ["a", "b", "c"], [True, False]))
COLUMNS = [Column("n"), Column("s", "string"), Column("t", "boolean")]


@given(rows)
def test_findings_agree_with_trying_every_value(cells: list[tuple[str, str, str]]) -> None:
    drawn = Drawn(COLUMNS, [RESULT], [(*row, str(index)) for index, row in enumerate(cells)])
    read_table = read(drawn)
    collecting = read(Drawn(COLUMNS, [RESULT], drawn.rows, policy="COLLECT"))
    matches = [{hit.rule for hit in evaluate(collecting, "tier", {"n": n, "s": s, "t": t}).hits} for n, s, t in ALL]
    pairs = {pair for hits in matches for pair in product(hits, hits) if pair[0] < pair[1]}
    found = check(read_table)
    assert {each.rules for each in found if each.fault is Fault.OVERLAP} == pairs
    assert any(each.fault is Fault.GAP for each in found) == (set() in matches)
    reached = {rule for hits in matches for rule in hits}
    assert {each.rules[0] for each in found if each.fault is Fault.UNREACHABLE} == {f"r{index}" for index in range(1, len(cells) + 1)} - reached
    for each in found:
        prove(read_table, each)


def prove(read_table: Model, finding: Finding) -> None:
    """Assert that the sample of a finding shows the fault."""
    if finding.fault is Fault.GAP:
        assert evaluate(read_table, "tier", finding.sample).value is None
    if finding.fault is Fault.OVERLAP:
        with pytest.raises(DecisionError, match=finding.rules[1]):
            evaluate(read_table, "tier", finding.sample)


@given(rows)
def test_shadowed_rules_agree_with_trying_every_value(cells: list[tuple[str, str, str]]) -> None:
    first = read(Drawn(COLUMNS, [RESULT], [(*row, str(index)) for index, row in enumerate(cells)], policy="FIRST"))
    deciding = {hit.rule for n, s, t in ALL for hit in evaluate(first, "tier", {"n": n, "s": s, "t": t}).hits}
    dead = {each.rules[0] for each in check(first) if each.fault is Fault.UNREACHABLE}
    assert dead == {f"r{index}" for index in range(1, len(cells) + 1)} - deciding


def test_priority_leaves_no_doubt_between_rules_of_one_rank() -> None:
    columns = [Column("级", "string", '"重","轻"'), Column("额")]
    rows = [("< 10", '"重"', "2"), ("> 5", '"重"', "3"), ("> 0", '"轻"', "1"), ("<= 0", '"轻"', "1")]
    (finding,) = check(read_model(model(Drawn([Column("量")], columns, rows, policy="PRIORITY")), file="t.dmn"))
    assert (finding.fault, finding.sample) == (Fault.OVERLAP, {"量": Decimal("7.5")})
    same = [("< 10", '"重"', "2"), ("> 5", '"重"', "2.0"), *rows[2:]]
    assert check(read_model(model(Drawn([Column("量")], columns, same, policy="PRIORITY")), file="t.dmn")) == []


@pytest.mark.parametrize(
    ("inputs", "output", "rows", "message"),
    [
        ([Column("量")], Column("r", "string", '"轻", "重"'), [("-", '"轻"'), ("> 1", '"半"')], '第 2 条规则的“r”不在输出值之中："半"'),
        ([Column("量")], Column("r", "number"), [("-", '"1"')], '第 1 条规则的“r”应为数值，实为字符串："1"'),
        ([Column("量")], Column("r", "number", default='"1"'), [("> 1", "1")], '“r”的默认值应为数值，实为字符串："1"'),
    ],
)
def test_constants_that_their_column_does_not_take_are_told(inputs: list[Column], output: Column, rows: list[tuple[str, ...]], message: str) -> None:
    found = [item for item in check(read(Drawn(inputs, [output], rows, policy="FIRST"))) if item.fault is Fault.UNFIT]
    assert [item.message for item in found] == [message]


def test_a_result_that_depends_on_a_name_is_left_to_the_run() -> None:
    assert findings([AREA], ("-", "面积")) == []
