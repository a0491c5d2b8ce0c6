from datetime import date
from typing import Any

import pytest

from engine.commands.case import OpenCase
from engine.commands.party import AmendParty, StrikeParty
from engine.queries.case_file import CaseFile
from engine.queries.history import past_decisions
from engine.queries.search import Conditions, Search
from tests.course import do, drive, report
from tests.engine.citizen import citizen, resident_id
from tests.office import PARTY, Office
from web import jobs

OTHER = {"name": "王德顺", "id_number": resident_id("19850702"), "address": "江川市东湖区测试路7号", "part": "提供排烟设备。"}
THIRD = {"name": "江川市东湖区老陈烧烤店", "kind": "individual_business", "id_number": resident_id("19700305"), "legal_representative": "陈国富"}


def amend(office: Office, case: str, by: str = "zhouyan", place: int = 0, **changes: Any) -> None:
    """Put a party right; what is not said stays."""
    party = office.file(case).parties[place]
    data = dict(PARTY if place == 0 else {}) | {"kind": party.kind, "told_by": "何秀兰", "reason": "变更登记。"} | changes
    office.house.engine.execute(AmendParty(case_id=case, party_id=party.id, data=data), office.actor(by))


def test_several_parties_are_recorded_and_the_case_decides_on_the_first(office: Office) -> None:
    case = office.open()
    office.note(case, "joint_party", **OTHER)
    office.note(case, "joint_party", **THIRD, part="实际操作。")
    drive(office, case, "serve")
    file = office.file(case)
    assert [(party.number, party.name) for party in file.parties] == [(1, PARTY["name"]), (2, "王德顺"), (3, THIRD["name"])]
    assert {(paper.facts or {})["party"]["name"] for paper in file.documents if paper.code == "D15"} == {PARTY["name"]}
    assert office.faults() == []


def test_every_party_is_found(office: Office) -> None:
    case = office.open()
    office.note(case, "joint_party", **OTHER)
    jobs.index_cases(office.house)
    for words in ("王德顺", OTHER["id_number"], PARTY["name"]):
        page = office.house.engine.ask(Search(conditions=Conditions(text=words)), office.actor("limin"))
        assert [found.row.case.id for found in page.found] == [case]
        assert page.found[0].row.party == PARTY["name"]


def test_a_party_is_not_recorded_twice(office: Office) -> None:
    case = office.open()
    office.note(case, "joint_party", **OTHER)
    for again, field in ((OTHER, "id_number"), (dict(PARTY) | {"part": "同上。"}, "uscc")):
        with office.refusal("invalid_input", field=field):
            office.note(case, "joint_party", **again)


def test_a_joint_party_is_recorded_before_the_decision_by_the_officers_of_the_case(office: Office) -> None:
    case = drive(office, office.open(), "decide")
    with office.refusal("not_allowed", basis="行政处罚法 42"):
        office.note(case, "joint_party", by="zhengkai", **OTHER)
    with office.refusal("not_found"):
        office.note(case, "joint_party", by="hechuan", **OTHER)
    do(office, case, "decide")
    with office.refusal("step_not_waiting", basis="行政处罚法 54"):
        office.note(case, "joint_party", **OTHER)


def test_a_case_is_not_closed_while_a_joint_party_has_no_case(office: Office) -> None:
    case = office.open()
    office.note(case, "joint_party", **OTHER)
    drive(office, case, "closing")
    assert office.file(case).unanswered == {office.file(case).parties[1].id}
    with office.refusal("joint_party_open", basis="行政处罚法 5②"):
        do(office, case, "closing")
    data = {"cause": "JC04", "party": citizen()}
    beside = office.house.engine.execute(OpenCase(data=data, beside=case), office.actor("zhouyan"))
    assert [link.other.id for link in office.file(case).links if link.other] == [beside]
    assert office.file(case).unanswered == frozenset()
    drive(office, case)
    assert office.file(case).case.state == "archived"
    assert office.faults() == []


def test_a_link_of_another_kind_or_party_answers_nothing(office: Office) -> None:
    case = office.open()
    office.note(case, "joint_party", **OTHER)
    for party, kind in ((citizen(), "related"), (citizen("19900101", "李明"), "joint")):
        office.note(case, "case_link", other=office.open(party=party), kind=kind)
    assert len(office.file(case).unanswered) == 1
    office.note(office.open(party=citizen()), "case_link", other=case, kind="joint")
    assert not office.file(case).unanswered


def test_a_case_beside_one_out_of_reach_is_not_opened(office: Office) -> None:
    case = office.open()
    for beside in (case, "0" * 32):
        with office.refusal("not_found"):
            office.house.engine.execute(OpenCase(data={"cause": "JC04", "party": citizen()}, beside=beside), office.actor("hechuan"))


def test_what_a_joint_party_did_elsewhere_is_not_held_against_the_party_of_that_case(office: Office) -> None:
    first = office.open()
    office.note(first, "joint_party", **OTHER)
    drive(office, first, "confirm_payment")
    for party, count in ((PARTY, 1), (citizen(), 0)):
        second = office.file(office.open(party=party))
        with office.house.database.reading() as connection:
            assert len(past_decisions(connection, second.case, second.parties[0], date(2027, 1, 1))) == count


def test_a_party_is_put_right_and_the_case_is_called_by_the_new_name(office: Office) -> None:
    case = office.open()
    amend(office, case, name="炊烟里餐饮管理(江川)有限公司", address="江川市东湖区湖滨路20号")
    file = office.file(case)
    assert file.case.title == "炊烟里餐饮管理(江川)有限公司 餐饮油烟超标"
    assert file.parties[0].address == "江川市东湖区湖滨路20号"
    assert file.timeline[-1].sentences == ("更正当事人的姓名或者名称、住所或者住址：变更登记。",)
    assert office.faults() == []
    with office.refusal("invalid_input", field="reason"):
        amend(office, case, name="炊烟里餐饮管理(江川)有限公司", address="江川市东湖区湖滨路20号")


def test_a_joint_party_is_put_right_without_touching_the_case(office: Office) -> None:
    case = office.open()
    office.note(case, "joint_party", **OTHER)
    amend(office, case, place=1, **citizen(name="王得顺"))
    file = office.file(case)
    assert file.parties[1].name == "王得顺"
    assert file.parties[1].part == OTHER["part"]
    assert file.case.title.startswith(PARTY["name"])
    assert office.faults() == []


def test_the_person_is_not_exchanged_once_the_case_was_assessed_for_another(office: Office) -> None:
    case = drive(office, office.open(), "investigation_report")
    someone: dict[str, Any] = {"uscc": "", "legal_representative": "", "kind": "person", **citizen()}
    do(office, case, "investigation_report", **report("2026-09-14"))
    with office.refusal("notice_required", basis="行政处罚法 44"):
        amend(office, case, **someone)
    drive(office, case, "decide")
    amend(office, case, address="江川市东湖区湖滨路20号")
    with office.refusal("step_not_waiting", basis="行政处罚法 40、44、59", field="name"):
        amend(office, case, address="江川市东湖区湖滨路20号", name="炊烟里饮食有限公司")
    do(office, case, "decide")
    with office.refusal("step_not_waiting", field="name"):
        amend(office, case, address="江川市东湖区湖滨路20号", name="炊烟里饮食有限公司")


def test_a_party_of_another_case_is_none(office: Office) -> None:
    case, other = office.open(), office.open(party=citizen())
    party = office.file(other).parties[0].id
    with office.refusal("not_found"):
        office.house.engine.execute(
            AmendParty(case_id=case, party_id=party, data=dict(PARTY) | {"told_by": "何秀兰", "reason": "试。"}), office.actor("zhouyan")
        )


@pytest.mark.parametrize("by", ["limin", "hanlei", "shenyanqiu"])
def test_only_officers_put_parties_right(office: Office, by: str) -> None:
    case = office.open()
    with office.refusal("not_allowed"):
        amend(office, case, by=by, name="另一家")
    assert office.house.engine.ask(CaseFile(case_id=case), office.actor(by)).parties[0].name == PARTY["name"]


def test_a_party_keeps_how_it_stood_before_and_who_told_it(office: Office) -> None:
    case = drive(office, office.open(), "plea")
    amend(office, case, address="江川市东湖区湖滨路20号", told_by="江川市市场监督管理局")
    kept = office.file(case).amendments[0]
    assert (kept.act, kept.amended, kept.told_by, kept.person_name) == ("amended", "住所或者住址", "江川市市场监督管理局", "周岩")
    assert (kept.before or {})["address"] == PARTY["address"]
    drive(office, case, "prepare_publication")
    told = {paper.code: (paper.facts or {})["party"]["address"] for paper in office.sent(case) if paper.code in {"D15", "D19"}}
    assert told == {"D15": PARTY["address"], "D19": "江川市东湖区湖滨路20号"}
    assert office.faults() == []


def strike(office: Office, case: str, place: int, by: str = "hanlei", **changes: Any) -> None:
    """Strike a party off, as the squad's leader does."""
    data = {"ground": "mistaken", "struck_on": "2026-09-14", "told_by": "王德顺", "reason": "只是来修排烟管的工人。"} | changes
    command = StrikeParty(case_id=case, party_id=office.file(case).parties[place].id, data=data)
    office.house.engine.execute(command, office.actor(by))


def test_a_joint_party_struck_off_needs_no_case_and_stands_in_no_further_paper(office: Office) -> None:
    case = office.open()
    office.note(case, "joint_party", **OTHER)
    with office.refusal("step_not_waiting", basis="行政处罚法 40、44、57"):
        strike(office, case, 0)
    with office.refusal("invalid_input", field="ground"):
        strike(office, case, 1, ground="agency_ended")
    # Who investigates does not let anybody go alone.
    with office.refusal("not_allowed"):
        strike(office, case, 1, by="zhouyan")
    strike(office, case, 1)
    file = office.file(case)
    assert (file.parties[1].struck_on, file.unanswered) == (date(2026, 9, 14), frozenset())
    assert file.timeline[-1].sentences == ("共同当事人王德顺除名（登记有误）：只是来修排烟管的工人。",)
    with office.refusal("step_not_waiting"):
        strike(office, case, 1)
    office.note(case, "joint_party", **OTHER)
    strike(office, case, 2)
    drive(office, case)
    assert office.file(case).case.state == "archived"
    assert office.faults() == []
