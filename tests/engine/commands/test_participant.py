from datetime import date
from typing import Any

import pytest

from engine.commands.participant import AmendParticipant, StrikeParticipant
from engine.commands.party import AmendParty
from engine.queries.case_file import CaseFile
from engine.queries.search import Conditions, ListCases, Search
from tests.course import do, drive
from tests.engine.citizen import citizen, resident_id
from tests.office import Office
from web import jobs

CHILD = citizen("20130302", "小明")
GUARDIAN = {"role": "guardian", "name": "王建国", "relation": "父亲", "phone": "13900005678"}
COMPLAINANT = {"role": "complainant", "name": "何静怡", "phone": "13911112222", "address": "江川市东湖区测试路9号502室"}
SPARED: dict[str, Any] = {"outcome": "no_penalty", "fine": None}


def test_a_minor_is_told_nothing_before_a_guardian_is_recorded(office: Office) -> None:
    case = drive(office, office.open(party=citizen("20090302")), "investigation")
    office.evidence(case)
    do(office, case, "investigation")
    youth: dict[str, Any] = {"fine": "8000", "measured": "2.6", "factors": [{"code": "minor", "evidence": ["1"]}]}
    do(office, case, "investigation_report", **youth)
    drive(office, case, "notice")
    with office.refusal("guardian_required", basis="民法典 23、27"):
        do(office, case, "notice")
    office.note(case, "participant", **GUARDIAN)
    do(office, case, "notice")
    assert (office.sent(case)[0].facts or {})["party"]["guardian"] == "王建国（父亲）"
    assert office.faults() == []


def test_a_child_is_spared_only_with_the_guardian_who_must_discipline_it(office: Office) -> None:
    case = drive(office, office.open(party=CHILD), "investigation")
    office.evidence(case)
    do(office, case, "investigation")
    drive(office, case, "decide", investigation_report=SPARED)
    with office.refusal("guardian_required"):
        do(office, case, "decide")
    office.note(case, "participant", **GUARDIAN)
    do(office, case, "decide")


def test_a_grown_up_needs_no_guardian_and_papers_name_none(office: Office) -> None:
    case = office.open(party=citizen())
    office.note(case, "participant", **GUARDIAN)
    drive(office, case, "serve")
    assert (office.sent(case)[0].facts or {})["party"]["guardian"] == ""


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"role": "guardian", "relation": "父亲"}, "phone"),
        ({"role": "guardian", "phone": "13900005678"}, "relation"),
        ({"role": "agent", "relation": "职工", "phone": "13900005678"}, "authority"),
        ({"role": "witness", "authority": "general"}, "authority"),
        ({"role": "witness", "id_number": "11010119900307123X"}, "id_number"),
        ({"role": "witness", "name": "字" * 101}, "name"),
        ({"role": "king"}, "role"),
        ({"role": "complainant", "name": "居民"}, "name"),
        ({"role": "witness", "phone": "12345"}, "phone"),
        ({"role": "witness", "unknown": "x"}, "unknown"),
        (GUARDIAN | {"id_number": resident_id("20100101")}, "id_number"),
        ({"role": "witness", "id_number": CHILD["id_number"]}, "id_number"),
    ],
)
def test_what_is_missing_wrong_or_too_much_is_named_at_its_field(office: Office, changes: dict[str, str], field: str) -> None:
    case = office.open(party=CHILD)
    with office.refusal("invalid_input", field=field):
        office.note(case, "participant", **{"name": "高芳"} | changes)


def test_nobody_takes_part_twice_as_the_same(office: Office) -> None:
    case = office.open()
    office.note(case, "participant", role="witness", name="高芳")
    office.note(case, "participant", role="complainant", name="高芳")
    with office.refusal("invalid_input", field="name"):
        office.note(case, "participant", role="witness", name="高芳")


def test_only_the_officers_of_the_case_learn_who_complained(office: Office) -> None:
    case = office.open()
    office.note(case, "participant", **COMPLAINANT)
    office.note(case, "participant", role="witness", name="高芳")
    for login, name in {"zhouyan": "何静怡", "guqing": "何静怡", "limin": None, "hanlei": None, "zhengkai": None, "shenyanqiu": None}.items():
        seen = office.house.engine.ask(CaseFile(case_id=case), office.actor(login)).participants
        assert {person.role: person.name for person in seen} == {"complainant": name, "witness": "高芳"}, login
        assert all("何静怡" not in sentence for moment in office.file(case).timeline for sentence in moment.sentences)


def test_who_complained_is_found_by_nobody_and_stands_in_no_list(office: Office) -> None:
    case = office.open(description="何静怡来电反映，住江川市东湖区测试路9号502室，电话13911112222。")
    office.note(case, "participant", **COMPLAINANT)
    office.note(case, "comment", text="已回复何静怡。")
    office.note(case, "participant", role="witness", name="高芳")
    jobs.index_cases(office.house)
    for login in ("zhouyan", "limin", "guqing"):
        actor = office.actor(login)
        for words in ("何静怡", "13911112222", "测试路9号502室"):
            assert office.house.engine.ask(Search(conditions=Conditions(text=words)), actor).total == 0
        found = office.house.engine.ask(Search(conditions=Conditions(text="来电反映")), actor).found
        assert "何静怡" not in "".join(piece for hit in found[0].hits for piece, _ in hit.pieces)
        assert office.house.engine.ask(Search(conditions=Conditions(text="高芳")), actor).total == 1
        assert "何静怡" not in str(office.house.engine.ask(ListCases(conditions=Conditions()), actor))


def test_no_paper_tells_the_party_who_complained(office: Office) -> None:
    case = drive(office, office.open(), "investigation")
    office.note(case, "participant", **COMPLAINANT)
    office.evidence(case, name="何静怡提供的照片")
    do(office, case, "investigation")
    drive(office, case, "notice")
    with office.refusal("complainant_named", basis="行政处罚法 50"):
        do(office, case, "notice")
    assert not office.sent(case)


def test_where_the_case_happened_is_found_though_a_complainant_lives_there(office: Office) -> None:
    case = office.open(place="江川市东湖区测试路9号502室")
    office.note(case, "participant", **COMPLAINANT)
    jobs.index_cases(office.house)
    assert office.house.engine.ask(Search(conditions=Conditions(text="测试路9号502室")), office.actor("limin")).total == 1
    # Papers must say where the case happened.
    do(office, drive(office, case, "notice"), "notice")
    assert office.sent(case)


def test_nothing_is_added_to_an_archived_volume(office: Office) -> None:
    case = drive(office, office.open())
    assert office.file(case).case.state == "archived"
    with office.refusal("step_not_waiting", basis="行政处罚法 47"):
        office.note(case, "participant", role="witness", name="高芳")
    with office.refusal("step_not_waiting"):
        office.note(case, "comment", text="补充。")
    with office.refusal("step_not_waiting"):
        office.evidence(case)


def change(office: Office, case: str, act: type[AmendParticipant] | type[StrikeParticipant], by: str = "zhouyan", **data: Any) -> None:
    """Change the first participant."""
    person = office.file(case).participants[0].id
    office.house.engine.execute(act(case_id=case, participant_id=person, data={"told_by": "本人", "reason": "写错。"} | data), office.actor(by))


def test_a_participant_is_put_right_and_the_record_before_stays(office: Office) -> None:
    case = office.open()
    agent = {"role": "agent", "name": "陈明", "relation": "职工", "authority": "general", "phone": "13900005678"}
    office.note(case, "participant", **agent)
    with office.refusal("invalid_input", field="role"):
        change(office, case, AmendParticipant, **agent | {"role": "witness", "authority": ""})
    with office.refusal("invalid_input", field="reason"):
        change(office, case, AmendParticipant, **agent)
    with office.refusal("invalid_input", field="id_number"):
        change(office, case, AmendParticipant, **agent | {"id_number": "999901198507020030"})
    with office.refusal("not_allowed", basis="行政处罚法 42"):
        change(office, case, AmendParticipant, by="zhengkai", **agent | {"name": "陈铭"})
    change(office, case, AmendParticipant, **agent | {"name": "陈铭", "authority": "special"})
    file = office.file(case)
    assert (file.participants[0].name, file.participants[0].authority) == ("陈铭", "special")
    assert file.amendments[0].amended == "姓名或者名称、代理权限"
    assert (file.amendments[0].before or {})["name"] == "陈明"
    assert file.timeline[-1].sentences == ("更正委托代理人的姓名或者名称、代理权限：写错。",)
    assert office.faults() == []


def test_who_was_struck_off_may_be_recorded_anew_but_not_changed(office: Office) -> None:
    case = office.open(party=CHILD)
    office.note(case, "participant", **GUARDIAN)
    died = {"ground": "died", "struck_on": "2026-09-14"}
    change(office, case, StrikeParticipant, **died)
    file = office.file(case)
    assert (file.participants[0].struck_on, file.participants[0].struck_ground) == (date(2026, 9, 14), "died")
    with office.refusal("step_not_waiting"):
        change(office, case, StrikeParticipant, **died)
    office.note(case, "participant", **GUARDIAN)
    assert office.faults() == []


def test_a_child_whose_guardian_died_is_told_nothing_before_another_one_is_recorded(office: Office) -> None:
    case = drive(office, office.open(party=CHILD), "investigation")
    office.evidence(case)
    office.note(case, "participant", **GUARDIAN)
    do(office, case, "investigation")
    drive(office, case, "decide", investigation_report=SPARED)
    change(office, case, StrikeParticipant, ground="died", struck_on="2026-09-14")
    with office.refusal("guardian_required"):
        do(office, case, "decide")
    office.note(case, "participant", role="guardian", name="李秀英", relation="祖母", phone="13900005679")
    do(office, case, "decide")
    assert next(paper for paper in office.sent(case) if paper.code == "D21").facts["party"]["guardian"] == "李秀英（祖母）"  # type: ignore[index]
    assert office.faults() == []


def test_what_is_changed_of_a_complainant_is_seen_by_the_officers_only(office: Office) -> None:
    case = office.open()
    office.note(case, "participant", **COMPLAINANT)
    change(office, case, AmendParticipant, **COMPLAINANT | {"name": "何静宜"})
    change(office, case, StrikeParticipant, ground="other", struck_on="2026-09-14")
    file = office.house.engine.ask(CaseFile(case_id=case), office.actor("limin"))
    assert (file.amendments, file.participants[0].name) == ((), None)
    assert len(office.house.engine.ask(CaseFile(case_id=case), office.actor("zhouyan")).amendments) == 2
    told = "".join(sentence for moment in file.timeline for sentence in moment.sentences)
    assert "静" not in told
    assert "写错" not in told
    drive(office, case, "notice", investigation_report={"facts": "何静宜看见餐厅排放油烟。"})
    with office.refusal("complainant_named"):
        do(office, case, "notice")
    assert office.faults() == []


def test_what_a_complainant_was_called_by_mistake_stays_a_secret(office: Office) -> None:
    case = office.open(description="何静怡来电反映，电话13911112222，住江川市东湖区测试路9号502室。")
    office.note(case, "participant", **COMPLAINANT)
    change(office, case, AmendParticipant, **COMPLAINANT | {"name": "静怡", "phone": "13911113333", "address": "江川市东湖区测试路10号"})
    office.note(case, "participant", role="witness", name="高芳")
    jobs.index_cases(office.house)
    for words in ("何静怡", "13911112222", "测试路9号502室"):
        assert office.house.engine.ask(Search(conditions=Conditions(text=words)), office.actor("zhouyan")).total == 0
    drive(office, case, "notice", investigation_report={"facts": "何静怡看见餐厅排放油烟。"})
    assert "何（" not in str([paper.facts for paper in office.file(case).documents])
    with office.refusal("complainant_named", basis="行政处罚法 50"):
        do(office, case, "notice")
    assert office.faults() == []


def test_a_name_that_was_written_down_of_the_wrong_one_stops_no_paper(office: Office) -> None:
    case = office.open()
    office.note(case, "participant", **COMPLAINANT | {"name": "高芳"})
    change(office, case, AmendParticipant, **COMPLAINANT)
    office.note(case, "participant", role="witness", name="高芳")
    drive(office, case, "notice", investigation_report={"facts": "高芳看见餐厅排放油烟。"})
    do(office, case, "notice")
    assert "高芳" in str([paper.facts for paper in office.file(case).documents])


def test_the_age_follows_the_identity_number_that_was_put_right(office: Office) -> None:
    case = office.open(party=citizen("19900302", "小明"))
    party = office.file(case).parties[0]
    data = citizen("20100302", "小明") | {"kind": "person", "told_by": "户籍查询", "reason": "出生年份抄错。"}
    office.house.engine.execute(AmendParty(case_id=case, party_id=party.id, data=data), office.actor("zhouyan"))
    assert office.file(case).minors == {party.id}


def test_no_heir_stands_in_for_who_was_not_decided_on(office: Office) -> None:
    case = drive(office, office.open(party=citizen("19790302")), "investigation")
    with office.refusal("step_not_waiting", field="role"):
        office.note(case, "participant", role="successor", name="王建国", relation="儿子")


def test_a_company_has_no_heirs(office: Office) -> None:
    case = drive(office, office.open(), "serve", plea={"plea": "waived"})
    with office.refusal("no_basis", basis="行政复议法 14", field="role"):
        office.note(case, "participant", role="successor", name="何小秀", relation="女儿")
