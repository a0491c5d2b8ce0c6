"""What a rule of all causes may not say: the versions in force pass, and whatever turns the law about is refused with a case in words."""

from datetime import date
from pathlib import Path

import pytest

from engine.dmn.edit import read_grid, write_rows, write_text
from engine.law.benchmark import RULES, stamped
from engine.rules.objection import Objection
from engine.rules.safeguard import examine_rule
from tests.engine.law.published import BOOK

ROOT = Path(__file__).resolve().parents[4] / "processes"
TODAY, BEGIN = date(2026, 10, 26), date(2026, 12, 1)
Cell = tuple[int, str, str]
"""A row from 1, the head of a column, and what is written there."""


def content(name: str) -> bytes:
    return (ROOT / ("" if name == "routing" else "discretion") / f"{name}.dmn").read_bytes()


def rewritten(name: str, decision: str, *cells: Cell) -> bytes:
    """The packaged rule with other cells in one table."""
    grid = read_grid(content(name), decision, file=name)
    rows = [list(row) for row in grid.rows]
    for row, head, text in cells:
        rows[row - 1][grid.heads.index(head)] = text
    return write_rows(content(name), decision, rows, file=name)


def reworded(name: str, decision: str, text: str) -> bytes:
    """The packaged rule with another expression."""
    return write_text(content(name), decision, text, file=name)


def objections(name: str, xml: bytes, begin: date = BEGIN) -> tuple[Objection, ...]:
    return examine_rule(name, stamped(name, xml, "JC-2027.1", begin), today=TODAY, law=BOOK, editions=[BOOK.benchmarks[name]])


@pytest.mark.parametrize("name", RULES)
def test_what_is_in_force_may_be_published_again(name: str) -> None:
    assert objections(name, content(name)) == ()


LIGHTER = "决定时的规定"
MAXIMUM, KINDS = "罚款上限：决定时减行为时（元）", "处罚种类数：决定时减行为时"
OWN, OTHER, COMPARED = "本案给予处罚", "另一规定按基数计罚", "罚款上限：另一规定减本案（元）"


@pytest.mark.parametrize(
    ("xml", "decision", "message"),
    [
        (rewritten("basis", "comparison", (2, LIGHTER, '"较轻"')), "basis", "草案适用决定时的规定，而它处罚较重（行政处罚法第37条从旧兼从轻）"),
        (rewritten("basis", "comparison", (1, LIGHTER, '"较重"')), "basis", "草案适用行为时的规定，而它处罚较重"),
        (rewritten("basis", "comparison", (7, LIGHTER, '"较轻"')), "basis", "轻重相同，草案适用决定时的规定，应当适用行为时的规定"),
        (
            rewritten("basis", "comparison", (5, LIGHTER, '"较重"')),
            "basis",
            "行为时的规定罚款500元至20,000元、没收违法所得，决定时的规定罚款500元至20,000元：草案适用行为时的规定",
        ),
        (rewritten("basis", "basis", (1, "结论", '"行为时的规定"')), "basis", "行为时没有处罚依据的（行政处罚法第38条）：草案的结论是“行为时的规定”"),
        (rewritten("basis", "basis", (2, "结论", '"行为时的规定"')), "basis", "决定时的规定已不再处罚的（行政处罚法第37条）"),
        (reworded("basis", "old", "各时期的规定[施行 < 行为终了日 and (失效 = null or 失效 >= 行为终了日)][1]"), "basis", "新规定施行当日"),
        (reworded("basis", "new", "各时期的规定[施行 <= 决定日 and (失效 = null or 失效 > 决定日)][1]"), "basis", "旧规定失效当日"),
        (reworded("basis", "new", "各时期的规定[1]"), "basis", "草案的结论"),
        (rewritten("basis", "concurrence", (5, COMPARED, "> 100")), "concurrence", "本案罚款上限0元，同一行为违反的另一规定罚款上限100元"),
        (rewritten("basis", "concurrence", (4, OTHER, "false")), "concurrence", "行政处罚法第29条"),
        (rewritten("basis", "concurrence", (1, OWN, "true")), "concurrence", "本案不予处罚：草案的结论是“按另一规定处罚”，应当是“按本案处罚”"),
        (reworded("basis", "heaviest", "违反的其他规定[1]"), "heaviest", "罚款最高"),
    ],
)
def test_no_draft_applies_a_heavier_law(xml: bytes, decision: str, message: str) -> None:
    found = objections("basis", xml)
    assert any(item.decision == decision and message in item.message for item in found), found


def test_a_heavier_law_is_found_however_large_the_difference_at_which_a_draft_stops() -> None:
    rows = ((2, MAXIMUM, "[1..70000]"), *((row, MAXIMUM, "0") for row in range(3, 8)))
    xml = rewritten("basis", "comparison", *rows).replace(b'hitPolicy="UNIQUE"', b'hitPolicy="FIRST"')
    xml = xml.replace(b"<text>&lt; 0</text>", b"<text>not([0..70000])</text>", 1)
    found = [item.message for item in objections("basis", xml) if item.code == "illegal"]
    assert len(found) == 1
    assert "草案适用决定时的规定，而它处罚较重" in found[0]


def test_the_legal_office_says_which_kinds_weigh_more_where_the_law_leaves_it_open() -> None:
    xml = content("basis").decode().replace("count(决定时的规定.处罚种类)", 'count(决定时的规定.处罚种类[item != "警告"])')
    xml = xml.replace("count(行为时的规定.处罚种类)", 'count(行为时的规定.处罚种类[item != "警告"])')
    assert objections("basis", xml.encode()) == ()


@pytest.mark.parametrize(
    ("xml", "decision", "message"),
    [
        (
            rewritten("amount", "sum", (2, "系数", "0.2 * 从轻项数")),
            "coefficient",
            "从轻1项、从重0项的系数0.7高于从轻0项、从重0项的0.5：从轻情节不得加重处罚",
        ),
        (rewritten("amount", "sum", (3, "系数", "-0.1 * 从重项数")), "coefficient", "从重情节不得减轻处罚"),
        (rewritten("amount", "coefficient", (1, "系数", "系数合计")), "coefficient", "系数为−0.1，不在0与1之间"),
        (rewritten("amount", "coefficient", (3, "系数", "系数合计")), "coefficient", "系数为1.1，不在0与1之间"),
        (reworded("amount", "rate", "round half up((阶次下限 + (阶次上限 - 阶次下限) * 系数) / 取整.取整到, 0) * 取整.取整到"), "rate", "超出阶次"),
        (reworded("amount", "rate", "阶次上限 - (阶次上限 - 阶次下限) * 系数"), "fine", "从轻情节不得加重处罚"),
        (reworded("amount", "fine", "阶次内的数额 + 1"), "fine", "不在阶次折合的"),
        (reworded("amount", "fine", "null"), "fine", "没有结果"),
        (rewritten("amount", "rounding", (1, "取整到", "0")), "fine", "建议罚款"),
    ],
)
def test_no_draft_leaves_the_tier_or_turns_the_factors_about(xml: bytes, decision: str, message: str) -> None:
    (found,) = objections("amount", xml)
    assert found.decision == decision, found
    assert message.replace("−", "-") in found.message.replace("−", "-")


def test_another_middle_step_and_grain_may_be_published() -> None:
    xml = rewritten("amount", "sum", (1, "系数", "0.4"), (2, "系数", "-0.1 * 从轻项数"), (3, "系数", "0.15 * 从重项数"))
    assert objections("amount", xml) == ()
    assert objections("amount", rewritten("amount", "rounding", (1, "取整到", "100"), (1, "说明", "取整到100元"))) == ()


@pytest.mark.parametrize(
    ("xml", "decision", "message"),
    [
        (
            rewritten("shared", "exemption", (1, "年龄（周岁）", "< 12")),
            "exemption",
            "13周岁、危害后果：无：草案的结论是“继续”，应当是“不予”（行政处罚法第30条）",
        ),
        (rewritten("shared", "exemption", (7, "结论", '"可以不予"')), "exemption", "没有法定的不予处罚情形"),
        (rewritten("shared", "exemption", (6, "结论", '"不予"')), "exemption", "行政处罚法第33条第1款"),
        (rewritten("shared", "lenient", (2, "从轻项数", "-1")), "lenient", "只有“受他人胁迫或者诱骗实施违法行为”一项情节：草案计为-1项"),
        (rewritten("shared", "severe", (3, "作虚假陈述或者隐匿、毁损证据", "false")), "severe", "草案不计算它"),
        (rewritten("shared", "guard", (1, "结论", '"调整适用"')), "guard", "罚款2,100元：草案的结论是“调整适用”，应当是“超过法定上限”"),
        (rewritten("shared", "guard", (4, "结论", '"阶次内"')), "guard", "应当是“低于法定下限”"),
    ],
)
def test_no_draft_spares_or_punishes_beyond_the_law(xml: bytes, decision: str, message: str) -> None:
    found = [item for item in objections("shared", xml) if item.code == "illegal"]
    assert any(item.decision == decision and message in item.message for item in found), found


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ([(1, "不超过当场处罚上限", "-")], "草案“可以当场处罚”（行政处罚法第51条）"),
        ([(2, "达到听证门槛", "false")], "草案没有“告知听证权利”（行政处罚法第63条）"),
        ([(6, "情节复杂或者重大", "false")], "草案没有“法制审核”（行政处罚法第58条）"),
        ([(10, "情节复杂或者重大", "false")], "草案没有“集体讨论”（行政处罚法第57条第2款）"),
        ([(12, "当事人未成年", "-")], "草案把未成年人的处罚“公开”"),
    ],
)
def test_no_draft_leaves_out_a_hearing_or_a_review(cells: list[Cell], message: str) -> None:
    found = [item for item in objections("routing", rewritten("routing", "routing", *cells)) if item.code == "illegal"]
    assert len(found) == 1
    assert message in found[0].message


@pytest.mark.parametrize(
    ("name", "xml", "code", "message"),
    [
        (
            "basis",
            content("basis").replace(b'"heaviest', b'"dearest').replace(b'"#heaviest"', b'"#dearest"'),
            "structure",
            "缺少决策“罚款最高的其他规定”",
        ),
        ("basis", rewritten("basis", "basis", (1, "理由", " ")), "structure", "“适用的规定”第1行没有写“理由”，裁量说明和文书上要用"),
        ("basis", rewritten("basis", "basis", (1, "依据", "行政处罚法 999")), "source", "“适用的规定”第1行的依据“行政处罚法 999”不在法规库中"),
        ("basis", rewritten("basis", "comparison", (7, KINDS, "1")), "gap", "“新旧轻重”：没有规则的情形"),
        ("amount", content("amount").replace("从轻项数".encode(), "从宽项数".encode()), "structure", "“从宽项数”不是程序能给出的事项"),
        ("amount", rewritten("amount", "sum", (1, "从轻项数", "> 0")), "structure", "第1行须为起点"),
        ("amount", content("amount").replace(b"[0..1]", b"[0..0.9]"), "gap", "没有规则的情形"),
        (
            "shared",
            content("shared").replace('"可以不予"'.encode(), '"可不予"'.encode()),
            "structure",
            "须限定为这些输出值：不予、时效已过、可以不予、继续",
        ),
    ],
)
def test_what_the_program_relies_on_stays(name: str, xml: bytes, code: str, message: str) -> None:
    found = objections(name, xml)
    assert any(item.code == code and message in item.message for item in found), found


def test_a_rule_begins_after_today() -> None:
    (found,) = objections("amount", content("amount"), TODAY)
    assert (found.code, "须在今日之后" in found.message) == ("dates", True)
