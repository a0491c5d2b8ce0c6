"""A table on its way: drafted, checked, tried on past cases, approved by a second person, in force from its day, never changed."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from engine.commands.benchmark import ApproveBenchmark, DraftBenchmark, DropBenchmark, ReturnBenchmark, SubmitBenchmark
from engine.dmn.edit import read_grid, write_rows
from engine.errors import StaleVersionError
from engine.queries.benchmark import DraftView, Editions, ShowDraft
from tests.alike import copies
from tests.office import Office

TABLES = Path(__file__).resolve().parents[3] / "processes" / "discretion"
BEGIN = date(2026, 12, 1)


def text(name: str = "JC04", *changes: tuple[str, str]) -> str:
    """A packaged table with other cells."""
    found = (TABLES / f"{name}.dmn").read_text(encoding="utf-8")
    for old, new in changes:
        assert f"<text>{old}</text>" in found
        found = found.replace(f"<text>{old}</text>", f"<text>{new}</text>")
    return found


def drafted(office: Office, content: str, name: str = "JC04", **changes: object) -> DraftView:
    data = {"name": name, "version": "JC-2027.1", "valid_from": BEGIN, "reason": "调整阶次", "text": content} | changes
    draft = office.house.engine.execute(DraftBenchmark(**data), office.actor("taoran"))  # type: ignore[arg-type]  # The names are the command's.
    return shown(office, draft)


def shown(office: Office, draft: str) -> DraftView:
    return office.house.engine.ask(ShowDraft(draft=draft), office.actor("liangjing"))


def submit(office: Office, view: DraftView) -> None:
    office.house.engine.execute(SubmitBenchmark(draft=view.draft.id, sha256=view.draft.sha256), office.actor("taoran"))


def approve(office: Office, view: DraftView, by: str = "liangjing") -> str:
    return office.house.engine.execute(ApproveBenchmark(draft=view.draft.id, sha256=view.draft.sha256), office.actor(by))


def test_a_sound_table_is_in_force_from_its_day(office: Office) -> None:
    view = drafted(office, text("JC04", ("15000", "12000"), ("30000", "25000")))
    assert view.objections == ()
    submit(office, view)
    approve(office, view)
    editions = [each for each in office.house.engine.ask(Editions(), office.actor("taoran")) if each.table.name == "JC04"]
    assert [(each.table.version, each.until) for each in editions] == [("JC-2026.4", date(2026, 11, 30)), ("JC-2027.1", None)]
    with office.house.database.reading() as connection:
        law = office.house.engine.ports.law
        assert law(connection, date(2026, 11, 30)).benchmarks["JC04"].version == "JC-2026.4"
        assert law(connection, BEGIN).benchmarks["JC04"].version == "JC-2027.1"
    assert office.faults("office") == []
    assert shown(office, view.draft.id).draft.approver_name == "梁静"


def test_the_author_does_not_approve_the_own_table(office: Office) -> None:
    view = drafted(office, text())
    submit(office, view)
    with office.refusal("same_person"):
        approve(office, view, by="taoran")


def test_what_was_changed_after_a_look_is_not_approved(office: Office) -> None:
    view = drafted(office, text())
    with office.refusal("stale_version"):
        office.house.engine.execute(SubmitBenchmark(draft=view.draft.id, sha256="0" * 64), office.actor("taoran"))
    with pytest.raises(StaleVersionError, match="您打开此页后，这份草案已被改过。"):
        office.house.engine.execute(SubmitBenchmark(draft=view.draft.id, sha256="0" * 64), office.actor("taoran"))


def test_nothing_is_approved_before_it_was_submitted(office: Office) -> None:
    view = drafted(office, text())
    with office.refusal("step_not_waiting"):
        approve(office, view)


def test_a_returned_draft_is_written_anew_and_submitted_again(office: Office) -> None:
    view = drafted(office, text())
    submit(office, view)
    with office.refusal("invalid_input", field="reason"):
        office.house.engine.execute(ReturnBenchmark(draft=view.draft.id, reason=" "), office.actor("liangjing"))
    office.house.engine.execute(ReturnBenchmark(draft=view.draft.id, reason="第二阶过高"), office.actor("liangjing"))
    assert shown(office, view.draft.id).draft.remark == "第二阶过高"
    again = drafted(office, text("JC04", ("30000", "28000")), draft=view.draft.id)
    submit(office, again)
    approve(office, again)
    with office.refusal("step_not_waiting"):
        drafted(office, text(), draft=view.draft.id)
    assert office.faults("office") == []


def test_a_dropped_draft_is_over(office: Office) -> None:
    view = drafted(office, text())
    office.house.engine.execute(DropBenchmark(draft=view.draft.id), office.actor("taoran"))
    with office.refusal("step_not_waiting"):
        submit(office, view)
    assert office.faults("office") == []


@pytest.mark.parametrize("by", ["zhouyan", "limin", "shenyanqiu", "guqing", "anquan"])
def test_only_the_legal_office_drafts(office: Office, by: str) -> None:
    with office.refusal("not_allowed"):
        office.house.engine.execute(DraftBenchmark(name="JC04", version="x", valid_from=BEGIN, reason="x", text=text()), office.actor(by))


GRID = read_grid(text("JC01").encode(), "tier", file="JC01.dmn")


def with_rows(*rows: tuple[str, ...]) -> str:
    return write_rows(text("JC01").encode(), "tier", rows, file="JC01.dmn").decode()


@pytest.mark.parametrize(
    ("content", "code", "message", "rows"),
    [
        (with_rows(*GRID.rows[:1], *GRID.rows[2:]), "gap", "占用面积=2.5平方米、一年内第1次、没有拒不改正：没有任何一行适用。", ()),
        (text("JC01", ("5000", "5001")), "outside_statute", "第5行的上限5,001元高于法定上限5,000元（北京市市容环境卫生条例 35⑤）。", (5,)),
        (text("JC01", ("500", "499")), "outside_statute", "第2行的下限499元低于法定下限500元（北京市市容环境卫生条例 35⑤）。", (2,)),
        (text("JC01", ("12个月内第2次", "")), "structure", "第4行没有写“情形”，文书上要用。", (4,)),
        (text("JC01", ("&gt; 10", "&gt; 十")), "unreadable", "", (5,)),
        (text("JC01").replace("PRIORITY", "COLLECT"), "structure", "命中策略为COLLECT", ()),
        (text("JC01").replace("PRIORITY", "UNIQUE"), "overlap", "同时适用", ()),
        (
            with_rows(*GRID.rows[:3], (*GRID.rows[3][:5], "3400", *GRID.rows[3][6:]), *GRID.rows[4:]),
            "overlap",
            "占用面积=7.5平方米、一年内第2次、没有拒不改正：第3、4行同时适用，定不出一个结果。",
            (3, 4),
        ),
        (text("JC01").replace("占用面积", "占地面积"), "structure", "表中的“占地面积”不是本案由查明的事项", ()),
        (text("JC01").replace("35⑤</text>", "35⑨</text>"), "source", "不在法规库中", ()),
        (text("JC01", ("(5..10]", "(5..6]")), "gap", "没有任何一行适用", ()),
        (text("JC01", ("1500", "上限")), "unreadable", "", ()),
    ],
)
def test_a_faulty_table_is_told_where_and_not_submitted(office: Office, content: str, code: str, message: str, rows: tuple[int, ...]) -> None:
    view = drafted(office, content, "JC01")
    found = [item for item in view.objections if item.code == code]
    assert any(message in item.message and (not rows or item.rows == rows) for item in found), view.objections
    with office.refusal("table_faulty"):
        submit(office, view)


@pytest.mark.parametrize(
    ("begin", "message"), [(date(2026, 9, 14), "须在今日之后"), (date(2026, 1, 1), "须在现有版本JC-2026.4的施行日期2026年1月1日之后")]
)
def test_a_table_begins_after_today_and_after_the_last(office: Office, begin: date, message: str) -> None:
    assert any(message in item.message for item in drafted(office, text(), valid_from=begin).objections)


def test_a_version_is_named_once(office: Office) -> None:
    assert any("已经用过" in item.message for item in drafted(office, text(), version="JC-2026.4").objections)


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + text().partition("?>")[2], "text"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><definitions/>', "text"),
        ("<definitions", "text"),
        ("", "text"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'/>", "text"),
        (text().replace("</definitions>", " " * 300_000 + "</definitions>"), "text"),
    ],
)
def test_hostile_files_are_refused(office: Office, content: str, field: str) -> None:
    with office.refusal("invalid_input", field=field):
        drafted(office, content)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "JC99"}, "name"),
        ({"name": "national"}, "name"),
        ({"version": " "}, "version"),
        ({"reason": ""}, "reason"),
        ({"version": "x" * 41}, "version"),
    ],
)
def test_a_draft_needs_its_particulars(office: Office, changes: dict[str, str], field: str) -> None:
    with office.refusal("invalid_input", field=field):
        drafted(office, text(), **changes)


def test_the_trial_tells_what_past_cases_would_have_paid(office: Office) -> None:
    office.play_s2(until="serve")
    view = drafted(office, text("JC04", ("15000", "12000")))
    assert view.trial is not None
    (case,) = view.trial.cases
    assert (case.verdict, case.before, case.amount, case.tier) == ("less", Decimal(22_500), Decimal(21_000), "较重")
    assert case.number.startswith("江城管立字")
    submit(office, view)
    assert shown(office, view.draft.id).draft.trial == {
        "cases": 1,
        "left_out": 0,
        "more": 0,
        "less": 1,
        "same": 0,
        "nothing": 0,
        "undecided": 0,
        "noted": 0,
    }


def test_a_case_without_a_tier_is_in_the_trial_with_its_reason(office: Office) -> None:
    case = office.play_s2(until="serve")
    explained = dict(office.file(case).assessments[-1].explanation)
    copies(office, case, ["20000"], explained=explained | {"tier": None, "amount": None, "runs": []})
    trial = drafted(office, text()).trial
    assert trial is not None
    assert {(each.verdict, each.reason) for each in trial.cases} == {("same", ""), ("undecided", "当时没有适用的阶次，经集体讨论决定")}
    assert sum(trial.counts.values()) == len(trial.cases) == 2


def test_a_later_table_leaves_the_explanation_of_a_case_as_it_was(office: Office) -> None:
    case = office.play_s2(until="serve")
    before = office.file(case).assessments
    view = drafted(office, text("JC04", ("15000", "12000")))
    submit(office, view)
    approve(office, view)
    office.at("2026-12-02 09:00")
    after = office.file(case).assessments
    assert [each.explanation for each in before] == [each.explanation for each in after]
    assert after[-1].explanation["version"] == "JC-2026.4"
    assert office.faults() == []


def test_a_draft_of_nobody_is_not_found(office: Office) -> None:
    with office.refusal("not_found"):
        office.house.engine.execute(DropBenchmark(draft="none"), office.actor("taoran"))
