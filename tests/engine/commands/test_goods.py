"""Goods under preservation: taken, decided on, returned by force when the power ends, and never twice. Source: 行政处罚法 Art. 56; domain.md §2.3."""

from pathlib import Path
from typing import Any

from engine.actor import SYSTEM
from engine.commands.law import PublishProcess
from engine.events.goods import GoodsDisposed, GoodsPowerEnded
from tests.course import do, drive, today
from tests.office import Office
from tests.replay.invariant import broken, facts_of

PROCESSES = Path(__file__).parents[3] / "processes"
GRILL = {"name": "木炭烧烤架", "quantity": "1", "unit": "台", "use": "tool"}
SKEWERS = {"name": "烤串", "quantity": "12", "unit": "串", "use": "goods", "perishable": "true"}
RECORD: dict[str, Any] = {
    "shown": "true",
    "told": "true",
    "held_time": "21:45",
    "items": [GRILL, SKEWERS],
    "place": "东湖一中队物品保管室",
    "keeper": "吴敏",
    "presence": "signed",
}
PHONED = {"reason": "loss", "facts": "烧烤架和烤串", "way": "phone", "approver": "李敏", "phoned_at": "21:45", "recording": "0924-2145"}
FOUND = {
    "act_start": "2026-09-24",
    "act_end": "2026-09-24",
    "facts": "在禁止的区域露天烧烤。",
    "measured": None,
    "limit": None,
    "gains": "0",
    "fine": "1000",
    "held_goods": "1,2",
    "goods_value": "300",
}
GRILLER = {"kind": "person", "name": "王德顺", "id_number": "999901198507020035", "address": "江川市东湖区柳浪里6号"}
BACK: dict[str, Any] = {"recipient": "王德顺", "checked": "true", "receipt_no": "FH-1"}


def taken(office: Office) -> tuple[str, str]:
    """A grill and skewers under preservation since Thursday 2026-09-24 21:45: the case and the procedure."""
    office.at("2026-09-24 21:40")
    case = office.open(cause="JC03", party=GRILLER, place="滨湖步道")
    do(office, case, "verification", facts="露天烧烤。")
    do(office, case, "confirm_verification")
    office.at("2026-09-24 21:45")
    kept = office.start("zhouyan", case, "preservation", **PHONED)
    office.submit("zhouyan", case, "record_preservation", **RECORD)
    office.submit("wumin", case, "confirm_preservation", confirmed="true")
    office.submit("limin", case, "supplement_preservation", approved="true", opinion="补签。")
    return case, kept


def to_decision(office: Office, case: str) -> None:
    """Bring the case to the decision that would confiscate both."""
    drive(office, case, until="decide", investigation_report=FOUND, serve={"recipient": "王德顺", "relation": "party"})


def ended(office: Office, case: str) -> list[tuple[int, str | None]]:
    return [(thing.number, thing.disposal) for thing in office.file(case).goods]


def test_the_ledger_holds_what_was_taken_and_until_when(office: Office) -> None:
    case, kept = taken(office)
    file = office.file(case)
    assert [(thing.number, thing.name, thing.perishable, thing.kind, thing.measure) for thing in file.goods] == [
        (1, "木炭烧烤架", False, "preservation", kept),
        (2, "烤串", True, "preservation", kept),
    ]
    [clock] = [clock for clock in file.clocks if clock.key == "preservation"]
    assert (str(clock.due), clock.subject) == ("2026-10-12", kept)
    [paper] = [paper for paper in file.documents if paper.code == "D08"]
    assert (paper.state, str(paper.served_on)) == ("served", "2026-09-24")


def test_the_decision_confiscates_the_things_it_names_once(office: Office) -> None:
    case, _ = taken(office)
    to_decision(office, case)
    do(office, case, "decide")
    assert ended(office, case) == [(1, "confiscated"), (2, "confiscated")]
    with office.refusal("already_disposed", field="transferred"):
        office.submit("zhouyan", case, "handle_preservation", transferred="1", dangerous="true", recipient="某站", reason="移交。")
    office.submit("zhouyan", case, "handle_preservation", reason="处罚决定没收。")
    office.submit("limin", case, "approve_handling", approved="true", opinion="同意。")
    assert {item.procedure: item.ended_as for item in office.file(case).procedures} == {"preservation": "已处理", "delivery": None}
    assert [each for each in broken(facts_of(office, case)) if "I7" in each or "I9" in each] == []
    assert office.faults(case) == []


def test_after_the_power_ended_nothing_is_confiscated(office: Office) -> None:
    case, _ = taken(office)
    drive(office, case, until="notice", investigation_report=FOUND)
    office.at("2026-10-12 17:30")
    assert office.waiting(case) == ["notice", "return_expired"]
    alarms = [fact.sentence() for fact in facts_of(office, case) if isinstance(fact, GoodsPowerEnded)]
    assert alarms[0] == "警示：先行登记保存期限2026-10-12届满，物品1“木炭烧烤架”尚未处理，须立即返还"
    office.at("2026-10-13 09:00")
    drive(office, case, until="decide", serve={"recipient": "王德顺", "relation": "party"})
    with office.refusal("power_ended", basis="行政处罚法 56"):
        do(office, case, "decide")
    office.submit("zhouyan", case, "return_expired", **BACK)
    assert ended(office, case) == [(1, "returned"), (2, "returned")]
    with office.refusal("already_disposed"):
        do(office, case, "decide")
    assert office.faults(case) == []


def test_a_decision_until_midnight_of_the_last_day_still_counts(office: Office) -> None:
    case, _ = taken(office)
    office.at("2026-09-28 09:00")
    to_decision(office, case)
    office.at("2026-10-12 20:00")
    assert "return_expired" in office.waiting(case)
    do(office, case, "decide")
    assert ended(office, case) == [(1, "confiscated"), (2, "confiscated")]
    office.submit("zhouyan", case, "return_expired", **BACK)
    assert ended(office, case) == [(1, "confiscated"), (2, "confiscated")]


def test_a_phone_approval_that_is_not_signed_for_releases_everything(office: Office) -> None:
    office.at("2026-09-24 21:40")
    case = office.open(cause="JC03", party=GRILLER)
    do(office, case, "verification")
    do(office, case, "confirm_verification")
    office.at("2026-09-24 21:45")
    office.start("zhouyan", case, "preservation", **PHONED)
    office.submit("zhouyan", case, "record_preservation", **RECORD)
    office.submit("wumin", case, "confirm_preservation", confirmed="true")
    office.submit("limin", case, "supplement_preservation", approved="false", reason="没有批准过。")
    assert "return_expired" in office.waiting(case)
    office.submit("zhouyan", case, "return_expired", **BACK)
    [paper] = [paper for paper in office.file(case).documents if paper.code == "D08R"]
    assert "没有补批" in str(paper.facts)
    assert office.faults(case) == []


def test_an_earlier_version_without_that_day_starts_no_clock_for_it(office: Office) -> None:
    known = (PROCESSES / "preservation.bpmn").read_text(encoding="utf-8")
    earlier = known.replace("meet_supplement", "note_supplement").replace("phone.approval", "preservation")
    office.house.engine.execute(PublishProcess(root="preservation", files={"preservation.bpmn": earlier}), SYSTEM)
    case, _ = taken(office)
    assert "phone.approval" not in {clock.key for clock in office.file(case).clocks}
    assert "handle_preservation" in office.waiting(case)
    assert office.faults(case) == []


def test_what_is_sent_to_be_appraised_is_decided_on_again(office: Office) -> None:
    case, _ = taken(office)
    office.submit("zhouyan", case, "handle_preservation", returned="1", appraised="2", appraisal_days="10", reason="烤串送检。")
    office.submit("limin", case, "approve_handling", approved="true", opinion="同意。")
    office.submit("zhouyan", case, "return_preserved", **BACK)
    assert ended(office, case) == [(1, "returned"), (2, None)]
    office.submit("zhouyan", case, "handle_preservation", destroyed="2", destroy_basis="食品安全法", reason="腐败变质。")
    office.submit("limin", case, "approve_handling", approved="true", opinion="同意。")
    assert ended(office, case) == [(1, "returned"), (2, "destroyed")]


def test_a_case_is_not_closed_while_a_thing_is_held(office: Office) -> None:
    case, _ = taken(office)
    only_grill = FOUND | {"held_goods": "1"}
    drive(office, case, until="closing", investigation_report=only_grill, serve={"recipient": "王德顺", "relation": "party"})
    with office.refusal("goods_held"):
        do(office, case, "closing")


def test_goods_go_along_with_a_case_that_is_transferred(office: Office) -> None:
    case, kept = taken(office)
    drive(office, case, until="investigation")
    office.start("zhouyan", case, "jurisdiction", way="transfer", body="江川市市场监督管理局", reason="不属本机关管辖。", materials="案卷一册。")
    office.submit("limin", case, "approve_jurisdiction", approved="true", opinion="同意移送。")
    office.submit("zhouyan", case, "hand_over_case", receipt_no="SJ-1", delivered_on=today(office))
    assert ended(office, case) == [(1, "transferred"), (2, "transferred")]
    assert {(thing.recipient, thing.basis) for thing in office.file(case).goods} == {("江川市市场监督管理局", "SJ-1")}
    assert {item.id: item.ended_as for item in office.file(case).procedures}[kept] == "物品已移交或者处置"
    assert [reading.state for reading in office.file(case).clocks if reading.subject == kept] == ["met", "met"]
    office.at("2026-10-12 17:30")
    assert [fact for fact in facts_of(office, case) if isinstance(fact, GoodsPowerEnded)] == []
    assert list(broken(facts_of(office, case))) == []


def test_what_the_power_over_has_ended_does_not_go_along(office: Office) -> None:
    case, kept = taken(office)
    drive(office, case, until="investigation")
    office.at("2026-10-13 09:00")
    office.start("zhouyan", case, "jurisdiction", way="transfer", body="江川市市场监督管理局", reason="不属本机关管辖。", materials="案卷一册。")
    office.submit("limin", case, "approve_jurisdiction", approved="true", opinion="同意移送。")
    office.submit("zhouyan", case, "hand_over_case", receipt_no="SJ-1", delivered_on=today(office))
    assert ended(office, case) == [(1, None), (2, None)]
    office.submit("zhouyan", case, "return_expired", **BACK)
    assert ended(office, case) == [(1, "returned"), (2, "returned")]
    assert {item.id: item.ended_as for item in office.file(case).procedures}[kept] != "物品已移交或者处置"


def test_a_basis_that_confiscates_nothing_confiscates_no_goods(office: Office) -> None:
    office.at("2026-09-24 21:40")
    case = office.open()
    do(office, case, "verification")
    do(office, case, "confirm_verification")
    office.at("2026-09-24 21:45")
    office.start("zhouyan", case, "preservation", **PHONED)
    office.submit("zhouyan", case, "record_preservation", **RECORD)
    office.submit("wumin", case, "confirm_preservation", confirmed="true")
    drive(office, case, until="investigation_report")
    with office.refusal("no_basis", field="held_goods"):
        do(office, case, "investigation_report", held_goods="1")


def test_two_endings_of_a_thing_break_the_invariant(office: Office) -> None:
    case, _ = taken(office)
    [first, *_] = office.file(case).goods
    end = GoodsDisposed(case=case, goods=first.id, number=1, name=first.name, disposal="returned", disposed_on=first.held_at.date())
    assert list(broken([*facts_of(office, case), end, end])) == [f"I7: thing {first.id} was disposed of 2 times"]
