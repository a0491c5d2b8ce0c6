"""An inquiry by the two officers becomes a paper and a piece of evidence; nobody is asked as what they are not."""

import json
from typing import Any

import pytest

from engine.commands.inquiry import RecordInquiry
from engine.errors import NotAllowedError
from tests.course import drive
from tests.engine.citizen import citizen
from tests.engine.conftest import Reach
from tests.office import Office

ASKED: dict[str, Any] = {
    "shown": "true",
    "told": "true",
    "held_on": "2026-09-14",
    "began": "09:30",
    "ended": "10:15",
    "place": "江川市东湖区湖滨路18号",
    "name": "何秀兰",
    "role": "representative",
    "challenge": "none",
    "answers": [
        {"question": "净化设施何时停用？", "answer": "九月一日起没有开。"},
        {"question": "还有什么补充？", "answer": "没有。"},
    ],
    "purpose": "设施停用的时间和经过",
    "signed": "signed",
}


def ask(office: Office, case: str, by: str = "zhouyan", **changes: Any) -> str:
    return office.house.engine.execute(RecordInquiry(case_id=case, data=ASKED | changes), office.actor(by))


def test_the_record_is_a_paper_and_evidence_at_once(reach: Reach) -> None:
    office, case = reach("investigation")
    key = ask(office, case, held_on=str(office.clock.now().date()))
    [paper] = [paper for paper in office.file(case).documents if paper.code == "D04"]
    facts = paper.facts or {}
    assert [row["answer"] for row in facts["answers"]] == ["九月一日起没有开。", "没有。"]
    assert facts["asked"]["role"] == "法定代表人或者负责人"
    assert [officer["name"] for officer in facts["officers"]] == ["周岩", "吴敏"]
    piece = next(item for item in office.file(case).evidence if item.id == key)
    assert (piece.kind, piece.name, piece.purpose) == ("statement", "询问笔录（何秀兰）", "设施停用的时间和经过")
    assert json.loads(office.house.files.get(piece.sha256)) == facts
    assert office.faults() == []


def test_what_is_not_a_record_is_refused(reach: Reach) -> None:
    office, case = reach("investigation")
    day = str(office.clock.now().date())
    cases: tuple[tuple[dict[str, Any], str, str], ...] = (
        ({"shown": ""}, "invalid_input", "shown"),
        ({"told": ""}, "invalid_input", "told"),
        ({"answers": []}, "invalid_input", "answers"),
        ({"ended": "09:30"}, "invalid_input", "ended"),
        ({"role": "party"}, "invalid_input", "role"),
        ({"signed": "refused"}, "invalid_input", "refusal"),
        ({"id_number": "999901199003150020"}, "invalid_input", "id_number"),
        ({"held_on": "2026-09-13"}, "before_cause", "held_on"),
    )
    for changes, code, field in cases:
        with office.refusal(code, field=field):
            ask(office, case, **{"held_on": day} | changes)


def test_a_refusal_to_sign_is_written_down_and_a_witness_gives_testimony(reach: Reach) -> None:
    office, case = reach("investigation")
    day = str(office.clock.now().date())
    ask(office, case, held_on=day, role="witness", name="高芳", signed="refused", refusal="不愿得罪邻居。")
    [paper] = [paper for paper in office.file(case).documents if paper.code == "D04"]
    assert (paper.facts or {})["signature"] == "被询问人拒绝签名：不愿得罪邻居。"
    assert office.file(case).evidence[-1].kind == "testimony"


def test_only_the_two_officers_ask_and_only_while_the_volume_is_open(office: Office) -> None:
    case = office.open()
    with office.refusal("officers_required"):
        ask(office, case)
    drive(office, case, "investigation")
    with pytest.raises(NotAllowedError):
        ask(office, case, by="zhengkai")
    drive(office, case)
    with office.refusal("step_not_waiting"):
        ask(office, case, held_on=str(office.clock.now().date()))


def test_a_minor_is_asked_with_the_guardian_there(office: Office) -> None:
    case = drive(office, office.open(party=citizen("20130302", "小明")), "investigation")
    minor = {"role": "party", "name": "小明"}
    with office.refusal("guardian_required", field="attendant"):
        ask(office, case, **minor)
    ask(office, case, **minor, attendant="王建国（父亲）")
    assert office.file(case).evidence[-1].kind == "statement"
