"""Departments work together: by account, by link, and what each may see; hostile files, forged addresses, and the package."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from engine.model import Collaboration, Evidence
from engine.store import tables
from tests.office import Office
from tests.web.desk import Desk
from tests.web.visitor import Page, Visitor
from web import package

ANSWER: Mapping[str, str] = {"outcome": "done", "answer": "该建筑许可用途为商业。", "contact": "徐青 0999-120"}
PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 40


@pytest.fixture
def case(office: Office) -> str:
    """A case under investigation with evidence."""
    return office.play_s2(until="appraisal")


def send(office: Office, case: str, partner: str = "planning", kind: str = "planning", *materials: str) -> str:
    """Ask a department for help; the answer is the request."""
    request = office.start("zhouyan", case, "collaboration", kind=kind, partner=partner, questions="许可用途是什么？", materials=list(materials))
    office.submit("limin", case, "approve_collaboration", approved="true", opinion="同意。")
    return request


def stored(office: Office, request: str) -> Collaboration:
    """The request as it is stored."""
    with office.house.database.reading() as connection:
        return tables.rows(connection, Collaboration, select(Collaboration.__table__).where(Collaboration.id == request))[0]


def link(office: Office, case: str, request: str) -> str:
    """Make a link as the officer does; the answer is the part of the address after the site."""
    page = Desk(office, "zhouyan").post(f"/cases/{case}/requests/{request}/link")
    found = re.search(r"/reply/zhifa_[\w-]{43}", page.source)
    assert found is not None, page.text
    return found[0]


def replies(office: Office, case: str) -> list[Evidence]:
    """The evidence that came from other departments."""
    return [piece for piece in office.file(case).evidence if piece.source == "obtained"]


def post(visitor: Visitor, address: str, *files: tuple[str, bytes], **data: str) -> Page:
    """Answer without script and without a session."""
    return Page(visitor.client.post(address, data={**data, "files": [(BytesIO(content), name) for name, content in files]}))


def test_a_department_answers_on_its_own_pages_and_the_answer_is_evidence(office: Office, case: str) -> None:
    request = send(office, case, "planning", "planning", "1")
    desk = Desk(office, "xuqing")
    assert "1项协作请求等您答复" in desk.get("/requests").text
    page = desk.get(f"/requests/{request}")
    assert "许可用途是什么？" in page.text
    assert page.text.count("现场检查笔录") == 1
    assert "炊烟里" not in page.text, "the letter says whom it is about, the page needs not"
    answer = desk.post(f"/requests/{request}", {**ANSWER, "files": (BytesIO(PICTURE), "图纸.png")})
    assert answer.status == 303, answer.text
    letter, picture = replies(office, case)
    content = office.house.files.get(letter.sha256)
    assert (letter.sha256, picture.sha256) == (sha256(content).hexdigest(), sha256(PICTURE).hexdigest())
    assert ANSWER["answer"] in content.decode()
    assert office.file(case).procedures[0].ended_as == "已答复"
    assert "已答复" in desk.get(f"/requests/{request}").text
    officer = Desk(office, "zhouyan")
    assert f"{letter.number}{letter.name}" in officer.get(f"/cases/{case}").text
    assert ANSWER["answer"] in officer.get(f"/cases/{case}/evidence/{letter.id}/open").text
    assert office.faults() == []


def test_the_police_see_a_transfer_with_its_materials_and_answer_in_their_own_form(office: Office, case: str) -> None:
    office.submit("zhouyan", case, "appraisal", finished_on="2026-09-15", report_no="JH-1", conclusion="超标。", measured="4.8", limit="2.0")
    request = office.start("zhouyan", case, "police_transfer", offence="污染环境罪", standard="other", facts="私设暗管排放。")
    office.submit("limin", case, "appoint_team", members="zhouyan,wumin")
    office.submit("zhouyan", case, "report_crime", offence="污染环境罪", standard="达到立案追诉标准。", facts="核实属实。", opinion="建议移送。")
    office.submit("wumin", case, "confirm_crime", confirmed="true")
    office.submit("limin", case, "decide_transfer", approved="true", capacity="presiding", opinion="同意。")
    assert "起移送公安机关" in Desk(office, "zhouyan").get(f"/cases/{case}").text
    assert Desk(office, "panhong").get(f"/requests/{request}").status == 404
    office.submit("zhouyan", case, "deliver_crime", tests="1", materials="2")
    desk = Desk(office, "panhong")
    page = desk.get(f"/requests/{request}")
    assert "请就涉嫌犯罪移送答复" in page.text
    assert [page.text.count(word) for word in ("现场检查笔录", "门头照片", "营业执照")] == [1, 1, 0]
    assert Desk(office, "xuqing").get(f"/requests/{request}").status == 404
    assert desk.get(f"/cases/{case}").status == 404
    _the_procuratorate_reads_the_letter_and_nothing_else(office, case, request)
    taken = desk.post(f"/requests/{request}/package.zip").response.get_data()
    assert package.faults(taken) == []
    with ZipFile(BytesIO(taken)) as sent:
        assert sorted(sent.namelist()) == sorted(["manifest.json", "函件.pdf", "证据/01-现场检查笔录.pdf", "证据/02-门头.jpg", "材料清单.txt"])
    assert desk.post(f"/requests/{request}", dict(ANSWER)).status == 422, "it is not the form of other requests"
    today = office.clock.now().date().isoformat()
    notice = {"outcome": "filed", "number": "江公立字〔2026〕118号", "decided_on": today, "answer": "符合立案条件。", "contact": "潘宏"}
    assert desk.post(f"/requests/{request}", notice).status == 303
    assert "已答复：决定立案" in desk.get(f"/requests/{request}").text
    assert [item.name for item in replies(office, case)] == ["江川市公安局复函"]


def _the_procuratorate_reads_the_letter_and_nothing_else(office: Office, case: str, request: str) -> None:
    desk = Desk(office, "luoqing")
    [copy] = [link for link in desk.get("/requests").links("/requests/") if "/requests/" in link]
    page = desk.get(copy)
    assert "移送书副本" in page.text
    assert [page.text.count(word) for word in ("现场检查笔录", "门头照片", "炊烟里")] == [0, 0, 0]
    assert "抄送：江川市人民检察院" in words(desk.get(f"{copy}/letter.pdf").response.get_data())
    with ZipFile(BytesIO(desk.post(f"{copy}/package.zip").response.get_data())) as sent:
        assert sorted(sent.namelist()) == sorted(["manifest.json", "函件.pdf", "材料清单.txt"])
    hidden = [f"/requests/{request}", f"/requests/{request}/letter.pdf", f"/requests/{request}/materials/1", f"{copy}/materials/1", f"/cases/{case}"]
    assert [address for address in hidden if desk.get(address).status != 404] == []
    assert desk.post(copy, ANSWER).status == 409, "nothing is asked of it"
    assert Desk(office, "panhong").get(copy).status == 404
    assert "抄送江川市人民检察院" in Desk(office, "zhouyan").get(f"/cases/{case}/procedures/{request}").text


def words(pdf: bytes) -> str:
    """The text of a paper without spaces and the breaks of its lines."""
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def test_what_goes_along_is_chosen_one_by_one_and_listed_in_the_letter(office: Office, case: str) -> None:
    office.paper_everything()
    desk = Desk(office, "zhouyan")
    begin = f"/cases/{case}/start/collaboration"
    assert not desk.get(begin).values('//input[@name="papers" or @name="materials"][@checked]'), "nothing goes by itself"
    asked = desk.fill(begin, kind="transfer", partner="planning", questions="建筑在你局管辖范围内。")
    assert asked.status == 422
    assert "案件移送应当移交案件材料" in asked.text
    ticked = asked.values('//input[@name="papers" or @name="materials"][@checked]')
    everything = desk.get(begin).values('//input[@name="papers" or @name="materials"]')
    assert ticked == everything, "of a transfer the whole file is offered"
    paper = next(paper for paper in office.file(case).documents if paper.code == "D03-1")
    assert "归入副卷" in desk.get(begin).text, "the filing approval stays inside, and the page says why"
    seen = desk.get(begin).values('//input[@name="_version"]')
    assert seen == [str(office.file(case).case.version)], "what was printed for the page does not make it old"
    inner = next(paper.id for paper in office.file(case).documents if paper.code == "D02")
    with office.refusal("not_allowed", basis="行政处罚法 50"):
        office.start("zhouyan", case, "collaboration", kind="planning", partner="planning", questions="？", papers=[inner])
    request = office.start("zhouyan", case, "collaboration", kind="planning", partner="planning", questions="？", materials="2", papers=[paper.id])
    office.submit("limin", case, "approve_collaboration", approved="true", opinion="同意。")
    partner = Desk(office, "xuqing")
    (picture,) = [piece for piece in office.file(case).evidence if piece.number == 2]
    letter = words(partner.get(f"/requests/{request}/letter.pdf").response.get_data())
    made = next(item for item in office.file(case).documents if item.id == paper.id)
    assert "附件清单" in letter
    assert all(digest in letter for digest in (picture.sha256, str(made.pdf_sha256)))
    with ZipFile(BytesIO(partner.post(f"/requests/{request}/package.zip").response.get_data())) as sent:
        names = sorted(name for name in sent.namelist() if "/" in name)
        assert names == sorted(["证据/01-门头.jpg", f"文书/02-{paper.title}.pdf"])
        assert sha256(sent.read(names[0])).hexdigest() in {picture.sha256, made.pdf_sha256}
    page = partner.get(f"/requests/{request}")
    assert "材料签收回执2件" in page.text
    assert partner.get(f"/requests/{request}/materials/3").status == 404
    assert f"签收材料2件：{picture.name}（{picture.sha256[:8]}）、《{paper.title}》" in history(office, case)
    assert office.faults() == []


def history(office: Office, case: str) -> str:
    """Everything that the audit says of a case."""
    return Desk(office, "zhouyan").get(f"/cases/{case}").text


@pytest.mark.parametrize(
    ("mark", "why"),
    [({"secrecy": "trade"}, "涉及商业秘密"), ({"secrecy": "privacy"}, "涉及个人隐私"), ({"source": "witness"}, "可能暴露其身份")],
)
def test_secrets_and_what_betrays_an_informant_do_not_go_out(office: Office, case: str, mark: Mapping[str, str], why: str) -> None:
    office.note(case, "participant", role="complainant", name="邻居甲", phone="13900000000")
    desk = Desk(office, "zhouyan")
    desk.upload(case, PICTURE, **mark)
    piece = office.file(case).evidence[-1]
    page = desk.get(f"/cases/{case}/start/collaboration?kind=transfer")
    assert f"不能发出（{why}" in page.text.replace("投诉举报人提供，", "")
    assert piece.id not in page.values('//input[@name="materials"]')
    with office.refusal("not_allowed", basis="行政处罚法 50"):
        office.start("zhouyan", case, "collaboration", kind="planning", partner="planning", questions="？", materials=[piece.id])


def test_a_department_sees_what_was_sent_to_it_and_nothing_else(office: Office, case: str) -> None:
    mine, other = send(office, case, "planning", "planning", "2"), send(office, case, "public_security", "assistance", "1")
    desk = Desk(office, "xuqing")
    assert desk.get(f"/requests/{mine}/materials/1").status == 200
    assert desk.get(f"/requests/{mine}/letter.pdf").kind == "application/pdf"
    document, evidence = stored(office, mine).document_id, office.file(case).evidence[0].id
    hidden = [f"/requests/{mine}/materials/2", f"/requests/{other}", f"/requests/{other}/letter.pdf", f"/requests/{other}/materials/1"]
    hidden += [f"/cases/{case}", f"/cases/{case}/procedures/{mine}", f"/cases/{case}/evidence/{evidence}", f"/documents/{document}.pdf"]
    assert [address for address in hidden if desk.get(address).status != 404] == []
    assert desk.post(f"/requests/{other}", ANSWER).status == 404
    assert desk.post(f"/requests/{other}/package.zip").status == 404
    assert desk.post(f"/cases/{case}/requests/{mine}/link").status == 403
    assert stored(office, other).outcome is None
    assert Desk(office, "limin").get("/requests").status == 403


def test_a_link_opens_one_request_until_it_is_answered(office: Office, case: str) -> None:
    request, guest = send(office, case, "planning", "planning", "1"), Visitor(office.house)
    address = link(office, case, request)
    assert sha256(address.rpartition("/")[2].encode()).hexdigest() == stored(office, request).link
    page = guest.get(address)
    assert (page.status, page.headers.get("Set-Cookie"), page.headers["Referrer-Policy"]) == (200, None, "no-referrer")
    assert "许可用途是什么？" in page.text
    assert not page.links("/cases")
    assert guest.get(f"{address}/letter.pdf").kind == "application/pdf"
    assert (guest.get(f"{address}/materials/1").status, guest.get(f"{address}/materials/2").status) == (200, 404)
    assert [page.text.count(word) for word in ("现场检查笔录", "门头照片", "立案审批表", "炊烟里")] == [1, 0, 0, 0]
    refused = post(guest, address, answer="好", outcome="done")
    assert refused.status == 422
    assert "好" in refused.source
    assert post(guest, address, **ANSWER).texts("//h1") == ["答复已送达"]
    assert [guest.get(address).status, post(guest, address, **ANSWER).status] == [404, 404]
    assert stored(office, request).way == "link"
    assert len(replies(office, case)) == 1
    assert office.faults() == []


def test_a_link_ends_with_its_term_when_it_is_revoked_and_when_another_is_made(office: Office, case: str) -> None:
    request, guest = send(office, case), Visitor(office.house)
    first, second = link(office, case, request), link(office, case, request)
    assert [guest.get(first).status, guest.get(second).status, guest.get("/reply/zhifa_guess").status] == [404, 200, 404]
    Desk(office, "zhouyan").post(f"/cases/{case}/requests/{request}/unlink")
    assert guest.get(second).status == 404
    third = link(office, case, request)
    office.at("2026-10-16 09:00")
    assert guest.get(third).status == 404
    assert Desk(office, "hechuan").post(f"/cases/{case}/requests/{request}/link").status == 404


def test_a_hostile_file_is_refused_and_nothing_is_kept(office: Office, case: str) -> None:
    request, guest = send(office, case), Visitor(office.house)
    address = link(office, case, request)
    page, picture, program = b"<script>alert(1)</script>", b"<html>" * 20, b"MZ\x90" * 20
    for name, content in (("页面.html", page), ("假图.png", picture), ("程序.pdf", program), ("空.png", b""), ("长" * 210 + ".png", PICTURE)):
        answer = post(guest, address, (name, content), **ANSWER)
        assert answer.status == 415, name
        assert ANSWER["answer"] in answer.source
    assert (stored(office, request).outcome, replies(office, case)) == (None, [])


def test_a_path_in_a_file_name_leads_nowhere_and_too_many_files_are_refused(office: Office, case: str) -> None:
    request, guest = send(office, case), Visitor(office.house)
    address = link(office, case, request)
    assert post(guest, address, *[(f"{n}.png", PICTURE) for n in range(6)], **ANSWER).status == 422
    assert post(guest, address, ("../../etc/图.png", PICTURE), **ANSWER).status == 200
    assert replies(office, case)[1].file_name == "图.png"


def test_a_package_can_be_checked_and_taking_it_is_its_receipt(office: Office, case: str) -> None:
    request = send(office, case, "planning", "transfer", "1", "2")
    assert stored(office, request).number == "江城管移字〔2026〕第0001号"
    desk = Desk(office, "xuqing")
    content = desk.post(f"/requests/{request}/package.zip").response.get_data()
    with ZipFile(BytesIO(content)) as archive:
        names = set(archive.namelist())
        said = json.loads(archive.read("manifest.json"))
        assert archive.read("函件.pdf").startswith(b"%PDF")
        assert office.file(case).evidence[0].sha256 in archive.read("材料清单.txt").decode()
    assert names == {entry["name"] for entry in said["files"]} | {"manifest.json"}
    assert len(names) == 5
    assert package.faults(content) == []
    changed = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(changed, "w") as other:
        for name in archive.namelist():
            other.writestr(name, archive.read(name) + (b"!" if name.startswith("证据/01") else b""))
    assert [name[:5] for name in package.faults(changed.getvalue())] == ["证据/01"]
    taken = stored(office, request)
    assert (taken.taken_name, taken.taken_at) == ("徐青", office.clock.now())
    shown = Desk(office, "zhouyan").get(f"/cases/{case}/procedures/{request}").text
    assert "徐青" in shown
    assert "协作部门江川市自然资源和规划局" in shown
    assert office.faults() == []
