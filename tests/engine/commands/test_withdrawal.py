"""Withdrawals: proposed by the publisher, agreed to by another, with a reason that anybody may read."""

from collections.abc import Callable
from datetime import date

import pytest

from engine.actor import Actor
from engine.commands.withdrawal import ProposeWithdrawal, ReviewWithdrawal
from engine.queries.portal import CheckDocument, PublishedDecision, PublishedDecisions, WithdrawnDecisions
from engine.queries.publication import PublicLifeOf, Register
from tests.course import AGREED, today
from tests.engine.conftest import Reach
from tests.office import Office

PUBLIC = Actor(id="public", name="公众")
REASON = "江川市人民政府行政复议决定（江政复决〔2026〕第7号）撤销原处罚决定。"
RETURNED = {"approved": "false", "reason": "没有附复议决定书。"}


def propose(office: Office, case: str, by: str = "songjia", **changes: str) -> str:
    """Propose to withdraw the publication of a case."""
    data = {"ground": "revoked", "changed_on": today(office), "reason": REASON} | changes
    return office.house.engine.execute(ProposeWithdrawal(case_id=case, data=data), office.actor(by))


def review(office: Office, case: str, by: str = "shenyanqiu", **data: str) -> None:
    """Review the proposal that waits."""
    office.house.engine.execute(ReviewWithdrawal(case_id=case, data=data or AGREED), office.actor(by))


def test_a_withdrawal_takes_the_decision_away_and_leaves_the_reason(reach: Reach) -> None:
    office, case = reach("archived")
    shown = office.file(case).publications[0]
    propose(office, case)
    engine = office.house.engine
    assert engine.ask(PublishedDecisions(), PUBLIC).total == 1
    review(office, case)
    assert engine.ask(PublishedDecisions(), PUBLIC).total == 0
    gone = engine.ask(PublishedDecision(publication_id=shown.id), PUBLIC).gone
    assert gone is not None
    assert (gone.state, gone.ground, gone.reason) == ("withdrawn", "revoked", REASON)
    assert [row.number for row in engine.ask(WithdrawnDecisions(), PUBLIC).rows] == [shown.number]
    token = next(paper.token for paper in office.file(case).documents if paper.code == "D19")
    assert engine.ask(CheckDocument(token=token), PUBLIC).gone == gone
    assert office.faults() == []


def test_the_law_gives_three_working_days_from_the_change(reach: Reach) -> None:
    office, case = reach("archived")
    propose(office, case)
    clock = office.house.engine.ask(PublicLifeOf(case_id=case), office.actor("songjia")).clock
    assert clock is not None
    assert (clock.due, clock.state) == (date(2026, 9, 17), "running")
    review(office, case)
    assert {each.key: each.state for each in office.file(case).clocks}["publication.withdrawal"] == "met"


def test_an_error_in_the_publication_has_no_term_of_the_law(reach: Reach) -> None:
    office, case = reach("archived")
    propose(office, case, ground="mistaken", reason="公示的违法行为与决定书不一致。")
    assert "publication.withdrawal" not in {each.key for each in office.file(case).clocks}


def test_a_returned_proposal_leaves_the_decision_public_and_may_be_made_again(reach: Reach) -> None:
    office, case = reach("archived")
    propose(office, case)
    with office.refusal("step_not_waiting"):
        propose(office, case)
    assert len(office.house.engine.ask(Register(), office.actor("shenyanqiu")).waiting) == 1
    review(office, case, **RETURNED)
    assert office.file(case).publications[0].state == "published"
    propose(office, case)
    states = {each.state for each in office.house.engine.ask(PublicLifeOf(case_id=case), office.actor("songjia")).withdrawals}
    assert states == {"returned", "proposed"}
    assert office.faults() == []


Attempt = Callable[[Office, str], object]


@pytest.mark.parametrize(
    ("attempt", "code", "field"),
    [
        (lambda office, case: propose(office, case, ground="whim"), "invalid_input", "ground"),
        (lambda office, case: propose(office, case, reason=" "), "invalid_input", "reason"),
        (lambda office, case: propose(office, case, reason="长" * 501), "invalid_input", "reason"),
        (lambda office, case: propose(office, case, changed_on="2027-01-01"), "invalid_input", "changed_on"),
        (lambda office, case: propose(office, case, changed_on="2026-02-30"), "invalid_input", "changed_on"),
        (lambda office, case: propose(office, case, changed_on="2026-09-13"), "before_cause", "changed_on"),
        (lambda office, case: propose(office, case, reason="当事人电话13812345678。"), "publication_blocked", "reason"),
        (lambda office, case: propose(office, case, more="x"), "invalid_input", "more"),
        (lambda office, case: propose(office, case, by="baixue"), "not_found", None),
        (lambda office, case: propose(office, case, by="shenyanqiu"), "not_allowed", None),
        (review, "step_not_waiting", None),
        (lambda office, case: review(office, case, by="songjia"), "not_allowed", None),
        (lambda office, case: review(office, case, by="ningjing"), "not_found", None),
    ],
)
def test_what_is_not_a_withdrawal_leaves_nothing_behind(reach: Reach, attempt: Attempt, code: str, field: str | None) -> None:
    office, case = reach("archived")
    with office.refusal(code, field=field):
        attempt(office, case)


def test_what_is_not_public_is_not_withdrawn(reach: Reach) -> None:
    office, case = reach("prepare_publication")
    with office.refusal("step_not_waiting"):
        propose(office, case)


def test_nobody_agrees_with_an_own_proposal(reach: Reach) -> None:
    office, case = reach("archived")
    both = Actor(id="both", name="两职", district="donghu", roles=frozenset({"publisher", "legal_reviewer"}))
    data = {"ground": "revoked", "changed_on": today(office), "reason": REASON}
    office.house.engine.execute(ProposeWithdrawal(case_id=case, data=data), both)
    with office.refusal("same_person", basis="行政处罚法 48②"):
        office.house.engine.execute(ReviewWithdrawal(case_id=case, data=AGREED), both)
