from hashlib import sha256
from io import BytesIO
from urllib.parse import quote

import pytest
from PIL import Image

from tests.office import Office
from tests.printing.test_photo import odd
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


def test_a_photo_whose_camera_wrote_nonsense_is_shown(office: Office) -> None:
    case = office.open()
    desk = Desk(office, "zhouyan")
    desk.upload(case, odd(b"\6\0\0\0"), name="照片.jpg")
    address = f"/cases/{case}/evidence/{office.file(case).evidence[0].id}"
    assert [desk.get(f"{address}/{part}").status for part in ("thumbnail", "picture")] == [200, 200]


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
    assert "证据种类" in page.text
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


WAV = bytes.fromhex("52494646f407000057415645666d74201000000001000100401f0000401f00000100080064617461d0070000") + b"\x80" * 2000
"""A quarter of a second of silence."""


def test_evidence_says_where_when_and_from_whom_it_was_obtained(office: Office) -> None:
    case = office.open()
    desk = Desk(office, "zhouyan")
    assert desk.upload(case, picture(), source="party", place="湖滨路18号", obtained_on="2026-09-13").status == 303
    assert "当事人提供，2026年9月13日取得，湖滨路18号" in desk.get(f"/cases/{case}").text
    for wrong in ({"obtained_on": "2026-02-30"}, {"obtained_on": "2026-09-15"}, {"source": "hearsay"}, {"place": "字" * 201}):
        page = desk.upload(case, picture(), purpose="证明排放", **wrong)
        assert page.status == 422
        assert "证明排放" in page.source


def test_a_photo_is_shown_anew_as_large_as_a_screen(office: Office) -> None:
    case = office.open()
    desk = Desk(office, "zhouyan")
    desk.upload(case, picture(3000, 2000))
    evidence = office.file(case).evidence[0].id
    answer = desk.client.get(f"/cases/{case}/evidence/{evidence}/picture")
    with Image.open(BytesIO(answer.get_data())) as shown:
        assert shown.size == (1600, 1067)
    assert f"/cases/{case}/evidence/{evidence}/picture" in desk.get(f"/cases/{case}").links("/cases/")
    opened = desk.client.get(f"/cases/{case}/evidence/{evidence}/open")
    assert (opened.status_code, opened.headers["Location"]) == (303, f"/cases/{case}/evidence/{evidence}/picture")


def test_what_hides_in_a_picture_is_not_shown(office: Office) -> None:
    case = office.open()
    desk = Desk(office, "zhouyan")
    polyglot = picture() + b"<script>alert(1)</script>"
    assert desk.upload(case, polyglot).status in {303, 415}
    for evidence in office.file(case).evidence:
        for part in ("picture", "thumbnail"):
            assert b"script" not in desk.client.get(f"/cases/{case}/evidence/{evidence.id}/{part}").get_data()


def test_a_recording_is_played_by_the_browser_and_can_do_nothing_else(office: Office) -> None:
    case = office.open()
    desk = Desk(office, "zhouyan")
    assert desk.upload(case, WAV, name="录音.wav").status == 303
    address = f"/cases/{case}/evidence/{office.file(case).evidence[0].id}/open"
    assert address in desk.get(f"/cases/{case}").links("/cases/")
    answer = desk.client.get(address, headers={"Range": "bytes=4-7"})
    assert (answer.status_code, answer.get_data()) == (206, WAV[4:8])
    assert answer.headers["Content-Type"].startswith("audio/wav")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert Desk(office, "hechuan").get(address).status == 404


@pytest.mark.parametrize("name", ["x<svg onload=alert(1)>.png", "=cmd|' calc'!A1.png", "a; filename=x.html.png"])
def test_a_hostile_file_name_stays_a_name(office: Office, name: str) -> None:
    case = office.open()
    desk = Desk(office, "zhouyan")
    assert desk.upload(case, picture(), name=name).status == 303
    assert "<svg onload" not in desk.get(f"/cases/{case}").source
    answer = desk.client.get(f"/cases/{case}/evidence/{office.file(case).evidence[0].id}")
    assert answer.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''{quote(name)}"


@pytest.mark.parametrize("name", ["照\x07片.png", "\u202egnp.exe.png", f"{'字' * 200}.png"])
def test_a_file_name_that_does_not_say_what_it_shows_is_refused(office: Office, name: str) -> None:
    case = office.open()
    page = Desk(office, "zhouyan").upload(case, picture(), name=name)
    assert (page.status, "请选择文件" in page.text, office.file(case).evidence) == (422, True, ())
