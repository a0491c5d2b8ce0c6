"""A rule of all causes on its way: it goes the road of the tables, and past cases are decided anew by it, on paper."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from engine.commands.benchmark import ApproveBenchmark, DraftBenchmark, SubmitBenchmark
from engine.dmn.edit import read_grid, write_rows, write_text
from engine.law.benchmark import RULES
from engine.queries.benchmark import DraftView, Edition, Editions, ShowDraft
from engine.queries.office_log import OfficeLog
from tests.alike import copies
from tests.office import Office

ROOT = Path(__file__).resolve().parents[3] / "processes"
BEGIN = date(2026, 12, 1)
Cells = Mapping[tuple[int, str], str]
"""What is written into a row from 1 under a head."""


def content(name: str, decision: str = "", cells: Cells | None = None) -> str:
    """A packaged rule, with other cells in one table."""
    xml = (ROOT / ("" if name == "routing" else "discretion") / f"{name}.dmn").read_bytes()
    if cells is None:
        return xml.decode()
    grid = read_grid(xml, decision, file=name)
    rows = [list(row) for row in grid.rows]
    for (row, head), text in cells.items():
        rows[row - 1][grid.heads.index(head)] = text
    return write_rows(xml, decision, rows, file=name).decode()


LIGHTER_START = content("amount", "sum", {(1, "系数"): "0.4"})


def drafted(office: Office, name: str, text: str) -> DraftView:
    command = DraftBenchmark(name=name, version="JC-2027.1", valid_from=BEGIN, reason="调整起点", text=text)
    draft = office.house.engine.execute(command, office.actor("taoran"))
    return office.house.engine.ask(ShowDraft(draft=draft), office.actor("liangjing"))


def submit(office: Office, view: DraftView) -> None:
    office.house.engine.execute(SubmitBenchmark(draft=view.draft.id, sha256=view.draft.sha256), office.actor("taoran"))


def approve(office: Office, view: DraftView, by: str = "liangjing") -> None:
    office.house.engine.execute(ApproveBenchmark(draft=view.draft.id, sha256=view.draft.sha256), office.actor(by))


def editions(office: Office, name: str) -> list[Edition]:
    return [each for each in office.house.engine.ask(Editions(), office.actor("taoran")) if each.table.name == name]


def test_the_rules_are_listed_before_the_tables_and_say_where_they_came_from(office: Office) -> None:
    found = office.house.engine.ask(Editions(), office.actor("zhouyan"))
    assert [each.table.name for each in found[: len(RULES)]] == list(RULES)
    assert [each.general for each in found].count(True) == len(RULES)
    assert {each.origin for each in found} == {None}


@pytest.mark.parametrize("name", RULES)
def test_what_is_in_force_changes_nothing_for_the_cases_decided_under_it(office: Office, name: str) -> None:
    office.play_s2(until="serve")
    view = drafted(office, name, content(name))
    assert (view.objections, view.sheets != ()) == ((), True)
    assert view.trial is not None
    (case,) = view.trial.cases
    assert (case.verdict, case.amount, case.note) == ("same", Decimal(22_500), "")


def test_another_start_of_the_coefficient_is_published_and_old_cases_keep_theirs(office: Office) -> None:
    case = office.play_s2(until="serve")
    view = drafted(office, "amount", LIGHTER_START)
    assert view.trial is not None
    (tried,) = view.trial.cases
    assert (tried.verdict, tried.before, tried.amount) == ("less", Decimal(22_500), Decimal(21_000))
    submit(office, view)
    with office.refusal("same_person", says="起草人不能复核自己起草的建议数额规则"):
        approve(office, view, by="taoran")
    approve(office, view)
    first, second = editions(office, "amount")
    assert (first.until, second.table.valid_from, second.until) == (date(2026, 11, 30), BEGIN, None)
    assert second.origin is not None
    assert (second.origin.author_name, second.origin.approver_name) == ("陶然", "梁静")
    assert second.content.count("0.4") == 1
    assert office.faults("office") == []
    assert office.faults(case) == []


def test_the_journal_names_the_rule_by_its_title(office: Office) -> None:
    view = drafted(office, "amount", LIGHTER_START)
    submit(office, view)
    told = [line for entry in office.house.engine.ask(OfficeLog(), office.actor("guqing")).entries for line in entry.sentences]
    assert any("起草建议数额规则的JC-2027.1" in line for line in told), told


def test_a_rule_that_breaks_the_law_is_refused(office: Office) -> None:
    view = drafted(office, "basis", content("basis", "comparison", {(2, "决定时的规定"): '"较轻"'}))
    assert "而它处罚较重（行政处罚法第37条从旧兼从轻）" in view.objections[0].message
    with office.refusal("table_faulty", says="法律适用规则不能发布"):
        submit(office, view)


def test_more_factors_lower_the_sum_of_past_cases(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    before = office.file(case).assessments[-1].explanation
    assert before["lenient"] == 1
    view = drafted(office, "shared", content("shared", "lenient", {(row, "从轻项数"): "2" for row in range(1, 9)}))
    assert view.trial is not None
    (tried,) = view.trial.cases
    assert (tried.verdict, tried.before, tried.amount) == ("less", Decimal(before["amount"]), Decimal(16_500))


def test_who_would_no_longer_be_spared_is_told_apart(office: Office) -> None:
    case = office.play_s2(until="serve")
    explained = dict(office.file(case).assessments[-1].explanation)
    runs = [dict(run) for run in explained["runs"]]
    spared = next(run for run in runs if run["outcome"]["decision"] == "exemption")
    spared["outcome"] = spared["outcome"] | {"value": {"结论": "不予"}}
    copies(office, case, ["0"], explained=explained | {"runs": runs})
    trial = drafted(office, "shared", content("shared")).trial
    assert trial is not None
    assert [(each.verdict, each.reason) for each in trial.cases if each.number.endswith("第9001号")] == [
        ("undecided", "当时“不予”，草案“继续”：数额须重新评定")
    ]


def test_another_way_of_a_case_is_told_beside_its_sum(office: Office) -> None:
    office.play_s2(until="serve")
    text = content("routing", "routing", {(10, "情节复杂或者重大"): "-"})
    view = drafted(office, "routing", text)
    assert view.trial is not None
    assert [(each.verdict, each.note) for each in view.trial.cases] == [("same", "增加“集体讨论”")]
    assert view.trial.summary()["noted"] == 1


@pytest.mark.parametrize(
    ("cells", "verdict", "said"),
    [
        ({(3, "结论"): '"决定时的规定"'}, "undecided", "草案为决定时的规定"),
        ({(3, "结论"): '"决定时不再处罚"', (3, "条款"): "null"}, "nothing", "决定时不再处罚"),
    ],
)
def test_another_law_is_for_a_new_assessment(office: Office, cells: Cells, verdict: str, said: str) -> None:
    office.play_s2(until="serve")
    trial = drafted(office, "basis", content("basis", "basis", cells)).trial
    assert trial is not None
    (tried,) = trial.cases
    assert (tried.verdict, said in tried.reason + tried.note) == (verdict, True)


def test_a_run_whose_input_was_not_kept_is_not_told(office: Office) -> None:
    case = office.play_s2(until="serve")
    explained = dict(office.file(case).assessments[-1].explanation)
    bare = [{name: value for name, value in run.items() if name != "given"} for run in explained["runs"]]
    copies(office, case, ["20000"], explained=explained | {"runs": bare})
    copies(office, case, ["20000"], explained=explained | {"runs": []})
    trial = drafted(office, "amount", LIGHTER_START).trial
    assert trial is not None
    assert sorted(each.reason for each in trial.cases) == ["", "当时没有用到这一规则", "没有记录当时输入的事项"]


def test_a_rule_that_stops_past_cases_is_refused(office: Office) -> None:
    office.play_s2(until="serve")
    text = write_text(content("amount").encode(), "fine", "if 阶次下限 = 15000 then null else 阶次内的数额", file="amount").decode()
    view = drafted(office, "amount", text)
    assert view.objections[-1].message.startswith("试算中有1件定不出结果")
