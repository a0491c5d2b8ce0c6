"""Pictures on the case are put on a sheet with all that is known of them; nothing else is pasted."""

from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.evidence import AddEvidence
from engine.commands.evidence_sheet import PasteEvidence
from engine.queries.enclosure import EnclosureChoices, Enclosures
from forms.evidence_sheet import MOST
from tests.engine.commands.test_inquiry import ask
from tests.engine.conftest import Reach
from tests.office import Office
from web.paper import pdf_of
from web.scenario.sample import sample_file

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


def marked(office: Office, case: str, **marks: str) -> str:
    """Hand in a picture of which more is said."""
    content, file_name = sample_file("照片.png", str(marks))
    said = AddEvidence(case_id=case, kind="audiovisual", name="照片", purpose="现场", file_name=file_name, content=content, **marks)
    return office.house.engine.execute(said, office.actor("zhouyan"))


def outward(office: Office, case: str) -> EnclosureChoices:
    """What may go to another department."""
    return office.house.engine.ask(Enclosures(case_id=case), SYSTEM)


@pytest.mark.parametrize("marks", [{"source": "witness"}, {"secrecy": "privacy"}, {"secrecy": "trade", "source": "obtained"}])
def test_what_the_party_must_not_see_is_not_pasted(reach: Reach, marks: dict[str, str]) -> None:
    office, case = reach("investigation")
    office.note(case, "participant", role="complainant", name="何静怡")
    free, key = office.evidence(case), marked(office, case, **marks)
    with office.refusal("not_allowed", field="evidence", basis="行政处罚法 46、50"):
        paste(office, case, free, key)
    assert not [paper for paper in office.file(case).documents if paper.code == "D06-1"]


def test_a_sheet_that_shows_a_secret_of_the_party_does_not_go_to_others(reach: Reach) -> None:
    office, case = reach("investigation")
    free = paste(office, case, office.evidence(case))
    paper = paste(office, case, marked(office, case, secrecy="trade", source="party"))
    barred = {item.id: item.barred for item in outward(office, case).papers}
    number = office.file(case).evidence[-1].number
    assert barred[free] is None
    assert barred[paper] == f"载有证据{number}（涉及商业秘密，须另按保密规定移交）"


def test_the_police_get_what_is_secret_too_and_it_says_so(reach: Reach) -> None:
    office, case = reach("investigation")
    office.note(case, "participant", role="complainant", name="何静怡")
    paper = paste(office, case, marked(office, case, secrecy="trade", source="party"))
    told = marked(office, case, source="witness")
    whole = office.house.engine.ask(Enclosures(case_id=case, police=True), SYSTEM)
    found = {item.id: (item.barred, item.care) for item in (*whole.evidence, *whole.papers)}
    assert found[paper] == (None, "涉及商业秘密，专人移交")
    assert found[told] == (None, "投诉举报人信息保密，专人移交")
    assert [item.barred for item in outward(office, case).evidence if item.id == told] != [None]


def test_what_a_witness_said_stays_inside_on_paper_too_where_somebody_complained(reach: Reach) -> None:
    office, case = reach("investigation")
    ask(office, case, role="witness", name="高芳", held_on=str(office.clock.now().date()))
    assert [item.barred for item in outward(office, case).papers if item.title == "询问笔录"] == [None]
    office.note(case, "participant", role="complainant", name="何静怡")
    [record] = [item for item in outward(office, case).papers if item.title == "询问笔录"]
    assert record.barred is not None
    assert "可能暴露其身份" in record.barred
    with office.refusal("not_allowed", basis="行政处罚法 50"):
        office.start("zhouyan", case, "collaboration", kind="planning", partner="planning", questions="？", papers=[record.id])


def test_a_sheet_holds_no_more_pictures_than_can_be_looked_through(reach: Reach) -> None:
    office, case = reach("investigation")
    with office.refusal("invalid_input", field="evidence"):
        paste(office, case, *(str(number) for number in range(1, MOST + 2)))
