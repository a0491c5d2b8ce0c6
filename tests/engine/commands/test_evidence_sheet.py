"""Pictures on the case are put on a sheet with all that is known of them; nothing else is pasted."""

from typing import Any

from engine.commands.evidence_sheet import PasteEvidence
from tests.engine.conftest import Reach
from tests.office import Office
from web.paper import pdf_of

SPOT: dict[str, Any] = {"shown": "true", "held_time": "10:30", "place": "后厨", "presence": "signed"}


def paste(office: Office, case: str, *evidence: str, **changes: Any) -> str:
    command = PasteEvidence(case_id=case, data=SPOT | {"evidence": list(evidence)} | changes)
    return office.house.engine.execute(command, office.actor("zhouyan"))


def test_the_sheet_says_where_every_picture_comes_from_and_shows_it(reach: Reach) -> None:
    office, case = reach("investigation")
    paper = paste(office, case, office.evidence(case, name="管道"))
    [sheet] = [document.facts or {} for document in office.file(case).documents if document.code == "D06-1"]
    [item] = sheet["items"]
    piece = office.file(case).evidence[-1]
    told = (item["number"], item["name"], item["kind"], item["source"], item["place"], item["taken_by"], item["purpose"], item["sha256"])
    assert told == (f"证据{piece.number}", "管道", "视听资料", "现场取得", "后厨", piece.person_name, piece.purpose, piece.sha256)
    assert sheet["confirmation"] == "经核对无误。"
    _, content = pdf_of(office.house, paper, office.actor("zhouyan"))
    assert b"/Image" in content
    assert office.faults() == []


def test_a_party_that_refuses_needs_a_witness_and_may_object(reach: Reach) -> None:
    office, case = reach("investigation")
    key = office.evidence(case)
    with office.refusal("invalid_input", field="witness"):
        paste(office, case, key, presence="refused")
    paste(office, case, key, presence="refused", witness="李建平（湖滨社区）", confirmation="角度有误。")
    [sheet] = [document.facts or {} for document in office.file(case).documents if document.code == "D06-1"]
    assert (sheet["witness"], sheet["confirmation"]) == ("李建平（湖滨社区）", "角度有误。")


def test_only_pictures_of_the_case_are_pasted(reach: Reach) -> None:
    office, case = reach("investigation")
    with office.refusal("invalid_input", field="evidence"):
        paste(office, case)
    with office.refusal("invalid_input", field="evidence"):
        paste(office, case, "99")
    reports = [piece.id for piece in office.file(case).evidence if piece.media_type == "application/pdf"]
    if reports:
        with office.refusal("invalid_input", field="evidence"):
            paste(office, case, reports[0])
