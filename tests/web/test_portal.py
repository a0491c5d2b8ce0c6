import csv
import json
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from lxml import etree

from engine.actor import SYSTEM
from engine.model import Document, Publication
from engine.queries.case_file import CaseFile
from engine.store import tables
from tests.office import found_office
from tests.web.archive import SECRETS, play_company, play_person
from tests.web.visitor import Visitor
from web.house import House
from web.portal.decision import read
from web.portal.register import COLUMNS, table


@pytest.fixture(scope="module")
def company(city: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("company")
    return folder, play_company(folder, city)


@pytest.fixture(scope="module")
def person(city: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("person")
    return folder, play_person(folder, city)


@pytest.fixture
def house(company: tuple[Path, str], tmp_path: Path) -> Iterator[House]:
    office = found_office(tmp_path / "house", company[0])
    yield office.house
    office.house.close()


@pytest.fixture
def citizen(house: House) -> Visitor:
    return Visitor(house)


def papers(house: House, case: str) -> dict[str, Document]:
    return {paper.code: paper for paper in house.engine.ask(CaseFile(case_id=case), SYSTEM).documents}


def withdraw(house: House, document: str) -> None:
    with house.database.writing() as connection:
        table = tables.TABLES["document"]
        connection.execute(table.update().where(table.c.id == document).values(state="withdrawn"))
        connection.commit()


def published(**changes: object) -> Publication:
    content = {
        "party": "陈某某",
        "party_kind": "person",
        "code": None,
        "legal_representative": None,
        "cause": "擅自占用城市道路经营",
        "summary": "占道经营",
        "facts": ["在湖滨路摆摊。"],
        "basis": "《江川市市容条例》第九条",
        "penalty": "罚款300元",
        "fine": "300",
        "decided_on": "2026-10-26",
        "agency": "江川市城市管理综合行政执法局",
    } | changes
    number, day = "江城管罚决字〔2026〕第0058号", date(2026, 10, 30)
    return Publication(id="p", case_id="c", number=number, district="donghu", published_on=day, until=None, content=content, state="published")


def test_home_lists_the_published_decision_with_its_count(citizen: Visitor) -> None:
    page = citizen.get("/public/")
    assert page.status == 200
    assert "共1件处罚决定" in page.text
    assert page.texts("//h1") == ["查一份处罚决定"]
    assert "炊烟里餐饮(江川)有限公司" in page.text
    assert "罚款19,500元" in page.text


@pytest.mark.parametrize("words", ["炊烟里", "江城管罚决字〔2026〕第0001号", "油烟超标"])
def test_search_finds_by_name_number_and_conduct(citizen: Visitor, words: str) -> None:
    assert citizen.get(f"/public/?text={words}").links("/public/decisions/")


def test_search_that_finds_nothing_says_what_to_do(citizen: Visitor) -> None:
    page = citizen.get("/public/?text=没有这样的单位")
    assert page.status == 200
    assert "没有找到" in page.text
    assert "少输几个字" in page.text


def test_district_narrows_the_search_and_an_unknown_one_is_ignored(citizen: Visitor) -> None:
    assert citizen.get("/public/?district=donghu").links("/public/decisions/")
    assert not citizen.get("/public/?district=xishan").links("/public/decisions/")
    assert citizen.get("/public/?district=nowhere").links("/public/decisions/")


def test_decision_page_says_what_how_much_why_and_how_to_object(citizen: Visitor) -> None:
    page = citizen.get(citizen.get("/public/").links("/public/decisions/")[0])
    for words in (
        "19,500元",
        "壹万玖仟伍佰元整",
        "生态环境法典",
        "91999901MA0TE5T16F",
        "何秀兰",
        "60日内",
        "6个月内",
        "江川市人民政府",
        "江川市人民法院",
    ):
        assert words in page.text
    assert "13900001234" not in page.source


def test_a_decision_on_the_spot_goes_to_reconsideration_first(citizen: Visitor, house: House) -> None:
    address = citizen.get("/public/").links("/public/decisions/")[0]
    with house.database.writing() as connection:
        connection.execute(tables.TABLES["publication"].update().values(procedure="summary"))
        connection.commit()
    page = citizen.get(address)
    assert "应当先申请行政复议" in page.text
    assert "15日内" in page.text
    assert "6个月内" not in page.text


@pytest.mark.parametrize("address", ["/public/decisions/nothing", "/public/nowhere"])
def test_what_is_not_there_is_404_in_the_public_voice(citizen: Visitor, address: str) -> None:
    page = citizen.get(address)
    assert page.status == 404
    assert 'class="public"' in page.source


def test_expired_publication_says_so_and_the_paper_stays_genuine(citizen: Visitor, house: House, company: tuple[Path, str]) -> None:
    address = citizen.get("/public/").links("/public/decisions/")[0]
    with house.database.writing() as connection:
        connection.execute(tables.TABLES["publication"].update().values(until=date(2026, 1, 1)))
        connection.commit()
    page = citizen.get(address)
    assert (page.status, page.texts("//h1")) == (410, ["公示期满"])
    assert "炊烟里" not in page.source
    assert citizen.get(f"{address}.pdf").status == 404
    assert "共0件" in citizen.get("/public/").text
    page = citizen.get(f"/public/check/{papers(house, company[1])['D19'].token}")
    assert page.texts("//h1") == ["真实"]
    assert "公示期满" in page.text


def test_check_knows_the_three_verdicts(citizen: Visitor, house: House, company: tuple[Path, str]) -> None:
    decision = papers(house, company[1])["D19"]
    page = citizen.get(f"/public/check/{decision.token}")
    assert (page.status, page.texts("//h1")) == (200, ["真实"])
    for words in (str(decision.number), "2026年10月26日", decision.facts_digest[:12], decision.facts_digest[-12:], str(decision.pdf_sha256)):
        assert words in page.text
    assert page.links("/public/decisions/")
    withdraw(house, decision.id)
    page = citizen.get(f"/public/check/{decision.token}")
    assert (page.status, page.texts("//h1")) == (200, ["已撤销"])
    page = citizen.get("/public/check/M8PV-3RYC-6WKE")
    assert (page.status, page.texts("//h1")) == (404, ["查无此件"])


def test_check_shows_nothing_of_the_party(citizen: Visitor, house: House, company: tuple[Path, str]) -> None:
    page = citizen.get(f"/public/check/{papers(house, company[1])['D15'].token}")
    assert "事先告知书" in page.text
    assert "炊烟里" not in page.text


def test_check_is_hidden_from_search_engines_and_never_kept(citizen: Visitor) -> None:
    for address in ("/public/check", "/public/check/abc"):
        page = citizen.get(address)
        assert page.headers["X-Robots-Tag"] == "noindex"
        assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("typed", "token"),
    [("m8pv 3ryc6wke", "M8PV-3RYC-6WKE"), (" http://x/public/check/M8PV-3RYC-6WKE/ ", "M8PV-3RYC-6WKE"), ("M8PV-3RYC-6WKE", "M8PV-3RYC-6WKE")],
)
def test_code_on_paper_is_read_as_people_type_it(citizen: Visitor, typed: str, token: str) -> None:
    answer = citizen.client.get("/public/check", query_string={"code": typed})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/public/check/{token}")


def test_number_of_a_document_leads_to_the_search(citizen: Visitor) -> None:
    answer = citizen.client.get("/public/check", query_string={"code": "江城管罚决字〔2026〕第0001号"}, follow_redirects=True)
    assert "共1件处罚决定" in answer.get_data(as_text=True)


def test_empty_code_names_the_field(citizen: Visitor) -> None:
    page = citizen.get("/public/check?code=%20")
    assert page.status == 422
    assert page.texts("//*[@id='code-error']") == ["请填写文书上“核验码”后面的12位数字和字母。"]


def test_code_is_shown_as_text_only(citizen: Visitor) -> None:
    assert "<b>x" not in citizen.get("/public/check/%3Cb%3Ex").source


def test_every_public_page_sets_no_cookie_and_needs_no_script(citizen: Visitor) -> None:
    pages = dict(citizen.walk("/public/", "/public"))
    assert {f"/public/{name}" for name in ("", "check", "guide", "about", "data", "withdrawn", "feed.atom", "decisions.csv")} <= pages.keys()
    for address, page in pages.items():
        assert page.status == 200, address
        assert "Set-Cookie" not in page.headers
        assert "onclick" not in page.source
        assert " style=" not in page.source
        assert "csrf" not in page.source
        assert page.kind != "text/html" or len(page.texts("//h1")) == 1, address


def test_register_has_the_fields_of_double_publicity(citizen: Visitor) -> None:
    page = citizen.get("/public/decisions.csv")
    assert page.headers["Content-Type"] == "text/csv; charset=utf-8"
    (row,) = csv.DictReader(StringIO(page.source.removeprefix("\ufeff")))
    assert row["行政相对人名称"] == "炊烟里餐饮(江川)有限公司"
    assert row["罚款金额（万元）"] == "1.950000"
    assert row["处罚决定日期"] == "2026-10-26"


def test_register_holds_no_formula(citizen: Visitor) -> None:
    with citizen.client.application.test_request_context():
        assert "'=1+1" in "".join(table([read(published(cause="=1+1"))]))


def test_json_says_the_same_as_the_table_and_names_its_licence(citizen: Visitor) -> None:
    found = json.loads(citizen.get("/public/decisions.json").source)
    (row,) = found["decisions"]
    assert (row["number"], row["fine"], row["kinds"], row["until"]) == ("江城管罚决字〔2026〕第0001号", "1.950000", "罚款", "2031-11-02")
    assert found["licence"]
    assert row.keys() == {column.key for column in COLUMNS}
    assert json.loads(citizen.get("/public/decisions.json?district=xishan").source)["decisions"] == []


def test_dictionary_explains_every_field(citizen: Visitor) -> None:
    page = citizen.get("/public/data")
    for column in COLUMNS:
        assert column.title in page.text
        assert column.meaning in page.text


def test_feed_tells_of_publications_and_withdrawals(citizen: Visitor, house: House) -> None:
    atom = {"a": "http://www.w3.org/2005/Atom"}
    page = citizen.get("/public/feed.atom")
    assert page.kind == "application/atom+xml"
    (entry,) = etree.fromstring(page.response.get_data()).findall("a:entry", atom)
    assert "炊烟里" in entry.findtext("a:title", "", namespaces=atom)
    with house.database.writing() as connection:
        gone = {"state": "withdrawn", "ended_on": date(2026, 11, 6), "ground": "revoked", "reason": "复议撤销。"}
        connection.execute(tables.TABLES["publication"].update().values(**gone))
        connection.commit()
    (again,) = etree.fromstring(citizen.get("/public/feed.atom").response.get_data()).findall("a:entry", atom)
    assert again.findtext("a:id", namespaces=atom) == entry.findtext("a:id", namespaces=atom)
    assert "复议撤销" in again.findtext("a:summary", "", namespaces=atom)
    assert "炊烟里" not in etree.tostring(again, encoding="unicode")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cause=JC04", 1),
        ("cause=JC01", 0),
        ("kind=罚款", 1),
        ("kind=警告", 0),
        ("kind=%27%20OR%201=1", 1),
        ("decided_from=2026-10-26&decided_to=2026-10-26", 1),
        ("decided_from=2026-10-27", 0),
        ("decided_to=2026-10-25", 0),
        ("decided_from=2026-02-30", 1),
        ("text=炊烟里+罚款", 1),
        ("text=炊烟里+警告", 0),
        ("text=%25", 1),
        ("text=1", 1),
        ("page=99999999999999999999", 1),
        ("page=-1", 1),
    ],
)
def test_filters_count_what_they_find_and_ignore_what_they_cannot_read(citizen: Visitor, query: str, found: int) -> None:
    page = citizen.get(f"/public/?{query}")
    assert page.status == 200
    assert f"共{found}件处罚决定" in page.text
    assert len([link for link in page.links("/public/decisions/") if not link.endswith(".pdf")]) == found


def test_conditions_stay_in_the_address_of_pages_and_files(citizen: Visitor) -> None:
    page = citizen.get("/public/?text=炊烟&kind=罚款&decided_from=2026-10-01")
    (link,) = page.links("/public/decisions.csv")
    assert {"kind", "text", "decided_from"} <= parse_qs(link.partition("?")[2]).keys()
    assert page.texts("//p[@aria-label='已选条件']/a") == [
        "“炊烟”×，去掉这个条件",
        "处罚种类：罚款×，去掉这个条件",
        "决定日期：2026年10月1日以来×，去掉这个条件",
        "全部清除",
    ]


def test_public_copy_is_made_of_the_masked_content(citizen: Visitor) -> None:
    address = citizen.get("/public/").links("/public/decisions/")[0]
    page = citizen.get(f"{address}.pdf")
    assert (page.status, page.kind) == (200, "application/pdf")
    for words in ("行政处罚决定公示文本", "江城管罚决字〔2026〕第0001号", "罚款"):
        assert words in page.text
    assert "13900001234" not in page.text
    assert citizen.get(f"{address}.pdf").response.get_data() == page.response.get_data()


def test_decisions_may_be_kept_for_a_minute(citizen: Visitor) -> None:
    assert citizen.get("/public/").headers["Cache-Control"] == "public, max-age=60"


def test_page_for_somebody_who_is_logged_in_is_not_kept(citizen: Visitor) -> None:
    assert citizen.log_in("guqing").get("/public/").headers["Cache-Control"] == "no-store"


def test_person_is_never_named(person: tuple[Path, str], tmp_path: Path) -> None:
    office = found_office(tmp_path / "house", person[0])
    citizen = Visitor(office.house)
    pages = dict(citizen.walk("/public/", "/public"))
    pages |= {token: citizen.get(f"/public/check/{token}") for token in (paper.token for paper in office.file(person[1]).documents)}
    assert any("陈某某" in page.text for page in pages.values())
    for address, page in pages.items():
        for secret in SECRETS:
            assert secret not in page.text, address
    assert "共0件" in citizen.get("/public/?text=陈建国").text
    office.house.close()


def test_what_slipped_through_the_review_is_masked_on_the_page() -> None:
    shown = read(published(party="陈建国", code="11010519491231002X", legal_representative="陈建国", facts=["陈某某，电话13812345678。"]))
    assert (shown.party, shown.code, shown.legal_representative) == ("陈某某", None, None)
    assert shown.facts == ("陈某某，电话（手机号码略）。",)


def test_operator_of_an_individual_business_stays_hidden() -> None:
    shown = read(published(party="江川半日闲书店", party_kind="individual_business", legal_representative="陈建国"))
    assert (shown.party, shown.legal_representative, shown.kind_title) == ("江川半日闲书店", None, "个体工商户")


def test_penalty_without_a_fine_has_no_sum() -> None:
    assert read(published(fine=None, penalty="警告")).fine is None
