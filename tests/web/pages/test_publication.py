"""The publisher's pages: the register, files beside a decision, a withdrawal by two persons, each without script."""

from io import BytesIO

from tests.course import do
from tests.engine.commands.test_withdrawal import REASON, propose
from tests.engine.conftest import Reach, kept, reach
from tests.engine.rules.test_disclosure import picture
from tests.web.desk import Desk
from tests.web.visitor import Page

__all__ = ["kept", "reach"]


def attach(desk: Desk, case: str, content: bytes, name: str = "现场.jpg", title: str = "现场照片") -> Page:
    """Attach a file on the page of the publication."""
    data = {"title": title, "file": (BytesIO(content), name)}
    return desk.post(f"/cases/{case}/publication/files", data, content_type="multipart/form-data")


def test_the_publisher_sees_the_masked_content_and_attaches_files_before_publication(reach: Reach) -> None:
    office, case = reach("prepare_publication")
    do(office, case, "serve")
    desk, there = Desk(office, "songjia"), f"/cases/{case}/publication"
    assert there in desk.get(desk.task(case, "prepare_publication")).links("/cases/")
    page = desk.get(there)
    assert page.texts("//h1") == ["还没有公示"]
    assert "将要公示的内容" in page.text
    assert attach(desk, case, picture("JPEG")).status == 303
    refused = attach(desk, case, picture("JPEG", position="N"), title="门头")
    assert (refused.status, "拍摄位置" in refused.text, 'value="门头"' in refused.source) == (409, True, True)
    assert attach(desk, case, picture("JPEG"), title=" ").status == 422
    assert attach(desk, case, b"", name="").status == 422
    assert attach(desk, case, b"MZ", name="a.exe").status == 415
    page = desk.get(there)
    (file,) = page.links(f"{there}/files/")
    assert Desk(office, "shenyanqiu").get(file).headers["Content-Disposition"].startswith("attachment")
    assert Desk(office, "baixue").get(file).status == 404
    assert desk.post(f"{file}/remove").status == 303
    assert desk.get(there).links(f"{there}/files/") == []
    assert Desk(office, "zhouyan").get(there).status == 200
    assert Desk(office, "baixue").get(there).status == 404


def test_a_withdrawal_is_proposed_and_reviewed_on_pages(reach: Reach) -> None:
    office, case = reach("archived")
    publisher, reviewer, there = Desk(office, "songjia"), Desk(office, "shenyanqiu"), f"/cases/{case}/publication"
    typed = {"ground": "revoked", "changed_on": "2026-09-14", "reason": "当事人电话13812345678。"}
    page = publisher.post(f"{there}/withdrawal", typed)
    assert (page.status, "手机号码" in page.text, "13812345678" in page.source) == (409, True, True)
    assert publisher.post(f"{there}/withdrawal", typed | {"reason": ""}).status == 422
    assert publisher.post(f"{there}/withdrawal", typed | {"reason": REASON}).status == 303
    page = reviewer.get("/publications")
    assert "等待复核的撤回" in page.text
    assert there in {link.partition("#")[0] for link in page.links("/cases/")}
    assert reviewer.post(f"{there}/withdrawal/review", {"approved": "false"}).status == 422
    assert reviewer.post(f"{there}/withdrawal/review", {"approved": "true", "opinion": "同意。"}).status == 303
    assert reviewer.get(there).texts("//h1") == ["已撤回"]
    public = publisher.get(f"/public/decisions/{office.file(case).publications[0].id}")
    assert (public.status, public.texts("//h1"), "江政复决" in public.text) == (410, ["公示已撤回"], True)
    assert "江政复决" in publisher.get("/public/withdrawn").text


def test_the_register_is_for_who_has_to_do_with_publications(reach: Reach) -> None:
    office, case = reach("archived")
    propose(office, case)
    for login, status in (("songjia", 200), ("limin", 200), ("guqing", 200), ("zhouyan", 403), ("qianhui", 403), ("anquan", 403)):
        assert Desk(office, login).get("/publications").status == status, login
    other = Desk(office, "baixue").get("/publications")
    assert (other.status, "炊烟里" in other.text) == (200, False)
    desk = Desk(office, "songjia")
    assert "炊烟里" in desk.get("/publications?q=炊烟&state=published").text
    assert "没有符合条件的公示" in desk.get("/publications?q=没有").text
    assert desk.get("/publications?state=nothing&page=-3").status == 200
