from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.search import ExportCases, ForgetSearch, IndexCases, SaveSearch
from engine.errors import NotAllowedError
from engine.queries.search import Conditions, CountCases, ListCases, SavedSearches, Search, SearchPage, StaleCases
from tests.office import Office, found_office
from web import jobs

STALL = {"name": "李小川", "id_number": "999901198507020035", "address": "江川市东湖区东湖街道杏花里3栋201室"}


@pytest.fixture(scope="module")
def busy(city: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office with a decided case, two clues in the east and one in the west; nobody changes it."""
    office = found_office(tmp_path_factory.mktemp("busy") / "office", city)
    office.play_s2(until="confirm_payment")
    office.open(party=STALL, place="杏花夜市12号摊", description="夜市油烟扰民")
    office.open(by="wumin", party=STALL, place="湖滨路20号")
    office.open(by="hechuan", party=STALL, place="西山区云山路77号")
    jobs.index_cases(office.house)
    yield office
    office.house.close()


def ask(office: Office, by: str = "limin", order: str = "opened", **conditions: Any) -> SearchPage:
    """What somebody finds."""
    return office.house.engine.ask(Search(conditions=Conditions(**conditions), order=order), office.actor(by))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("油", 3),
        ("李", 2),
        ("李 杏花", 2),
        ("夜市", 1),
        ("扰民", 2),
        ("江城管立字〔2026〕第0001号", 1),
        ("立字[2026]第0001", 1),
        ("罚决字", 1),
        ("ma0te5t16f", 1),
        ("MA0TE", 1),
        ("198507", 2),
        ("检测报告", 1),
        ("4.8mg", 1),
        ("湖滨路18号 何秀兰", 1),
        ("湖滨路18号 李", 0),
        ("号江川", 0),
        ("不存在的", 0),
        ("'; DROP TABLE search --", 0),
        ("", 3),
    ],
)
def test_any_part_of_what_a_case_says_is_found_and_several_words_all(busy: Office, text: str, count: int) -> None:
    assert ask(busy, text=text).total == count


def test_where_it_was_found_is_shown(busy: Office) -> None:
    (found,) = ask(busy, text="夜市 李").found
    assert [(hit.label, [piece for piece, marked in hit.pieces if marked]) for hit in found.hits] == [("地点", ["夜市"]), ("当事人", ["李"])]


def test_only_cases_within_reach_are_found_and_counted(busy: Office) -> None:
    assert ask(busy, by="hechuan", text="李").total == 1
    assert ask(busy, by="guqing", text="李").total == 3
    assert ask(busy, by="anquan").total == 0
    for who in ("limin", "hechuan", "guqing", "anquan"):
        page = ask(busy, by=who)
        assert sum(choice.count for choice in page.choices["district"]) == page.total
        assert busy.house.engine.ask(CountCases(conditions=Conditions()), busy.actor(who)) == page.total


def test_each_list_counts_what_the_other_conditions_leave(busy: Office) -> None:
    page = ask(busy, state="clue")
    assert page.total == 2
    assert {choice.value: choice.count for choice in page.choices["state"]} == {"clue": 2, "open": 1}
    assert sorted((choice.name, choice.count) for choice in page.choices["lead"]) == [("吴敏", 1), ("周岩", 1)]
    assert ask(busy, state="clue", text="夜市").total == 1


@pytest.mark.parametrize(
    ("conditions", "count"),
    [
        ({"fine_from": Decimal(19500)}, 1),
        ({"fine_from": Decimal("19500.01")}, 0),
        ({"fine_to": Decimal(19500)}, 1),
        ({"filed_from": date(2026, 9, 1), "filed_to": date(2026, 9, 30)}, 1),
        ({"filed_to": date(2026, 9, 1)}, 0),
        ({"decided_from": date(2026, 10, 1)}, 1),
        ({"outcome": "penalty"}, 1),
        ({"outcome": "no_penalty"}, 0),
        ({"cause": "JC04", "procedure": "ordinary", "district": "donghu", "squad": "donghu-1"}, 3),
        ({"term": "provisional"}, 1),
        ({"term": "nonsense"}, 3),
    ],
)
def test_ranges_and_choices_narrow_what_is_found(busy: Office, conditions: dict[str, Any], count: int) -> None:
    page = ask(busy, **conditions)
    assert page.total == count
    assert busy.house.engine.ask(CountCases(conditions=Conditions(**conditions)), busy.actor("limin")) == count
    assert len(busy.house.engine.ask(ListCases(conditions=Conditions(**conditions)), busy.actor("limin"))) == count


def test_the_order_is_what_was_asked_for(busy: Office) -> None:
    for order, first in {"fine": "open", "decided": "open", "filed": "open", "opened": "clue"}.items():
        assert ask(busy, order=order).found[0].row.case.state == first


def test_a_duty_that_is_over_is_overdue_whenever_one_asks(office: Office) -> None:
    case = office.play_s2(until="investigation_report")
    jobs.index_cases(office.house)
    assert ask(office).terms["overdue"] == 0
    office.at("2027-03-01 09:00")
    jobs.index_cases(office.house)
    page = ask(office, term="overdue")
    assert [found.row.case.id for found in page.found] == [case]
    assert page.terms["overdue"] == 1


def test_the_index_follows_the_cases_and_is_no_part_of_the_proofs(office: Office) -> None:
    case = office.open()
    assert office.house.engine.ask(StaleCases(), SYSTEM) == 1
    assert ask(office).behind == 1
    assert jobs.index_cases(office.house) == 1
    assert jobs.index_cases(office.house) == 0
    assert ask(office, text="不予立案").total == 0
    office.submit("zhouyan", case, "verification", record="检查。", facts="摊点已经撤离。", finding="file", second="wumin")
    jobs.index_cases(office.house)
    assert ask(office, text="摊点已经撤离").total == 1
    before = ask(office, text="油烟").found[0].hits
    office.house.engine.execute(IndexCases(limit=0, anew=True), SYSTEM)
    assert ask(office).total == 0
    jobs.index_cases(office.house)
    assert ask(office, text="油烟").found[0].hits == before
    assert office.faults() == []


def test_what_is_erased_of_a_case_is_no_longer_found(office: Office) -> None:
    case = office.open()
    jobs.index_cases(office.house)
    assert ask(office, text="炊烟里").total == 1
    with office.house.database.writing() as connection:
        connection.exec_driver_sql("UPDATE party SET name = NULL WHERE case_id = ?", (case,))
        connection.exec_driver_sql('UPDATE "case" SET version = version + 1 WHERE id = ?', (case,))
        connection.commit()
    assert ask(office, text="炊烟里").found[0].hits == ()
    jobs.index_cases(office.house)
    assert ask(office, text="炊烟里").total == 0


def test_a_search_is_kept_for_its_owner_alone(office: Office) -> None:
    run = office.house.engine.execute
    run(SaveSearch(name="超期", address="/search?term=overdue"), office.actor("limin"))
    run(SaveSearch(name="超期", address="/search?term=overdue&state=open"), office.actor("limin"))
    mine = office.house.engine.ask(SavedSearches(), office.actor("limin"))
    assert [(item.name, item.address) for item in mine] == [("超期", "/search?term=overdue&state=open")]
    assert office.house.engine.ask(SavedSearches(), office.actor("hanlei")) == ()
    run(ForgetSearch(name="超期"), office.actor("hanlei"))
    assert len(office.house.engine.ask(SavedSearches(), office.actor("limin"))) == 1
    run(ForgetSearch(name="超期"), office.actor("limin"))
    assert office.house.engine.ask(SavedSearches(), office.actor("limin")) == ()
    for name, address in (("", "/search"), ("长" * 41, "/search"), ("外", "https://elsewhere/"), ("外", "//search"), ("行", "/search?q=\n")):
        with office.refusal("invalid_input"):
            run(SaveSearch(name=name, address=address), office.actor("limin"))


def test_a_list_that_leaves_is_told_in_the_journal_of_the_office(office: Office) -> None:
    office.house.engine.execute(ExportCases(count=3, conditions="“李”"), office.actor("limin"))
    with office.house.database.reading() as connection:
        body = connection.exec_driver_sql("SELECT body FROM entry WHERE command = 'ExportCases'").scalar_one()
    assert '"count":3' in body
    assert "李”" not in body
    assert office.faults("office") == []
    with office.refusal("invalid_input"):
        office.house.engine.execute(ExportCases(count=10_001, conditions="全部"), office.actor("limin"))
    with pytest.raises(NotAllowedError):
        office.house.engine.execute(ExportCases(count=3, conditions="全部"), office.actor("anquan"))
