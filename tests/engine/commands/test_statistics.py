"""The statistics of a year: frozen, approved by another, published, reported, corrected by a new version; the clock of the year ends with it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.command import Command
from engine.commands.statistics import ApproveStatistics, FinaliseStatistics, PublishStatistics, ReportStatistics, ReturnStatistics
from engine.errors import NotFoundError
from engine.proof.audit import InspectCases
from engine.queries.office_duty import OneOfficeDuty
from engine.queries.statistics import PublishedStatistics, PublishedYears, StatisticsOfYear, StatisticsView
from tests.office import Office
from web import jobs
from web.portal.pages import PUBLIC

HAND: Mapping[str, Any] = {"licence": 0, "inspection": 214, "source": "行政审批科台账；各中队检查台账"}


def give(office: Office, by: str, command: Command[str] | Command[None]) -> str:
    """Somebody's step; the answer is the id of what was made, or nothing."""
    return office.house.engine.execute(command, office.actor(by)) or ""


def final(office: Office, by: str = "taoran", **changes: Any) -> str:
    """Freeze 2026."""
    return give(office, by, FinaliseStatistics(**{"year": 2026, **HAND, **changes}))


def seen(office: Office, version: int | None = None, year: int = 2026) -> StatisticsView:
    """The statistics as the legal office sees them."""
    return office.house.engine.ask(StatisticsOfYear(year=year, version=version), office.actor("taoran"))


def line(view: StatisticsView, key: str) -> str:
    """The year's value of a line."""
    return next(str(item.total) for group in view.table.groups for item in group.lines if item.key == key)


def report(version: str, recipient: str, day: date, receipt: str = "江政收〔2027〕18号") -> ReportStatistics:
    """What is recorded of a report."""
    return ReportStatistics(statistics=version, recipient=recipient, name="江川市人民政府", reported_on=day, receipt=receipt)


@pytest.fixture
def over(office: Office) -> Office:
    """The office in January, with one case of the year before."""
    office.play_s2()
    office.at("2027-01-05 09:00")
    jobs.tick(office.house)
    return office


def test_it_goes_its_way_and_ends_the_clock(over: Office) -> None:
    version = final(over)
    view = seen(over)
    assert view.version is not None
    assert (view.version.state, view.version.version, view.version.reason) == ("final", 1, None)
    assert (line(view, "money.fine"), line(view, "money.net"), line(view, "inspection.other")) == ("19500", "19500", "214")
    give(over, "limin", ApproveStatistics(statistics=version))
    assert over.house.engine.ask(PublishedYears(), PUBLIC) == ()
    give(over, "songjia", PublishStatistics(statistics=version))
    (shown,) = over.house.engine.ask(PublishedYears(), PUBLIC)
    assert (shown.year, shown.version, str(shown.published_on)) == (2026, 1, "2027-01-05")
    over.at("2027-01-08 10:00")
    give(over, "songjia", report(version, "government", date(2027, 1, 6)))
    duty = OneOfficeDuty(duty="annual.statistics:2026")
    assert over.house.engine.ask(duty, over.actor("taoran")).clock.state == "running"
    give(over, "taoran", report(version, "superior", date(2027, 1, 8), "省城管收2027-3"))
    done = over.house.engine.ask(duty, over.actor("taoran")).clock
    assert (done.state, str(done.ended_on)) == ("met", "2027-01-08")
    assert [item.receipt for item in seen(over).reports] == ["江政收〔2027〕18号", "省城管收2027-3"]
    assert over.faults() == []
    assert over.house.engine.ask(InspectCases(), SYSTEM).findings == ()


def test_who_is_quicker_than_the_system_is_not_reminded_of_it(office: Office) -> None:
    office.at("2027-01-01 00:00")
    version = published(office)
    for recipient in ("government", "superior"):
        give(office, "songjia", report(version, recipient, date(2027, 1, 1)))
    jobs.tick(office.house)
    duty = office.house.engine.ask(OneOfficeDuty(duty="annual.statistics:2026"), office.actor("taoran")).clock
    assert (duty.state, str(duty.start_on), str(duty.ended_on)) == ("met", "2027-01-01", "2027-01-01")
    assert office.faults() == []


def test_the_figures_are_frozen_and_the_draft_goes_on(over: Office) -> None:
    final(over)
    over.open(source="hotline")
    over.at("2027-02-01 09:00")
    assert line(seen(over), "report.received") == "1"
    assert seen(over, 0).version is None
    assert line(seen(over, 0, 2027), "report.received") == "1"
    assert over.faults() == []


def test_a_year_that_is_not_over_has_only_a_draft(office: Office) -> None:
    with office.refusal("year_not_over", basis="国办发〔2018〕118号", field="year", says="2026年还没有结束"):
        final(office)
    assert seen(office).version is None
    assert not seen(office).over
    office.at("2026-12-31 23:59")
    with office.refusal("year_not_over"):
        final(office)
    with office.refusal("invalid_input", field="year"):
        final(office, year=2025)
    with pytest.raises(NotFoundError):
        seen(office, year=2025)
    office.at("2027-01-01 00:00")
    assert final(office)


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"licence": -1}, "licence"), ({"inspection": 10**9}, "inspection"), ({"source": " "}, "source"), ({"source": "x" * 201}, "source")],
)
def test_what_a_hand_fills_in_must_be_something(over: Office, changes: Mapping[str, Any], field: str) -> None:
    with over.refusal("invalid_input", field=field):
        final(over, **changes)


def test_nothing_is_published_before_it_is_approved_and_by_whom(over: Office) -> None:
    version = final(over)
    with over.refusal("not_approved", basis="国办发〔2018〕118号"):
        give(over, "songjia", PublishStatistics(statistics=version))
    with over.refusal("not_published", basis="国办发〔2018〕118号"):
        give(over, "taoran", report(version, "government", date(2027, 1, 5)))
    with over.refusal("step_not_waiting"):
        final(over)
    for by, command in (
        ("limin", FinaliseStatistics(year=2026, licence=0, inspection=0, source="x")),
        ("taoran", ApproveStatistics(statistics=version)),
        ("limin", PublishStatistics(statistics=version)),
        ("limin", report(version, "government", date(2027, 1, 5))),
    ):
        with over.refusal("not_allowed"):
            give(over, by, command)
    with over.refusal("not_found"):
        give(over, "limin", ApproveStatistics(statistics="nothing"))


def test_who_drew_it_does_not_approve_it(over: Office) -> None:
    both = over.actor("limin")
    version = over.house.engine.execute(FinaliseStatistics(year=2026, **HAND), replace(both, roles=both.roles | {"legal_office"}))
    with over.refusal("same_person", basis="国办发〔2018〕118号"):
        give(over, "limin", ApproveStatistics(statistics=version))
    give(over, "yanbing", ApproveStatistics(statistics=version))


def test_the_head_returns_it_and_it_is_drawn_anew(over: Office) -> None:
    version = final(over)
    with over.refusal("invalid_input", field="reason"):
        give(over, "limin", ReturnStatistics(statistics=version, reason=" "))
    give(over, "limin", ReturnStatistics(statistics=version, reason="检查次数与台账不符。"))
    assert seen(over).version is not None
    with over.refusal("step_not_waiting"):
        give(over, "limin", ApproveStatistics(statistics=version))
    with over.refusal("not_approved"):
        give(over, "songjia", PublishStatistics(statistics=version))
    again = final(over, inspection=215)
    give(over, "limin", ApproveStatistics(statistics=again))
    give(over, "limin", ReturnStatistics(statistics=again, reason="再核对。"))
    assert [(item.version, item.state) for item in seen(over).versions] == [(2, "returned"), (1, "returned")]
    assert over.faults() == []


def published(office: Office) -> str:
    """A version that went public today."""
    version = final(office)
    give(office, "limin", ApproveStatistics(statistics=version))
    give(office, "songjia", PublishStatistics(statistics=version))
    return version


def test_a_report_is_neither_ahead_nor_before_the_publication_nor_twice(over: Office) -> None:
    version = published(over)
    with over.refusal("date_in_future", field="reported_on"):
        give(over, "songjia", report(version, "government", date(2027, 1, 6)))
    with over.refusal("before_cause", basis="国办发〔2018〕118号", field="reported_on"):
        give(over, "songjia", report(version, "government", date(2027, 1, 4)))
    with over.refusal("invalid_input", field="receipt"):
        give(over, "songjia", report(version, "government", date(2027, 1, 5), " "))
    with over.refusal("invalid_input", field="recipient"):
        give(over, "songjia", report(version, "nobody", date(2027, 1, 5)))
    give(over, "songjia", report(version, "government", date(2027, 1, 5)))
    with over.refusal("step_not_waiting"):
        give(over, "songjia", report(version, "government", date(2027, 1, 5)))
    with over.refusal("step_not_waiting"):
        give(over, "songjia", PublishStatistics(statistics=version))
    with over.refusal("step_not_waiting", says="由法制科更正"):
        give(over, "limin", ReturnStatistics(statistics=version, reason="有误"))


def test_a_correction_is_a_new_version_and_the_old_one_stays(over: Office) -> None:
    first = published(over)
    with over.refusal("invalid_input", field="reason"):
        final(over, inspection=215)
    with over.refusal("invalid_input", field="reason"):
        final(over, reason="漏报，请问13900000000")
    second = final(over, inspection=215, reason="漏计西山区中队一次检查。")
    assert over.house.engine.ask(PublishedStatistics(year=2026), PUBLIC).shown.version == 1
    give(over, "limin", ApproveStatistics(statistics=second))
    give(over, "songjia", PublishStatistics(statistics=second))
    shown = over.house.engine.ask(PublishedStatistics(year=2026), PUBLIC)
    assert (shown.shown.version, shown.shown.reason) == (2, "漏计西山区中队一次检查。")
    old = over.house.engine.ask(PublishedStatistics(year=2026, version=1), PUBLIC)
    assert (old.shown.replaced, [item.version for item in old.versions]) == (True, [2, 1])
    with over.refusal("not_published"):
        give(over, "songjia", report(first, "government", date(2027, 1, 5)))
    assert over.faults() == []
    assert over.house.engine.ask(InspectCases(), SYSTEM).findings == ()
    with pytest.raises(NotFoundError):
        over.house.engine.ask(PublishedStatistics(year=2026, version=3), PUBLIC)


def reasons(office: Office) -> list[str]:
    """What the audit finds."""
    return [finding.reason for finding in office.house.engine.ask(InspectCases(), SYSTEM).findings]


def test_the_audit_holds_it_against_the_journal_of_that_moment(over: Office) -> None:
    final(over)
    version = seen(over).version
    assert version is not None
    assert version.streams == 2
    over.at("2027-01-06 09:00")
    over.open()
    assert reasons(over) == []
    with over.house.database.engine.begin() as connection:
        for (name,) in list(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'")):
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        connection.exec_driver_sql("UPDATE entry SET body = replace(body, ?, ?)", (version.digest, "f" * 64))
    assert reasons(over) == ["2026年度统计第1版所记的日志摘要与日志不符"]


def test_the_audit_counts_it_a_second_time(over: Office) -> None:
    final(over)
    over.at("2027-01-06 09:00")
    over.open(source="hotline")
    assert over.house.engine.ask(InspectCases(), SYSTEM).findings == ()
    with over.house.database.engine.begin() as connection:
        for (name,) in list(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'")):
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        connection.exec_driver_sql(
            'UPDATE entry SET body = replace(body, \'"money.fine":["0","0","0","19500"]\', \'"money.fine":["0","0","0","9500"]\')'
            " WHERE stream = 'office'"
        )
    found = reasons(over)
    assert "2026年度统计第1版的money.fine为0、0、0、9500，按日志是0、0、0、19500" in found
