from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import forms
from engine.engine import commands
from engine.journal.fold import WORKING_STATE
from engine.proof.history import Step
from engine.proof.stream import Proof
from engine.store.tables import TABLES as STORED
from web.replay.clock import clocks
from web.replay.column import COLUMNS
from web.replay.inner import outline, pairs
from web.replay.label import TABLES
from web.replay.law import law
from web.replay.milestone import milestones
from web.replay.sheet import Tables, forms_filled, sheets, word
from web.replay.verdict import checks, of_entry

KEYS = {"id", "case_id"}
TASK = {
    "title": "协办确认",
    "state": "waiting",
    "role": "officer",
    "slot": "second",
    "form": "confirmation",
    "opened_at": "2026-09-14T03:00:00+00:00",
}
DEADLINE = {
    "key": "plea",
    "title": "陈述申辩",
    "start_on": "2026-10-13",
    "length": 5,
    "unit": "working",
    "owner": "party",
    "basis": "行政处罚法 45①",
    "due": "2026-10-20",
    "ends_at": "2026-10-20T16:00:00+00:00",
    "provisional": False,
    "suspensions": [],
    "lines": [],
    "state": "running",
}


def entry(seq: int, *facts: str, sentence: str = "") -> Step:
    at = datetime(2026, 9, 14, tzinfo=UTC) + timedelta(days=seq)
    return Step(
        seq=seq, at=at, actor_name="周岩", command="CompleteTask", sentences=(sentence,), facts=facts, moved=True, digest="", prev="", versions={}
    )


def test_every_column_that_an_auditor_may_see_has_a_chinese_name() -> None:
    assert commands
    seen = {name for name, table in STORED.items() if name == "case" or ("case_id" in table.c and WORKING_STATE.get(name) != frozenset())}
    assert seen == TABLES.keys() == COLUMNS.keys()
    for name in seen:
        hidden = WORKING_STATE.get(name, frozenset())
        assert set(STORED[name].c.keys()) - KEYS - hidden == COLUMNS[name].keys(), name


def test_sheet_marks_what_the_entry_changed_and_what_stood_there() -> None:
    before = {"case": {"c": {"state": "open", "fine": None}}}
    (sheet,) = sheets({"case": {"c": {"state": "closed", "fine": "19500"}}}, before)
    assert [(cell.label, cell.text, cell.was) for cell in sheet.lines[0].moved()] == [("状态", "已结案", "办理中"), ("罚款", "19,500元", None)]
    assert sheet.changed == 1


def test_sheet_tells_a_new_row_from_a_touched_and_an_untouched_one() -> None:
    before = {"task": {"a": TASK, "b": TASK}}
    (sheet,) = sheets({"task": {"a": TASK, "b": TASK | {"state": "cancelled"}, "c": TASK}}, before)
    assert [(line.fresh, line.changed) for line in sheet.lines] == [(False, False), (False, True), (True, True)]


def test_form_is_read_under_its_own_labels() -> None:
    done = TASK | {"state": "done", "data": {"confirmed": True, "remark": None}}
    (line,) = forms_filled(sheets({"task": {"a": done}}, {"task": {"a": TASK}}))
    label = forms.describe("confirmation").fields[0].label
    assert line.inner == (("填写内容", ((label, dict(forms.describe("confirmation").fields[0].choices)["true"]),)),)


def test_form_that_is_no_longer_in_use_is_still_shown() -> None:
    assert tuple(pairs("task", "data", {"form": "gone", "data": {"answer": "42", "nothing": None}})) == (("answer", "42"),)


def test_values_are_written_as_people_write_them() -> None:
    assert word("case", "discovered_on", "2026-09-14") == "2026年9月14日"
    assert word("case", "opened_at", "2026-09-14T01:00:05+00:00") == "2026年9月14日 09:00:05"
    assert word("case", "second_confirmed", value=True) == "是"
    assert word("party", "phone", None) == "—"
    assert word("case", "state", "unheard_of") == "unheard_of"


def test_what_was_reported_is_told_field_by_field_with_what_stood_there() -> None:
    row = {"number": "江城管罚决字〔2026〕第0007号", "state": "exported", "fields": {"CF_WSH": "第0007号", "CF_JDRQ": "2026-10-17"}}
    now = row | {"fields": {"CF_WSH": "第0007号", "CF_JDRQ": "2026-10-18"}}
    (sheet,) = sheets({"credit_row": {"r": now}}, {"credit_row": {"r": row}})
    (line,) = sheet.lines
    assert [(cell.label, cell.text, cell.was) for cell in line.moved()] == [("处罚决定日期", "2026年10月18日", "2026年10月17日")]
    assert ("处罚决定日期", "2026年10月18日") in dict(line.inner)["报送的数据"]


def test_codes_lists_and_minutes_are_written_as_people_write_them() -> None:
    assert word("task", "form", "approval") == "审批"
    assert word("case", "panel", []) == "—"
    assert word("case", "panel", ["a", "b"]) == "a、b"
    assert word("collaboration", "link_until", "2026-12-26") == "2026年12月26日"
    told = {"state": "served", "code": "D21", "facts": {"ground": "first", "filed_on": "2026-10-17"}}
    assert ("不予处罚的情形", "初次违法且危害后果轻微并及时改正") in tuple(pairs("document", "facts", told))
    assert tuple(pairs("publication", "content", {"content": {"party_kind": "person"}})) == (("相对人类别", "自然人"),)


def test_outline_leaves_nothing_out_but_nothings() -> None:
    assert list(outline({"a": {"b": [1, 2]}, "c": None, "d": "", "e": False, "f": [{"g": 0}]})) == [("a b", "1\n2"), ("e", "否"), ("f 1 g", "0")]


def test_clock_of_a_party_that_ran_out_is_over_and_not_overdue() -> None:
    expired = DEADLINE | {"state": "expired", "ended_on": "2026-10-20"}
    (clock,) = clocks({"d": expired}, date(2026, 11, 1))
    assert (clock.level, clock.words) == ("over", "已届满")
    (clock,) = clocks({"d": expired | {"owner": "agency"}}, date(2026, 11, 1))
    assert (clock.level, clock.words) == ("late", "已超12日")


def test_clock_reads_as_on_its_day() -> None:
    (clock,) = clocks({"d": DEADLINE}, date(2026, 10, 16))
    assert (clock.due, clock.words) == (date(2026, 10, 20), "还剩4日")
    (clock,) = clocks({"d": DEADLINE | {"due": None, "ends_at": None, "state": "suspended"}}, date(2026, 10, 16))
    assert (clock.level, clock.words) == ("still", "暂停计算")


def test_law_is_that_of_the_assessment_in_force_and_of_running_clocks() -> None:
    runs = [{"table": "JC04", "version": "JC-2026.4", "digest": "ab" * 32}] * 2
    told = {"basis_full": "《生态环境法典》第一千一百三十二条", "benchmark": "裁量基准", "version": "JC-2026.4", "runs": runs}
    tables: Tables = {
        "case": {"c": {"assessment_id": "new"}},
        "assessment": {"old": {"explanation": told | {"basis_full": "旧法"}}, "new": {"explanation": told}},
        "deadline": {"d": DEADLINE, "e": DEADLINE | {"title": "送达", "state": "met"}},
    }
    assert law(tables) == (
        ("处罚依据", "《生态环境法典》第一千一百三十二条"),
        ("裁量基准", "裁量基准 JC-2026.4"),
        ("表JC04", "JC-2026.4，摘要abababababab…"),
        ("陈述申辩", "行政处罚法第四十五条第一款"),
    )
    assert law({}) == ()


def test_milestones_keep_their_distance_and_the_shown_step() -> None:
    steps = [entry(seq, "CaseFiled" if seq % 2 else "TaskClaimed", sentence="周岩签收“核查”") for seq in range(1, 41)]
    names = milestones(steps, 20)
    assert names[20] == "核查"
    assert names[1] == "立案"
    places = sorted(names)
    assert all(later - earlier >= 5 for earlier, later in pairwise(places))


def test_single_step_has_its_name() -> None:
    assert milestones([entry(1, "CaseOpened")], 1) == {1: "登记"}


def test_faults_are_told_apart_by_their_proof() -> None:
    proof = Proof(stream="c", entries=5, faults=("c 第3条：内容与摘要不符", "表case的c，列fine与日志不符", "第4条：重演所得的状态与记载不符"))
    chain, fold, replay = checks(proof)
    assert (chain.faults, fold.faults, replay.faults) == (("第3条：内容与摘要不符",), ("案件（c…）的“罚款”，库中所存与日志不符",), proof.faults[2:])
    assert of_entry((chain, fold, replay), 3) == ("第3条：内容与摘要不符",)
    assert of_entry((chain, fold, replay), 4) == ("第4条：重演所得的状态与记载不符",)


def test_rows_that_only_one_side_knows_are_said_so() -> None:
    _, fold, _ = checks(Proof(stream="c", entries=5, faults=("表task的ab12不在日志中", "表evidence的cd34不在表中", "表 怪")))
    assert fold.faults == ("办理步骤（ab12…）库中有，日志中没有", "证据（cd34…）日志中有，库中没有", "表 怪")


def test_what_could_not_be_proved_is_not_called_proved() -> None:
    chain, fold, replay = checks(Proof(stream="c", entries=0, faults=("c 第1条：不是规范编码（x）", "日志不能读取：x")))
    assert (chain.held, fold.held, replay.held) == (False, False, False)
    assert not replay.done
