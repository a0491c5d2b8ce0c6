"""Seizure: on a law, for a term, once extended, released or confiscated by decision. Source: 行政强制法 Art. 18-28; domain.md §2.4."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from engine.clock import SHANGHAI
from engine.events.goods import ProceedsPaid
from tests.course import do, drive
from tests.engine.commands.test_goods import GRILL, PHONED, RECORD, ended
from tests.engine.commands.test_remedy import ANSWER, APPLICATION, NOTICE
from tests.office import Office
from tests.replay.invariant import broken, facts_of

SELLER = {"kind": "person", "name": "陈国富", "id_number": "999901197809110058", "address": "江川市东湖区站前街道建设巷3号"}
RACKS = {"name": "货架", "quantity": "2", "unit": "组", "use": "tool"}
BERRIES = {"name": "杨梅", "quantity": "30", "unit": "公斤", "use": "goods", "perishable": "true"}
BACK: dict[str, Any] = {"recipient": "陈国富", "checked": "true", "receipt_no": "FH-1"}
SOLD: dict[str, Any] = {
    "next": "sell",
    "sold": "2",
    "notified_on": "2026-11-10",
    "notice_way": "phone",
    "proceeds": "360.50",
    "buyer": "果品市场",
    "reason": "易腐。",
}
EXTENDED: dict[str, Any] = {"next": "extend", "days": "30", "reason": "进销凭证需核查。"}


def found_selling(office: Office, cause: str = "JC28") -> str:
    """A case against a seller without a licence, on Tuesday 2026-11-10 at nine, with both officers there."""
    office.at("2026-11-10 09:00")
    case = office.open(cause=cause, party=SELLER, place="地铁二号口")
    do(office, case, "verification")
    do(office, case, "confirm_verification")
    return case


def seized(office: Office, case: str, **changes: Any) -> str:
    """Racks and berries seized: the procedure."""
    measure = office.start("zhouyan", case, "seizure", facts="扣押货架和杨梅", urgency="ordinary")
    office.submit("limin", case, "approve_seizure", approved="true", opinion="同意。")
    office.submit("zhouyan", case, "record_seizure", **(RECORD | {"held_time": "09:00", "items": [RACKS, BERRIES]} | changes))
    office.submit("wumin", case, "confirm_seizure", confirmed="true")
    return measure


def test_no_law_no_seizure(office: Office) -> None:
    case = found_selling(office, cause="JC04")
    with office.refusal("no_basis", basis="行政强制法"):
        office.start("zhouyan", case, "seizure", facts="扣押炉灶", urgency="ordinary")


def test_what_another_body_seized_is_not_seized_again(office: Office) -> None:
    case = found_selling(office)
    office.start("zhouyan", case, "seizure", facts="扣押货架", urgency="urgent")
    with office.refusal("not_seizable", basis="23②"):
        office.submit("zhouyan", case, "record_seizure", **(RECORD | {"held_time": "09:00", "items": [RACKS | {"seized": "true"}]}))


def test_the_money_for_what_was_sold_goes_back_with_the_rest(office: Office) -> None:
    case = found_selling(office)
    seized(office, case)
    office.at("2026-11-13 09:00")
    office.submit("zhouyan", case, "handle_seizure", **SOLD)
    office.submit("limin", case, "approve_sale", approved="true", opinion="同意。")
    assert ended(office, case) == [(1, None), (2, "sold")]
    office.submit("zhouyan", case, "handle_seizure", next="decide")
    office.submit("zhouyan", case, "dispose_seizure", returned="1", reason="不再需要扣押。")
    office.submit("limin", case, "approve_disposal", approved="true", opinion="同意。")
    office.submit("zhouyan", case, "return_seized", **BACK)
    [record] = [paper for paper in office.file(case).documents if paper.code == "D27"]
    assert [item["name"] for item in (record.facts or {})["items"]] == ["杨梅"]
    [paid] = [fact for fact in facts_of(office, case) if isinstance(fact, ProceedsPaid)]
    assert (paid.amount, paid.paid_to) == (Decimal("360.50"), "party")
    assert [each for each in broken(facts_of(office, case)) if "I7" in each or "I9" in each] == []
    assert office.faults(case) == []


def test_the_money_goes_back_when_the_term_ends_with_nothing_else_held(office: Office) -> None:
    case = found_selling(office)
    seized(office, case, items=[BERRIES])
    office.at("2026-11-13 09:00")
    office.submit("zhouyan", case, "handle_seizure", **SOLD | {"sold": "1"})
    office.submit("limin", case, "approve_sale", approved="true", opinion="同意。")
    office.at("2026-12-11 09:00")
    office.submit("zhouyan", case, "release_expired", **BACK)
    assert [fact.paid_to for fact in facts_of(office, case) if isinstance(fact, ProceedsPaid)] == ["party"]
    assert office.faults(case) == []


def test_the_money_for_what_was_sold_goes_along_with_a_case_that_is_transferred(office: Office) -> None:
    case = found_selling(office)
    drive(office, case, until="investigation")
    measure = seized(office, case)
    office.at("2026-11-13 09:00")
    office.submit("zhouyan", case, "handle_seizure", **SOLD)
    office.submit("limin", case, "approve_sale", approved="true", opinion="同意。")
    office.start("zhouyan", case, "jurisdiction", way="transfer", body="江川市市场监督管理局", reason="不属本机关管辖。", materials="案卷一册。")
    office.submit("limin", case, "approve_jurisdiction", approved="true", opinion="同意移送。")
    office.submit("zhouyan", case, "hand_over_case", receipt_no="SJ-1", delivered_on="2026-11-13")
    assert ended(office, case) == [(1, "transferred"), (2, "sold")]
    [paid] = [fact for fact in facts_of(office, case) if isinstance(fact, ProceedsPaid)]
    assert (paid.amount, paid.paid_to) == (Decimal("360.50"), "transferred")
    assert {item.id: item.ended_as for item in office.file(case).procedures}[measure] == "物品已移交或者处置"
    assert office.faults(case) == []


def test_a_sale_that_the_head_does_not_approve_is_none(office: Office) -> None:
    case = found_selling(office)
    seized(office, case)
    office.at("2026-11-13 09:00")
    office.submit("zhouyan", case, "handle_seizure", **SOLD)
    office.submit("limin", case, "approve_sale", approved="false", reason="可以冷藏。")
    assert ended(office, case) == [(1, None), (2, None)]
    assert "handle_seizure" in office.waiting(case)


def test_an_extension_comes_too_late_though_the_clock_has_not_rung_yet(office: Office) -> None:
    case = found_selling(office)
    seized(office, case)
    office.at("2026-12-10 23:59")
    office.submit("zhouyan", case, "handle_seizure", **EXTENDED)
    # The clock goes past midnight before the background work has let the deadline ring.
    office.clock.move(datetime(2026, 12, 11, 0, 5, tzinfo=SHANGHAI))
    with office.refusal("extension_too_late", basis="行政强制法 25①"):
        office.submit("limin", case, "approve_seizure_extension", approved="true", opinion="同意。")
    office.at("2026-12-11 00:06")
    assert "release_expired" in office.waiting(case)
    office.submit("zhouyan", case, "release_expired", **BACK)
    assert ended(office, case) == [(1, "returned"), (2, "returned")]
    assert office.faults(case) == []


def test_a_thing_under_preservation_that_is_seized_keeps_its_row(office: Office) -> None:
    case = found_selling(office)
    kept = office.start("zhouyan", case, "preservation", **(PHONED | {"phoned_at": "09:00"}))
    office.submit("zhouyan", case, "record_preservation", **(RECORD | {"held_time": "09:00", "items": [GRILL]}))
    office.submit("wumin", case, "confirm_preservation", confirmed="true")
    office.submit("limin", case, "supplement_preservation", approved="true", opinion="补签。")
    before = office.file(case).goods[0]
    measure = seized(office, case, items=[], taken_over="1")
    [thing] = office.file(case).goods
    assert (thing.id, thing.number, thing.kind, thing.measure, thing.origin) == (before.id, 1, "seizure", measure, kept)
    office.submit("zhouyan", case, "handle_preservation", reason="已转为扣押。")
    office.submit("limin", case, "approve_handling", approved="true", opinion="同意。")
    assert "转为扣押" in str([paper.facts for paper in office.file(case).documents if paper.code == "D08R"])
    assert [thing.disposal for thing in office.file(case).goods] == [None]
    assert office.faults(case) == []


def test_only_what_is_under_preservation_here_can_be_taken_over(office: Office) -> None:
    case = found_selling(office)
    office.start("zhouyan", case, "seizure", facts="扣押货架", urgency="urgent")
    with office.refusal("invalid_input"):
        office.submit("zhouyan", case, "record_seizure", **(RECORD | {"held_time": "09:00", "items": [RACKS], "taken_over": "7"}))


def released(office: Office, case: str) -> None:
    """Decide that what is seized goes back."""
    office.submit("zhouyan", case, "handle_seizure", next="decide")
    office.submit("zhouyan", case, "dispose_seizure", returned=still_held(office, case), reason="不再需要扣押。")
    office.submit("limin", case, "approve_disposal", approved="true", opinion="同意。")


def still_held(office: Office, case: str) -> str:
    """The numbers of all things that have not come to their end, as a form holds them."""
    return ",".join(str(number) for number, end in ended(office, case) if end is None)


def test_a_release_that_is_to_be_decided_anew_is_met_by_what_decides_on_the_same_things(office: Office) -> None:
    case = found_selling(office)
    drive(office, case, until="investigation")
    seized(office, case, items=[RACKS])
    released(office, case)
    taken: dict[str, Any] = {
        "served": "true",
        "served_on": "2026-11-10",
        "way": "direct",
        "recipient": "陈国富",
        "relation": "party",
        "place": "建设巷3号",
    }
    office.submit("zhouyan", case, "serve", **taken)
    office.submit("zhouyan", case, "return_seized", **BACK)
    office.start("zhouyan", case, "reconsideration", **APPLICATION, filed_on="2026-11-10", against="D09R")
    office.submit("zhouyan", case, "receive_reconsideration", **NOTICE, received_on="2026-11-10")
    office.submit("zhouyan", case, "write_reply", **ANSWER)
    office.submit("limin", case, "approve_reply", approved="true", opinion="同意。")
    said: dict[str, Any] = {
        "document_no": "江政复决〔2026〕88号",
        "decided_on": "2026-11-10",
        "received_on": "2026-11-10",
        "flaw": "procedure",
        "days": "60",
    }
    office.submit("zhouyan", case, "record_reconsideration", result="annulled_anew", **said)
    assert [clock.state for clock in office.file(case).clocks if clock.key == "act.anew"] == ["running"]
    seized(office, case, items=[RACKS | {"name": "遮阳伞"}])
    assert [clock.state for clock in office.file(case).clocks if clock.key == "act.anew"] == ["running"]
    released(office, case)
    assert [clock.state for clock in office.file(case).clocks if clock.key == "act.anew"] == ["running"]
    seized(office, case, items=[RACKS])
    assert [clock.state for clock in office.file(case).clocks if clock.key == "act.anew"] == ["met"]
    assert office.faults(case) == []
