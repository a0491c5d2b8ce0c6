import pytest

from tests.office import Office
from tests.web.desk import Desk
from web import app


def test_what_does_not_exist_is_said_in_chinese(office: Office) -> None:
    page = Desk(office, "zhouyan").get("/nowhere")
    assert page.status == 404
    assert page.texts("//h1") == ["没有这一页"]


def test_a_case_of_another_district_does_not_exist(office: Office) -> None:
    case = office.open()
    there, nowhere = Desk(office, "hechuan").get(f"/cases/{case}"), Desk(office, "hechuan").get("/cases/0")
    assert there.status == nowhere.status == 404
    assert there.text == nowhere.text


def test_what_is_missing_is_called_what_it_is(office: Office) -> None:
    assert Desk(office, "zhouyan").get("/cases/0").texts("//h1") == ["查无此案"]
    assert Desk(office, "taoran").get("/parameters/none.such").texts("//h1") == ["没有找到"]


@pytest.mark.parametrize("address", ["/public/nowhere", "/public/decisions/0", "/reply/0"])
def test_who_has_no_account_reads_of_no_cases_and_no_drafts(office: Office, address: str) -> None:
    page = Desk(office).get(address)
    assert page.status == 404
    assert "案件" not in page.text
    assert "办案" not in page.text
    assert "回公示首页" in page.text


def test_a_wrong_method_names_the_right_ones(office: Office) -> None:
    page = Desk(office, "zhouyan").get("/logout")
    assert page.status == 405
    assert "POST" in page.headers["Allow"]


def test_a_request_that_is_too_large_is_refused_before_it_is_read(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    case = office.open()
    claimed = {"CONTENT_LENGTH": str(app.LARGEST_REQUEST + 1)}
    answer = desk.client.post(f"/cases/{case}/evidence", data={"csrf_token": desk.token()}, environ_overrides=claimed)
    assert answer.status_code == 413
    assert "20兆字节" in answer.get_data(as_text=True)


def test_a_form_without_its_token_is_refused(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    answer = desk.client.post("/logout")
    assert answer.status_code == 400
    assert "这一页已过期" in answer.get_data(as_text=True)
    assert desk.get("/work").status == 200


@pytest.mark.parametrize("address", ["/cases/0", "/nowhere"])
def test_scripts_get_json(office: Office, address: str) -> None:
    desk = Desk(office, "zhouyan")
    answer = desk.client.get(address, headers={"X-Requested-With": "fetch"})
    assert answer.status_code == 404
    assert answer.get_json()["message"]


def test_a_failure_tells_nothing_to_an_intruder(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    case = office.open()
    evidence = office.evidence(case)
    digest = office.file(case).evidence[0].sha256
    path = office.house.settings.data / "files" / digest[:2] / digest[2:4] / digest
    path.unlink()
    page = desk.get(f"/cases/{case}/evidence/{evidence}")
    assert page.status == 500
    assert page.texts("//h1") == ["系统出错，这一步没有保存"]
    assert digest not in page.source
    assert "Traceback" not in page.source


def test_a_file_that_changed_is_not_served(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    case = office.open()
    evidence = office.evidence(case)
    digest = office.file(case).evidence[0].sha256
    path = office.house.settings.data / "files" / digest[:2] / digest[2:4] / digest
    path.chmod(0o640)
    path.write_bytes(b"something else")
    page = desk.get(f"/cases/{case}/evidence/{evidence}")
    assert page.status == 500
    assert page.texts("//h1") == ["文件与入卷时的哈希不符"]
