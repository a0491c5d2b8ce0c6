from tests.office import PARTY, Office
from tests.web.desk import Desk
from web.filters import STATES


def test_the_list_counts_what_is_in_reach(office: Office) -> None:
    office.open()
    office.play_s2(until="investigation")
    page = Desk(office, "limin").get("/cases")
    assert page.texts("//h1") == ["2件案件，2件在办"]
    assert "核查中1" in page.text
    assert "办理中1" in page.text
    assert Desk(office, "hechuan").get("/cases").texts("//h1") == ["还没有案件"]


def test_cases_are_found_by_party_and_number(office: Office) -> None:
    case = office.play_s2(until="investigation")
    desk = Desk(office, "limin")
    for words in ("炊烟里", "第0001号", "91999901MA0TE5T16F"):
        assert desk.get(f"/cases?q={words}").links("/cases/")[0] == f"/cases/{case}"
    assert "没有找到" in desk.get("/cases?q=另一家").text
    assert "没有找到" in desk.get("/cases?state=archived").text


def test_a_case_is_one_page(office: Office) -> None:
    case = office.play_s2(until="decide")
    page = Desk(office, "limin").get(f"/cases/{case}")
    assert page.texts("//h1") == ["炊烟里餐饮(江川)有限公司餐饮油烟超标"]
    for words in (
        "江城管立字〔2026〕第0001号",
        "主办周岩，协办吴敏",
        "2026年12月21日前",
        "满90日",
        "91999901MA0TE5T16F",
        "较重",
        "19,500元",
        "送达方式",
    ):
        assert words in page.text, words
    assert "等您办理" in page.text
    assert Desk(office).task(case, "decide") in page.links("/cases/")


def test_a_day_that_rests_on_unpublished_holidays_is_provisional_at_first_sight(office: Office) -> None:
    case = office.play_s2(until="closing")
    provisional = {clock.title for clock in office.file(case).clocks if clock.provisional and clock.due is not None}
    assert "诉讼" in "".join(provisional)
    lines = Desk(office, "limin").get(f"/cases/{case}").texts('//details[@class="clock-line"]/summary')
    assert {line for line in lines if "暂定" in line} == {line for line in lines if any(title in line for title in provisional)} != set()


def test_who_cannot_do_the_step_sees_who_can(office: Office) -> None:
    case = office.play_s2(until="decide")
    page = Desk(office, "zhouyan").get(f"/cases/{case}")
    assert "等负责人" in page.text
    assert "等您办理" not in page.text


def test_every_state_of_a_case_has_a_name(office: Office) -> None:
    case = office.play_s2()
    file = office.file(case)
    assert file.case.state in STATES
    page = Desk(office, "zhouyan").get(f"/cases/{case}")
    assert "没有等待办理的步骤" in page.text
    assert "已归档" in page.text


def test_the_picture_holds_drawings_and_tokens(office: Office) -> None:
    case = office.play_s2(until="decide")
    picture = Desk(office, "limin").client.get(f"/cases/{case}/picture.json").get_json()
    root = picture["drawings"][0]
    assert root["process"] == "ordinary"
    assert root["xml"].startswith("<?xml")
    assert {"element": "decide", "state": "active", "count": 1} in root["tokens"]
    assert {token["element"] for token in root["tokens"] if token["state"] == "done"} >= {"verification", "legal_review"}


def test_a_clue_becomes_a_case(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    party = {f"party.{name}": str(value) for name, value in PARTY.items()}
    page = desk.fill("/cases/new", cause="JC04", place="湖滨路18号", **party)
    assert page.status == 303
    shown = desk.get(page.headers["Location"])
    assert shown.texts("//h1") == ["炊烟里餐饮(江川)有限公司餐饮油烟超标"]
    assert "线索已登记" in shown.text


def test_a_clue_with_errors_comes_back_with_everything_that_was_typed(office: Office) -> None:
    page = Desk(office, "zhouyan").fill("/cases/new", cause="JC04", place="湖滨路18号", party__name="某公司", party__uscc="91999901MA0TE5T16E")
    assert page.status == 422
    assert 'value="91999901MA0TE5T16E"' in page.source
    assert 'value="湖滨路18号"' in page.source
    assert 'href="#party.uscc"' in page.source
    assert 'id="party.uscc-e1"' in page.source


def test_a_cause_without_power_is_refused_at_its_field(office: Office) -> None:
    page = Desk(office, "zhouyan").fill("/cases/new", cause="JC99", party__name="某公司", party__uscc="91999901MA0TE5T16F")
    assert page.status == 422
    assert "案由目录中没有这个案由" in page.text


def test_the_same_page_sent_twice_opens_one_case(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    party = {f"party.{name}": str(value) for name, value in PARTY.items()}
    twice = [desk.fill("/cases/new", cause="JC04", _key="a" * 32, **party).headers["Location"] for _ in range(2)]
    assert twice[0] == twice[1]
    assert "1件案件" in desk.get("/cases").text


def test_the_draft_of_a_clue_is_brought_back(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    answer = desk.client.put("/drafts/new-case", json={"place": "湖滨路18号"}, headers={"X-CSRFToken": desk.token()})
    assert answer.status_code == 200
    assert 'value="湖滨路18号"' in desk.get("/cases/new").source


def test_who_may_not_open_cases_is_told_so(office: Office) -> None:
    page = Desk(office, "limin").fill("/cases/new", cause="JC04", party__name="某公司", party__uscc="91999901MA0TE5T16F")
    assert page.status == 403
