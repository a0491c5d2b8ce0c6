from dataclasses import replace
from datetime import date

import pytest

from engine.errors import LawError
from engine.rules.sequence import Progress, check_after, check_decision

TODAY = date(2026, 10, 26)
S2 = Progress(notice_served=date(2026, 10, 13), plea="submitted", plea_due=date(2026, 10, 20), plea_reviewed=True, review_passed=True)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"plea": "waived", "plea_due": date(2026, 10, 30)},
        {"plea": "lapsed"},
        {"hearing": "held"},
        {"hearing": "lapsed"},
        {"hearing": "lapsed", "hearing_due": date(2026, 10, 25)},
    ],
)
def test_a_decision_in_its_turn(changes: dict[str, object]) -> None:
    check_decision(replace(S2, **changes), TODAY, penalty=True)  # type: ignore[arg-type]  # The names are those of the fields.


@pytest.mark.parametrize(
    ("changes", "code", "article"),
    [
        ({"notice_served": None}, "notice_required", "行政处罚法 62"),
        ({"notice_served": date(2026, 10, 27)}, "before_cause", "行政处罚法 44"),
        ({"plea": "open"}, "plea_open", "行政处罚法 45①"),
        ({"plea": "lapsed", "plea_due": TODAY}, "plea_open", "行政处罚法 45①"),
        ({"plea_due": TODAY}, "plea_open", "行政处罚法 45①"),
        ({"plea_reviewed": False}, "plea_open", "行政处罚法 45①"),
        ({"hearing": "open"}, "hearing_open", "行政处罚法 63"),
        ({"hearing": "requested"}, "hearing_open", "行政处罚法 63"),
        ({"hearing": "lapsed", "hearing_due": TODAY}, "hearing_open", "行政处罚法 64(1)"),
        ({"review_passed": False}, "review_required", "行政处罚法 58"),
        ({"panel_required": True}, "panel_required", "行政处罚法 57②"),
        ({"notice_served": None, "review_passed": False}, "notice_required", "行政处罚法 62"),
    ],
)
def test_a_decision_out_of_turn_is_refused(changes: dict[str, object], code: str, article: str) -> None:
    with pytest.raises(LawError) as refused:
        check_decision(replace(S2, **changes), TODAY, penalty=True)  # type: ignore[arg-type]  # The names are those of the fields.
    assert (refused.value.code, refused.value.basis) == (code, article)


def test_no_penalty_needs_no_notice_but_a_review() -> None:
    without = replace(S2, notice_served=None)
    check_decision(without, TODAY, penalty=False)
    with pytest.raises(LawError):
        check_decision(replace(without, review_passed=False), TODAY, penalty=False)


@pytest.mark.parametrize(("day", "code"), [(date(2026, 10, 27), "date_in_future"), (date(2026, 10, 25), "before_cause"), (TODAY, None)])
def test_events_come_after_their_cause_and_not_after_today(day: date, code: str | None) -> None:
    if code is None:
        check_after(day, TODAY, TODAY, "送达")
        return
    with pytest.raises(LawError, match="送达的日期") as refused:
        check_after(day, TODAY, TODAY, "送达")
    assert refused.value.code == code
