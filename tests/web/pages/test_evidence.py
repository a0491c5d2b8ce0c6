from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from tests.office import Office
from tests.web.desk import Desk


def picture(width: int = 1200, height: int = 900) -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height), "#446688").save(made, "PNG")
    return made.getvalue()


def test_evidence_is_sealed_and_shown_with_its_digest(office: Office) -> None:
    case, content = office.open(), picture()
    desk = Desk(office, "zhouyan")
    page = desk.upload(case, content)
    assert page.status == 303
    assert page.headers["Location"] == f"/cases/{case}#evidence"
    shown = desk.get(f"/cases/{case}")
    assert sha256(content).hexdigest() in shown.text
    assert "视听资料" in shown.text


def test_the_original_comes_back_to_be_saved_not_opened(office: Office) -> None:
    case, content = office.open(), picture()
    desk = Desk(office, "zhouyan")
    desk.upload(case, content, name="门头 照片.png")
    evidence = office.file(case).evidence[0].id
    answer = desk.client.get(f"/cases/{case}/evidence/{evidence}")
    assert answer.get_data() == content
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_thumbnail_is_made_anew_and_small(office: Office) -> None:
    case = office.open()
    desk = Desk(office, "zhouyan")
    desk.upload(case, picture())
    answer = desk.client.get(f"/cases/{case}/evidence/{office.file(case).evidence[0].id}/thumbnail")
    assert answer.mimetype == "image/jpeg"
    with Image.open(BytesIO(answer.get_data())) as small:
        assert max(small.size) <= 320


def test_a_picture_that_would_fill_the_memory_is_not_unpacked(office: Office) -> None:
    case = office.open()
    desk = Desk(office, "zhouyan")
    desk.upload(case, picture(9000, 6000))
    assert desk.get(f"/cases/{case}/evidence/{office.file(case).evidence[0].id}/thumbnail").status == 404


@pytest.mark.parametrize(("content", "name"), [(b"<html>", "照片.png"), (b"MZ", "程序.exe"), (b"%PDF-1.7", "照片.png")])
def test_other_files_are_refused_with_what_is_accepted(office: Office, content: bytes, name: str) -> None:
    case = office.open()
    page = Desk(office, "zhouyan").upload(case, content, name=name, purpose="证明排放")
    assert page.status == 415
    assert "只接受照片" in page.text
    assert "证明排放" in page.source
    assert not office.file(case).evidence


def test_missing_words_are_named_at_their_fields(office: Office) -> None:
    case = office.open()
    page = Desk(office, "zhouyan").upload(case, picture(), kind="rumour", purpose="")
    assert page.status == 422
    assert "证据种类须为" in page.text
    assert page.source.count('aria-invalid="true"') == 2


def test_no_file_is_said_at_the_file(office: Office) -> None:
    page = Desk(office, "zhouyan").post(f"/cases/{office.open()}/evidence", {"kind": "audiovisual", "name": "照片", "purpose": "现场"})
    assert page.status == 422
    assert "请选择文件" in page.text


def test_a_path_in_the_name_of_a_file_is_left_away(office: Office) -> None:
    case = office.open()
    Desk(office, "zhouyan").upload(case, picture(), name="..\\..\\etc/照片.png")
    assert office.file(case).evidence[0].file_name == "照片.png"


def test_evidence_of_another_case_or_district_does_not_exist(office: Office) -> None:
    case, other = office.open(), office.open()
    evidence = office.evidence(case)
    assert Desk(office, "zhouyan").get(f"/cases/{other}/evidence/{evidence}").status == 404
    assert Desk(office, "hechuan").get(f"/cases/{case}/evidence/{evidence}").status == 404
    assert Desk(office, "hechuan").get(f"/cases/{case}/evidence/{evidence}/thumbnail").status == 404


def test_only_officers_hand_in_evidence(office: Office) -> None:
    assert Desk(office, "limin").upload(office.open(), picture()).status == 403
