"""Earlier decisions: found by the party in the whole bureau, told as number, day and sum, frozen into the assessment."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from engine.queries.task_page import TaskPage
from engine.rules.history import PastDecision
from tests.course import do, drive, report
from tests.office import PARTY, Office

GRILL: Mapping[str, Any] = {"cause": "JC03", "party": PARTY}
GRILLED: Mapping[str, Any] = {"measured": None, "limit": None, "gains": "0", "goods": "烤架一个", "goods_value": "260", "fine": "1000"}


def test_the_second_time_is_found_and_costs_more(office: Office) -> None:
    first = drive(office, office.open(**GRILL), "investigation_report")
    drive(office, first, "confirm_payment", investigation_report=report("2026-09-14", **GRILLED))
    (decision,) = [paper for paper in office.file(first).documents if paper.code == "D19"]
    office.at("2026-10-12 09:00")
    second = drive(office, office.open(**GRILL), "investigation_report")
    page = office.house.engine.ask(TaskPage(case_id=second, task_id=office.task(second, "investigation_report")), office.actor("zhouyan"))
    found = PastDecision(decision.number or "", date(2026, 9, 14), Decimal(1000))
    assert page.past == (found,)
    again = report("2026-10-12", act_start="2026-10-12", **GRILLED)
    with office.refusal("outside_tier", field="fine"):
        do(office, second, "investigation_report", **again)
    do(office, second, "investigation_report", **dict(again) | {"fine": "2500"})
    (assessment,) = office.file(second).assessments
    assert (assessment.tier, assessment.recommended) == ("较重", Decimal(2500))
    assert assessment.explanation["past"] == [{"number": found.number, "on": "2026-09-14", "fine": "1000"}]
    assert office.faults() == []


def test_an_earlier_fine_weighs_without_being_named(office: Office) -> None:
    first = drive(office, office.open(party=PARTY), "investigation_report")
    drive(office, first, "confirm_payment", investigation_report=report("2026-09-14"))
    (decision,) = [paper for paper in office.file(first).documents if paper.code == "D19"]
    office.at("2026-10-12 09:00")
    second = drive(office, office.open(party=PARTY), "investigation_report")
    do(office, second, "investigation_report", **report("2026-10-12", act_start="2026-10-12"))
    (assessment,) = office.file(second).assessments
    # 15,000 + 15,000 × (0.5 + 0.2), JC04 having no tier for repeats.
    assert assessment.recommended == Decimal(25_500)
    (factor,) = assessment.explanation["factors"]
    assert (factor["title"], factor["evidence"]) == ("24个月内因同类违法受过处罚", [decision.number])
    assert office.faults() == []


def test_another_district_learns_number_day_and_sum_and_nothing_of_the_case(office: Office) -> None:
    first = drive(office, office.open(**GRILL), "investigation_report")
    drive(office, first, "confirm_payment", investigation_report=report("2026-09-14", **GRILLED))
    office.at("2026-10-12 09:00")
    theirs = office.open("hechuan", **GRILL)
    office.submit("hechuan", theirs, "verification", record="查。", facts="烧烤。", finding="file", second="luwei")
    office.submit("luwei", theirs, "confirm_verification", confirmed="true")
    office.submit("hechuan", theirs, "case_filing", facts="烧烤。", opinion="立案。")
    office.submit("jiangtao", theirs, "review_filing", approved="true", opinion="同意。")
    office.submit("yanbing", theirs, "approve_filing", approved="true", opinion="同意。")
    office.evidence(theirs, by="hechuan")
    office.submit("hechuan", theirs, "investigation", record="查。", next="report")
    page = office.house.engine.ask(TaskPage(case_id=theirs, task_id=office.task(theirs, "investigation_report")), office.actor("hechuan"))
    assert [past.fine for past in page.past] == [Decimal(1000)]
    assert first not in str(page.past)
