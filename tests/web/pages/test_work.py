from tests.office import Office
from tests.web.desk import Desk, forms


def test_the_headline_is_the_answer(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    assert desk.get("/work").texts("//h1") == ["没有等您办理的事"]
    office.open()
    office.open()
    assert desk.get("/work").texts("//h1") == ["2件待您办理"]


def test_a_row_says_when_who_what_and_leads_to_the_form(office: Office) -> None:
    case = office.play_s2(until="decide")
    page = Desk(office, "limin").get("/work")
    [row] = page.texts("//tbody/tr")
    assert "12月21日" in row
    assert "炊烟里餐饮(江川)有限公司" in row
    assert "处罚决定" in row
    assert "19,500" in row
    assert page.links("/cases/") == [f"/cases/{case}/tasks/{office.task(case, 'decide')}"]


def test_the_filter_stands_in_the_address(office: Office) -> None:
    office.play_s2(until="investigation")
    case = office.open()
    desk = Desk(office, "zhouyan")
    assert "2件待您办理" in desk.get("/work").text
    page = desk.get("/work?step=verification")
    assert page.links("/cases/")[2:] == [desk.task(case, "verification")]
    assert "共1件" in page.text
    assert "共2件" in desk.get("/work?q=炊烟里").text
    assert "这个条件下没有" in desk.get("/work?q=没有这个人").text


def test_what_the_address_says_wrongly_is_no_error(office: Office) -> None:
    office.open()
    assert Desk(office, "zhouyan").get("/work?view=nothing&order=none&page=x&step=").status == 200


def test_long_lists_have_pages(office: Office) -> None:
    for _ in range(21):
        office.open()
    desk = Desk(office, "zhouyan")
    first = desk.get("/work?order=arrival")
    assert "共21件，第1页，共2页" in first.text
    assert "/work?order=arrival&page=2" in first.links("/work")
    assert len(desk.get("/work?order=arrival&page=2").texts("//tbody/tr")) == 1


def test_a_claim_is_seen_by_colleagues_and_can_be_given_back(office: Office) -> None:
    case = office.play_s2(until="plea_review")
    desk, colleague = Desk(office, "zhengkai"), Desk(office, "zhouyan")
    assert "1件待您办理" in colleague.get("/work").text
    claim = next(form for form in forms(desk.get("/work")) if str(form.get("action")).endswith("/claim"))
    page = desk.post(str(claim.get("action")), {"_next": "/work"})
    assert page.headers["Location"] == "/work"
    assert office.file(case).waiting[0].claimed_name == "郑凯"
    assert "没有等您办理的事" in colleague.get("/work").text
    desk.post(str(claim.get("action")).replace("/claim", "/release"))
    assert office.file(case).waiting[0].claimed_by is None


def test_nobody_gives_back_what_somebody_else_has(office: Office) -> None:
    case = office.play_s2(until="plea_review")
    address = Desk(office).task(case, "plea_review")
    Desk(office, "zhengkai").post(f"{address}/claim")
    page = Desk(office, "zhouyan").post(f"{address}/release")
    assert page.status == 409
    assert "不是由您签收的" in page.text
