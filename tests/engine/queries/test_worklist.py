"""Questions: everybody's worklist holds what they may do, lists stay within reach, and the public sees what was published."""

from datetime import date

import pytest
from sqlalchemy import select

from engine.actor import Actor
from engine.model import Deadline
from engine.queries.case_file import Cases
from engine.queries.clock import counts, nearest, read_clock
from engine.queries.portal import CheckDocument, PublicConditions, PublishedDecision, PublishedDecisions
from engine.queries.task_page import TaskPage
from engine.queries.worklist import Worklist
from engine.store import tables
from tests.course import PEOPLE, do, drive, today
from tests.engine.conftest import Reach
from tests.office import Office

PUBLIC = Actor(id="public", name="公众")


@pytest.mark.parametrize("step", ["verification", "confirm_report", "legal_review", "decide", "archiving", "closing", "approve_filing"])
def test_a_worklist_holds_what_its_owner_may_do_and_nothing_else(reach: Reach, step: str) -> None:
    office, case = reach(step)
    for login in {*PEOPLE.values(), "hechuan", "guqing"}:
        page = office.house.engine.ask(Worklist(), office.actor(login))
        mine = login == PEOPLE[step]
        assert [(item.case_id, item.step) for item in page.items] == ([(case, step)] if mine else []), login
        assert (page.waiting, page.total) == (int(mine), int(mine))


def test_the_nearest_deadline_comes_first_and_the_counts_are_of_the_whole_list(office: Office) -> None:
    first = drive(office, office.open(), "investigation")
    office.at("2026-10-20 09:00")
    second = drive(office, office.open(), "investigation")
    office.at("2026-12-12 09:00")
    page = office.house.engine.ask(Worklist(), office.actor("zhouyan"))
    assert [item.case_id for item in page.items] == [first, second]
    assert (page.waiting, page.soon, page.overdue, page.steps) == (2, 1, 0, (("investigation", "调查取证", 2),))
    office.at("2026-12-14 00:00")
    late = office.house.engine.ask(Worklist(view="overdue"), office.actor("zhouyan"))
    assert [(item.case_id, item.clock.level if item.clock else None) for item in late.items] == [(first, "late")]
    assert office.house.engine.ask(Worklist(text="炊烟", order="arrival"), office.actor("zhouyan")).total == 2
    assert office.house.engine.ask(Worklist(text="没有"), office.actor("zhouyan")).total == 0


def test_the_database_counts_the_clocks_that_the_page_shows(office: Office) -> None:
    case = office.play_s2(until="closing")
    with office.house.database.reading() as connection:
        for day in (date(2026, 9, 20), date(2026, 11, 3), date(2027, 1, 5), date(2027, 8, 1)):
            clocks = tables.rows(connection, Deadline, select(Deadline.__table__).where(Deadline.case_id == case))
            shown = {item.id for item in clocks if nearest([read_clock(item, day)]) is not None}
            counted = connection.execute(select(Deadline.id).where(Deadline.case_id == case, counts(day))).scalars()
            assert shown == set(counted)
    assert len({item.state for item in clocks}) > 1


def test_a_list_of_cases_ends_where_the_reach_ends(reach: Reach) -> None:
    office, case = reach("plea")
    for login, total in (("zhouyan", 1), ("limin", 1), ("guqing", 1), ("hechuan", 0), ("yanbing", 0), ("anquan", 0)):
        page = office.house.engine.ask(Cases(), office.actor(login))
        assert (page.total, [row.case.id for row in page.rows]) == (total, [case] * total)
    for text, total in (("炊烟里", 1), ("91999901MA0TE5T16F", 1), ("%", 0), ("立字", 1), ("JC04", 1)):
        assert office.house.engine.ask(Cases(text=text), office.actor("limin")).total == total
    assert office.house.engine.ask(Cases(state="archived", page=7), office.actor("limin")).page == 1


def test_a_task_is_shown_to_whom_it_belongs_with_why_it_came_back(reach: Reach) -> None:
    office, case = reach("review_proposal")
    do(office, case, "review_proposal", approved="false", opinion=None, reason="金额过高。")
    page = office.house.engine.ask(TaskPage(case_id=case, task_id=office.task(case, "investigation_report")), office.actor("zhouyan"))
    assert page.returned[0][2] == "金额过高。"
    office.start("zhouyan", case, "withdrawal", reason="not_established", facts="没有其他证据。")
    other = office.house.engine.ask(TaskPage(case_id=case, task_id=office.task(case, "confirm_withdrawal")), office.actor("wumin"))
    assert other.returned == ()
    assert page.suggested["fine"] == "22500"
    with office.refusal("not_allowed"):
        office.house.engine.ask(TaskPage(case_id=case, task_id=page.task.id), office.actor("limin"))
    with office.refusal("not_found"):
        office.house.engine.ask(TaskPage(case_id=case, task_id="x"), office.actor("zhouyan"))


def test_the_public_finds_what_is_published_and_can_check_a_paper(reach: Reach) -> None:
    office, case = reach("archived")
    engine = office.house.engine
    shown = engine.ask(PublishedDecisions(conditions=PublicConditions(text="油烟", district="donghu")), PUBLIC)
    assert shown.total == 1
    assert engine.ask(PublishedDecisions(conditions=PublicConditions(district="xishan")), PUBLIC).total == 0
    one = engine.ask(PublishedDecision(publication_id=shown.rows[0].id), PUBLIC).publication
    assert one is not None
    assert one.content["party"] == "炊烟里餐饮(江川)有限公司"
    decision = next(paper for paper in office.file(case).documents if paper.code == "D19")
    genuine = engine.ask(CheckDocument(token=decision.token), PUBLIC)
    assert (genuine.verdict, genuine.number, genuine.publication) == ("true", decision.number, one.id)
    assert engine.ask(CheckDocument(token="x"), PUBLIC).verdict == "none"


def test_what_was_public_for_its_term_is_no_longer_found(reach: Reach) -> None:
    office, case = reach("archived")
    until = office.file(case).publications[0].until
    assert until is not None
    assert today(office) < until.isoformat()
    office.clock.move(office.clock.now().replace(year=until.year + 1))
    assert office.house.engine.ask(PublishedDecisions(), PUBLIC).total == 0
    shown = office.house.engine.ask(PublishedDecision(publication_id=office.file(case).publications[0].id), PUBLIC)
    assert shown.publication is None
    assert shown.gone is not None
    assert (shown.gone.state, shown.gone.ended_on) == ("ended", until)
