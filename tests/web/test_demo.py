from collections import Counter
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from engine.actor import SYSTEM
from engine.clock import SetClock
from engine.journal import outbox
from engine.queries.case_file import Cases
from engine.queries.inspection import Inspections
from engine.rules.identity import resident_id_problem, uscc_problem
from tests.office import settings
from web import city, demo, verification
from web.demonstration.crowd import SPAN, crowd
from web.demonstration.matter import MATTERS
from web.demonstration.plan import PLANS
from web.house import open_house
from web.password import TRIFLING
from web.settings import SettingsError


def test_the_crowd_is_the_same_each_time_and_its_codes_are_right() -> None:
    members = list(crowd(200))
    assert members == list(crowd(200))
    for member in members:
        party = member.plan.party
        assert uscc_problem(party["uscc"]) is None if "uscc" in party else resident_id_problem(party["id_number"], date(2026, 1, 1)) is None
    assert len({member.plan.party.get("uscc") or member.plan.party["id_number"] for member in members}) == 200
    assert [member.plan.began for member in islice(members, 3)] == [320, 319, 317]


def test_the_planned_cases_show_every_cause_in_both_districts() -> None:
    assert len(PLANS) == 34
    assert {MATTERS[plan.matter].cause for plan in PLANS} == {"JC01", "JC02", "JC03", "JC04", "JC06", "JC13", "JC19", "JC22", "JC28"}
    assert {plan.crew.head for plan in PLANS} == {"limin", "yanbing"}
    parties = Counter(plan.party["name"] for plan in PLANS)
    assert parties["江川老灶烧烤有限公司"] == 4
    for plan in PLANS:
        assert (
            uscc_problem(plan.party["uscc"]) is None
            if "uscc" in plan.party
            else resident_id_problem(plan.party["id_number"], date(2026, 1, 1)) is None
        )


def test_the_crowd_spreads_over_causes_districts_and_ways() -> None:
    plans = [member.plan for member in crowd(1000)]
    causes = Counter(MATTERS[plan.matter].cause for plan in plans)
    assert set(causes) == {"JC01", "JC02", "JC03", "JC04", "JC06", "JC13", "JC19", "JC22", "JC28"}
    assert min(causes.values()) > 20
    assert 300 < sum(plan.crew.head == "yanbing" for plan in plans) < 500
    assert {way for plan in plans for way in plan.path} == {"summary", "silent", "exempt", "transfer", "unpaid", "no_filing"}


def test_a_crowd_is_played_through_the_engine_and_gone_on_with_where_it_was_broken_off(tmp_path: Path) -> None:
    said: list[str] = []

    def impatient(words: str) -> None:
        said.append(words)
        if sum("已登记" in line for line in said) == 7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        demo.fill(settings(tmp_path), say=impatient, cases=len(PLANS) + 12)
    assert said[-1].startswith("没有建完就停下了")
    assert demo.fill(settings(tmp_path), say=said.append)
    assert "接着建立演示城市江川市，46个案件……" in said
    assert any("已登记46件（100%）" in line for line in said)
    house = open_house(settings(tmp_path))
    states = house.engine.ask(Cases(), SYSTEM).states
    with house.database.writing() as connection:
        assert outbox.claim(connection, house.engine.clock.now()) == []
    house.close()
    assert sum(states.values()) == len(PLANS) + 12
    assert states["archived"] > 12
    assert {"clue", "open", "rejected", "transferred"} <= states.keys()
    assert verification.verify(settings(tmp_path), None, say=said.append)
    assert verification.inspect(settings(tmp_path), None, say=said.append)
    assert said[-1].startswith("核查46件案件、")
    assert said[-1].endswith("项不变量：没有违反")
    assert not verification.inspect(settings(tmp_path), "江城管立字〔1999〕第0001号", say=said.append)
    assert not (tmp_path / demo.FILLING).exists()
    assert not demo.fill(settings(tmp_path), say=said.append, cases=500)


@pytest.mark.parametrize("mark", ["", "{}", '{"now": "yesterday", "cases": 3}'])
def test_a_city_that_nobody_can_go_on_with_is_not_taken_for_one(tmp_path: Path, mark: str) -> None:
    (tmp_path / demo.FILLING).write_text(mark, encoding="utf-8")
    with pytest.raises(SettingsError, match="没有建完"):
        demo.fill(settings(tmp_path), say=print)


@pytest.mark.parametrize("day", ["2026-11-26", "2027-01-01", "2027-02-20", "2027-03-31", "2027-07-05"])
def test_the_office_has_a_plan_of_inspections_and_visits_at_every_stage_whatever_the_day(tmp_path: Path, day: str) -> None:
    now = datetime.fromisoformat(f"{day}T18:00:00+08:00")
    clock = SetClock(now - timedelta(days=1 + SPAN))
    house = open_house(settings(tmp_path), clock=clock)
    city.found(house, cost=TRIFLING)
    for _ in range(2):
        # Whatever was done is not done again.
        demo.perform(house, clock, now, [], say=lambda *_: None)
    pages = [house.engine.ask(Inspections(year=year), SYSTEM) for year in (now.year - 1, now.year)]
    house.close()
    assert [plan.state for page in pages for plan in page.plans] == ["published", "published"]
    assert sum(page.counts.kinds["lead"] for page in pages) == 1
    assert {"registered", "approved", "started"} <= {view.inspection.state for page in pages for view in page.inspections}
