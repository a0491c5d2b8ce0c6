"""The public life of a decision on the spot (当场处罚的公示): masked and in time, not reported, withdrawn or ended like any other."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from engine.actor import Actor
from engine.clock import SHANGHAI
from engine.queries.credit import CreditRows
from engine.queries.portal import CheckDocument, PublicConditions, PublishedDecision, PublishedDecisions
from tests.engine.commands.test_withdrawal import propose, review
from tests.office import Office, found_city, found_office
from web import public_copy
from web.scenario import Play
from web.scenario.reader import read_scenario

S1 = Path(__file__).parent / "s1.yaml"
PUBLIC = Actor(id="public", name="公众")
START = datetime(2026, 10, 12, 19, tzinfo=SHANGHAI)


@pytest.fixture
def spot(tmp_path: Path) -> Iterator[tuple[Office, str]]:
    """S1 up to the day after its publication."""
    office = found_office(tmp_path / "office", found_city(tmp_path / "city", start=START), start=START)
    stage = Play(house=office.house, clock=office.clock)
    for step in read_scenario(S1).steps:
        if step.name == "cash":
            break
        if step.at is not None:
            stage.move(step.at)
        if step.refuse is None and (step.do or step.task):
            stage.act(step)
    yield office, stage.cases["case"]
    office.house.close()


def test_a_decision_on_the_spot_is_published_in_time_for_a_short_term_and_not_reported(spot: tuple[Office, str]) -> None:
    office, case = spot
    shown = office.file(case).publications[0]
    assert shown.published_on <= date(2026, 10, 21)
    assert (shown.severity, shown.until, shown.kinds) == ("minor", date(2027, 1, 19), "|罚款|")
    assert office.house.engine.ask(CreditRows(), office.actor("songjia")).due == ()
    for words, found in (("李某某", 1), ("李静怡", 0), ("静怡", 0), ("999901199003150025", 0)):
        assert office.house.engine.ask(PublishedDecisions(conditions=PublicConditions(text=words)), PUBLIC).total == found, words
    _, content = public_copy.copy_of(office.house, shown.id, PUBLIC)
    assert "李静怡".encode("utf-16-be") not in content
    assert office.faults() == []


def test_it_ends_with_its_term_and_its_paper_stays_genuine(spot: tuple[Office, str]) -> None:
    office, case = spot
    office.at("2027-01-20 00:10")
    assert office.file(case).publications[0].state == "ended"
    genuine = office.house.engine.ask(CheckDocument(token=office.file(case).documents[0].token), PUBLIC)
    assert (genuine.verdict, genuine.gone.state if genuine.gone else None) == ("true", "ended")
    assert office.faults() == []


def test_it_is_withdrawn_like_any_other(spot: tuple[Office, str]) -> None:
    office, case = spot
    shown = office.file(case).publications[0]
    with office.refusal("publication_blocked", field="reason"):
        propose(office, case, reason="李静怡的处罚决定被撤销。")
    propose(office, case)
    review(office, case)
    gone = office.house.engine.ask(PublishedDecision(publication_id=shown.id), PUBLIC).gone
    assert gone is not None
    assert gone.state == "withdrawn"
    assert office.faults() == []
