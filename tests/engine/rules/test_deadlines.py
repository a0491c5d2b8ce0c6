import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.law.calendar import DAY
from engine.rules.deadlines import DEADLINES, DeadlineRule, Extension, Owner, Suspension, Unit, reckon
from engine.rules.reckoning import months_later
from tests.engine.law.published import CALENDAR, PARAMETERS

VOCABULARY = [
    *("clue.check", "report.answer", "report.transfer", "decision", "preservation", "seizure", "seizure.report"),
    *("phone.approval", "goods.unclaimed", "goods.kept", "plea", "hearing.request", "hearing.notice"),
    *(
        "service",
        "service.announcement",
        "publication",
        "publication.withdrawal",
        "publication.changed",
        "spot.report",
        "cash.handin",
        "cash.deposit",
    ),
    *("payment", "payment.gains", "reconsideration", "reconsideration.reply", "reconsideration.forward", "reconsideration.review"),
    *("litigation", "litigation.after", "litigation.defence", "litigation.appeal", "act.anew", "information.answer", "information.third"),
    *(
        "demand",
        "court.application",
        "court.judgment",
        "court.acceptance",
        "court.ruling",
        "court.ruling.doubtful",
        "court.challenge",
        "execution.stay",
        "execution.agreement",
        "performance.term",
        "performance.demand",
        "performance.cost",
        "performance.cost.demand",
        "demolition",
        "demolition.demand",
        "collaboration.reply",
        "collaboration.data",
        "correction",
        "transfer.decide",
        "transfer.deliver",
        "transfer.answer",
        "transfer.objection",
        "transfer.supervision",
        "transfer.goods",
        "av.retention",
        "archive.transfer",
        "archive",
    ),
]


def day(text: str) -> date:
    return date.fromisoformat(text)


def due(key: str, start: str, *suspensions: Suspension) -> str:
    rule = DEADLINES[key]
    return str(reckon(rule, day(start), rule.length or 0, CALENDAR, suspensions).due)


TESTING = Suspension(day("2026-09-15"), day("2026-09-22"), "检测")


def test_every_clock_rests_on_an_article() -> None:
    assert [key for key, rule in DEADLINES.items() if not re.search(r" \d", rule.basis)] == []


def test_a_testing_period_moves_the_decision() -> None:
    assert due("decision", "2026-09-14") == "2026-12-13"
    assert due("decision", "2026-09-14", TESTING) == "2026-12-21"


def test_the_count_of_the_decision_reads_line_by_line() -> None:
    reckoning = reckon(DEADLINES["decision"], day("2026-09-14"), 90, CALENDAR, [TESTING])
    assert [(line.label, line.why, line.value) for line in reckoning.lines] == [
        ("立案之日", "次日起算", "9月14日"),
        ("满90日", "自然日，机关期限不顺延", "12月13日"),
        ("扣除检测", "9月15日至22日", "+8日"),
        ("应在此前决定", "", "12月21日"),
    ]
    assert not reckoning.provisional
    assert reckoning.ends_at == datetime(2026, 12, 21, 16, tzinfo=UTC)


def test_a_seizure_is_moved_by_testing_and_lengthened_once() -> None:
    testing = Suspension(day("2026-03-16"), day("2026-03-25"), "检测")
    assert due("seizure", "2026-03-10", testing) == "2026-04-19"
    longer = reckon(DEADLINES["seizure"], day("2026-03-10"), 30, CALENDAR, [testing], [Extension(30, "经负责人批准，进销凭证需核查")])
    assert str(longer.due) == "2026-05-19"
    assert ("延长30日", "经负责人批准，进销凭证需核查", "+30日") in [(line.label, line.why, line.value) for line in longer.lines]


def test_an_open_suspension_stops_the_clock() -> None:
    reckoning = reckon(DEADLINES["decision"], day("2026-09-14"), 90, CALENDAR, [Suspension(day("2026-09-15"), None, "检测")])
    assert reckoning.due is None
    assert reckoning.ends_at is None
    assert reckoning.lines[-1].value == "暂停"
    assert reckoning.lines[-2].why == "9月15日起"


def test_a_suspension_after_the_end_changes_nothing() -> None:
    assert due("decision", "2026-09-14", Suspension(day("2026-12-14"), None, "检测")) == "2026-12-13"


def test_overlapping_suspensions_are_taken_off_once() -> None:
    other = Suspension(day("2026-09-20"), day("2026-09-25"), "听证")
    assert due("decision", "2026-09-14", TESTING, other) == "2026-12-24"


def test_a_suspension_ends_after_it_began() -> None:
    with pytest.raises(ValueError, match="早于"):
        Suspension(day("2026-09-16"), day("2026-09-15"), "检测")


def test_a_rolled_day_says_so() -> None:
    lines = reckon(DEADLINES["reconsideration"], day("2026-10-28"), 60, CALENDAR).lines
    assert [line.value for line in lines] == ["10月28日", "12月27日", "12月28日", "12月28日"]
    assert lines[2].why == "民法典第203条，顺延至下一个工作日"


def test_dates_in_a_year_without_a_table_are_provisional() -> None:
    litigation = reckon(DEADLINES["litigation"], day("2026-10-28"), 6, CALENDAR)
    assert litigation.provisional
    assert litigation.lines[-1].why == "2027年节假日表尚未公布，公布后重算"
    assert litigation.lines[-1].value == "2027年4月28日"
    assert reckon(DEADLINES["court.application"], day("2026-10-08"), 3, CALENDAR).provisional
    assert not reckon(DEADLINES["reconsideration"], day("2026-10-28"), 60, CALENDAR).provisional


def test_month_terms_end_on_the_same_day_or_the_last() -> None:
    assert str(months_later(day("2026-08-31"), 6)) == "2027-02-28"
    assert str(months_later(day("2027-08-31"), 6)) == "2028-02-29"
    assert str(months_later(day("2026-12-15"), 12)) == "2027-12-15"


def test_hours_run_by_the_clock() -> None:
    rule = DEADLINES["seizure.report"]
    reckoning = reckon(rule, datetime(2026, 3, 10, 13, 45, tzinfo=UTC), 24, CALENDAR)
    assert reckoning.ends_at == datetime(2026, 3, 11, 13, 45, tzinfo=UTC)
    assert [line.value for line in reckoning.lines] == ["3月10日21:45", "3月11日21:45", "3月11日21:45"]


def test_a_start_must_fit_the_unit() -> None:
    with pytest.raises(TypeError, match="时刻"):
        reckon(DEADLINES["seizure.report"], day("2026-03-10"), 24, CALENDAR)
    with pytest.raises(TypeError, match="日期"):
        reckon(DEADLINES["decision"], datetime(2026, 3, 10, tzinfo=UTC), 90, CALENDAR)
    with pytest.raises(ValueError, match="负"):
        reckon(DEADLINES["decision"], day("2026-03-10"), -1, CALENDAR)


def test_the_register_holds_every_clock_of_the_vocabulary() -> None:
    assert list(DEADLINES) == VOCABULARY


def test_only_terms_of_parties_and_courts_roll() -> None:
    assert all(rule.rolls == (rule.owner in {Owner.PARTY, Owner.COURT}) for rule in DEADLINES.values())


def test_the_register_agrees_with_the_parameters() -> None:
    values = PARAMETERS.at(day("2026-10-26"))
    for rule in DEADLINES.values():
        assert (rule.parameter is None) == (
            rule.key in {"correction", "act.anew", "demolition", "execution.agreement", "av.retention", "archive.transfer"}
        )
        if rule.parameter:
            assert values.integer(rule.parameter) == rule.length


STARTS = st.dates(day("2025-11-01"), day("2027-06-30"))
DAY_RULES = st.sampled_from([rule for rule in DEADLINES.values() if rule.unit is not Unit.HOUR])
COUNTED_RULES = st.sampled_from([rule for rule in DEADLINES.values() if rule.unit in {Unit.NATURAL, Unit.WORKING}])


@st.composite
def suspensions(draw: st.DrawFn, start: date) -> Suspension:
    first = start + draw(st.integers(-10, 60)) * DAY
    return Suspension(first, first + draw(st.integers(0, 30)) * DAY, "检测")


@given(st.data(), COUNTED_RULES, STARTS, st.integers(1, 60))
def test_counting_step_by_step_gives_the_same_day(data: st.DataObject, rule: DeadlineRule, start: date, length: int) -> None:
    periods = data.draw(st.lists(suspensions(start), max_size=3))
    last, counted = start, 0
    while counted < length:
        last += DAY
        excluded = any(period.start <= last <= (period.end or last) for period in periods)
        counted += not excluded and (rule.unit is Unit.NATURAL or CALENDAR.is_working_day(last))
    if rule.clear:
        last = CALENDAR.next_working_day(last + DAY)
    elif rule.rolls:
        last = CALENDAR.next_working_day(last)
    assert reckon(rule, start, length, CALENDAR, periods).due == last


@given(DAY_RULES, STARTS, st.integers(1, 60), st.integers(0, 20), st.integers(0, 20))
def test_later_starts_and_longer_terms_never_end_earlier(rule: DeadlineRule, start: date, length: int, later: int, longer: int) -> None:
    one = reckon(rule, start, length, CALENDAR).due
    other = reckon(rule, start + later * DAY, length + longer, CALENDAR).due
    assert one is not None
    assert other is not None
    assert one <= other


@given(DAY_RULES, STARTS, st.integers(1, 60))
def test_parties_and_working_terms_never_end_on_a_day_off(rule: DeadlineRule, start: date, length: int) -> None:
    end = reckon(rule, start, length, CALENDAR).due
    assert end is not None
    if rule.rolls or rule.unit is Unit.WORKING:
        assert CALENDAR.is_working_day(end)
    else:
        assert end == (months_later(start, length) if rule.unit is Unit.MONTH else start + length * DAY)
