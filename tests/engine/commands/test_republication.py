"""Publishing again: a decision that still stands and was withdrawn by mistake comes back, agreed to by another, for the rest of its term."""

from datetime import date, timedelta

import pytest

from engine.actor import Actor
from engine.queries.portal import CheckDocument, PublishedDecision, PublishedDecisions, WithdrawnDecisions
from engine.queries.publication import PublicLifeOf
from tests.course import AGREED
from tests.engine.commands.test_withdrawal import propose, review
from tests.engine.conftest import Reach
from tests.office import Office
from web import public_copy

PUBLIC = Actor(id="public", name="公众")
REASON = "本案的公示被误撤：应撤回的是另一案，处罚决定没有变更。"


@pytest.fixture
def withdrawn(reach: Reach) -> tuple[Office, str]:
    """A decision that was withdrawn from the public though nothing was wrong with it."""
    office, case = reach("archived")
    propose(office, case, ground="mistaken", reason="公示内容有误。")
    review(office, case)
    return office, case


def again(office: Office, case: str, by: str = "songjia", **changes: str) -> str:
    """Propose to publish the decision of a case again."""
    return office.start(by, case, "republication", **{"ground": "wrong_case", "reason": REASON} | changes)


def test_what_was_withdrawn_by_mistake_is_public_again_for_the_rest_of_its_term(withdrawn: tuple[Office, str]) -> None:
    office, case = withdrawn
    first = office.file(case).publications[0]
    office.at("2026-10-20 09:00")
    again(office, case)
    office.submit("shenyanqiu", case, "review_republication", **AGREED)
    engine = office.house.engine
    life = engine.ask(PublicLifeOf(case_id=case), office.actor("songjia"))
    old, new = life.publications
    assert (old.id, old.state, new.state) == (first.id, "withdrawn", "published")
    assert (new.published_on, new.first_on, new.until) == (date(2026, 10, 20), first.published_on, first.until)
    assert new.again_reason == REASON
    assert new.content == first.content
    gone = engine.ask(PublishedDecision(publication_id=old.id), PUBLIC).gone
    assert gone is not None
    assert (gone.again, gone.again_on) == (new.id, date(2026, 10, 20))
    assert engine.ask(WithdrawnDecisions(), PUBLIC).rows[0].again == new.id
    assert [shown.id for shown in engine.ask(PublishedDecisions(), PUBLIC).rows] == [new.id]
    token = next(paper.token for paper in office.file(case).documents if paper.code == "D19")
    assert engine.ask(CheckDocument(token=token), PUBLIC).publication == new.id
    assert office.file(case).case.published_on == first.published_on
    assert public_copy.copy_of(office.house, new.id, PUBLIC)[0].copy_sha256 is not None
    assert office.faults() == []


def test_it_can_be_withdrawn_and_published_once_more(withdrawn: tuple[Office, str]) -> None:
    office, case = withdrawn
    for _ in range(2):
        again(office, case)
        office.submit("shenyanqiu", case, "review_republication", **AGREED)
        with office.refusal("step_not_waiting"):
            again(office, case)
        propose(office, case)
        review(office, case)
        assert {each.key: each.state for each in office.file(case).clocks}["publication.withdrawal"] == "met"
    assert [shown.state for shown in office.file(case).publications] == ["withdrawn"] * 3
    assert office.faults() == []


def test_another_person_agrees_and_may_say_no(withdrawn: tuple[Office, str]) -> None:
    office, case = withdrawn
    with office.refusal("not_allowed"):
        again(office, case, by="zhouyan")
    with office.refusal("publication_blocked", field="reason"):
        again(office, case, reason="当事人电话13900001234。")
    again(office, case)
    with office.refusal("not_allowed"):
        office.submit("songjia", case, "review_republication", **AGREED)
    office.submit("shenyanqiu", case, "review_republication", approved="false", reason="没有附材料。")
    assert [shown.state for shown in office.file(case).publications] == ["withdrawn"]
    assert office.file(case).procedures[-1].ended_as == "不重新公示"
    assert office.faults() == []


def test_a_summary_put_right_is_masked_and_checked_anew(withdrawn: tuple[Office, str]) -> None:
    office, case = withdrawn
    again(office, case, ground="right", summary="联系人电话13900001234。餐厅油烟超标。")
    office.submit("shenyanqiu", case, "review_republication", **AGREED)
    assert "13900001234" not in office.file(case).publications[-1].content["summary"]
    assert office.faults() == []


def test_what_is_over_or_changed_is_not_published_again(withdrawn: tuple[Office, str]) -> None:
    office, case = withdrawn
    again(office, case)
    until = office.file(case).publications[0].until
    assert until is not None
    office.at(f"{until + timedelta(days=1)} 09:00")
    with office.refusal("publication_blocked", basis="行政处罚法 48"):
        office.submit("shenyanqiu", case, "review_republication", **AGREED)
