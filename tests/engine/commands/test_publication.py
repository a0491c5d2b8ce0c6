"""Publication to its end: the term runs out by the system's hand, and nothing but the masked words can be found."""

from engine.actor import SYSTEM, Actor
from engine.commands.party import AmendParty
from engine.commands.publication import EndPublication
from engine.queries.disclosure import secrets_of
from engine.queries.portal import CheckDocument, PublicConditions, PublishedDecisions
from engine.rules.redaction import Secrets
from tests.course import do, drive
from tests.engine.citizen import citizen
from tests.engine.commands.test_case import facts
from tests.engine.conftest import Reach
from tests.office import Office
from web import jobs

PUBLIC = Actor(id="public", name="公众")


def found(office: Office, words: str) -> int:
    """How many published decisions the public finds by some words."""
    return office.house.engine.ask(PublishedDecisions(conditions=PublicConditions(text=words)), PUBLIC).total


def test_a_publication_ends_with_its_term_and_the_paper_stays_genuine(reach: Reach) -> None:
    office, case = reach("archived")
    shown = office.file(case).publications[0]
    assert shown.until is not None
    office.at(f"{shown.until:%Y-%m-%d} 23:00")
    assert jobs.end_publications(office.house) == 0
    office.at(f"{shown.until.replace(day=shown.until.day + 1):%Y-%m-%d} 00:00")
    assert jobs.end_publications(office.house) == 0
    ended = office.file(case).publications[0]
    assert (ended.state, ended.ended_on) == ("ended", shown.until)
    assert facts(office, case)[-1] == "PublicationEnded"
    command = EndPublication(case_id=case, publication_id=shown.id)
    assert not office.house.engine.execute(command, SYSTEM)
    token = next(paper.token for paper in office.file(case).documents if paper.code == "D19")
    genuine = office.house.engine.ask(CheckDocument(token=token), PUBLIC)
    assert (genuine.verdict, genuine.publication) == ("true", None)
    assert genuine.gone is not None
    assert genuine.gone.state == "ended"
    assert office.faults() == []


def test_a_publication_does_not_end_before_its_day(reach: Reach) -> None:
    office, case = reach("archived")
    command = EndPublication(case_id=case, publication_id=office.file(case).publications[0].id)
    assert not office.house.engine.execute(command, SYSTEM)
    assert office.file(case).publications[0].state == "published"


def test_only_masked_and_published_words_are_found(office: Office) -> None:
    party = citizen(phone="13900001234")
    case = drive(office, office.open(party=party), "prepare_publication", investigation_report={"measured": "2.6", "fine": "8000"})
    do(office, case, "serve")
    do(office, case, "prepare_publication", summary="王德顺（13900001234）油烟超标。")
    assert found(office, "油烟") == 0
    do(office, case, "review_publication")
    assert found(office, "王某某 油烟 处罚款") == 1
    assert found(office, office.file(case).publications[0].number.replace("〔", "").replace("〕", "")) == 1
    for secret in ("王德顺", "德顺", party["id_number"], "13900001234", "测试路7号", office.file(case).case.number or ""):
        assert found(office, secret) == 0, secret


def amended(office: Office, before: dict[str, str], **after: str) -> Secrets:
    """What must not be left of the people of a case whose party was put right."""
    case = office.open(party=before)
    data = {"kind": "organisation", "told_by": "登记机关", "reason": "当事人是公司。"} | after
    party = office.file(case).parties[0].id
    office.house.engine.execute(AmendParty(case_id=case, party_id=party, data=data), office.actor("zhouyan"))
    with office.house.database.reading() as connection:
        return secrets_of(connection, case)


COMPANY = {
    "name": "炊烟里餐饮管理(江川)有限公司",
    "uscc": "91999901MA0TE5T16F",
    "legal_representative": "何秀兰",
    "address": "江川市东湖区湖滨路18号",
}


def test_who_was_put_down_where_a_company_stands_now_is_masked(office: Office) -> None:
    secrets = amended(office, citizen(), **COMPANY)
    assert (secrets.names, secrets.addresses) == (frozenset({"王德顺"}), frozenset({"江川市东湖区测试路7号"}))


def test_what_a_company_openly_goes_by_is_no_secret_of_the_person_before(office: Office) -> None:
    secrets = amended(office, citizen(name="何秀兰", address=COMPANY["address"]), **COMPANY)
    assert (secrets.names, secrets.addresses) == (frozenset(), frozenset())
