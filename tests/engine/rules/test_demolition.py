from datetime import date

import pytest

from engine.errors import InvalidInputError, LawError
from engine.rules.demolition import (
    DEMOLITION,
    check_demand,
    check_demolition,
    check_planned,
    check_remedies,
    check_term,
    enforcement,
    worded,
)

DAY = date(2027, 1, 22)
REPORT = {"order_correction": "拆除楼顶加建的一层。", "correction_due": "2026-08-20"}


def test_a_demolition_says_what_and_until_when_and_no_court_enforces_it() -> None:
    assert worded(("给予警告", DEMOLITION), REPORT, "你单位") == ("给予警告", "限期拆除：限你单位于2026年8月20日前自行拆除楼顶加建的一层")
    assert "责成有关部门强制拆除" in enforcement((DEMOLITION,))
    assert enforcement(("罚款",)) == ""


@pytest.mark.parametrize(("field", "value"), [("order_correction", "恢复原状"), ("order_correction", None), ("correction_due", None)])
def test_a_demolition_without_object_or_term_is_refused(field: str, value: str | None) -> None:
    with pytest.raises(InvalidInputError) as refused:
        check_demolition((DEMOLITION,), REPORT | {field: value})
    assert list(refused.value.fields) == [field]
    check_demolition(("罚款",), {})


def test_the_day_after_each_term_is_free() -> None:
    check_term(date(2027, 1, 21), DAY)
    check_remedies(date(2027, 1, 21), DAY)
    check_demand(date(2027, 1, 21), DAY)
    check_planned(DAY, DAY, DAY)


@pytest.mark.parametrize("due", [None, DAY])
def test_nothing_goes_on_before_term_remedies_and_demand_are_over(due: date | None) -> None:
    for check, codes in ((check_term, {"notice_required", "before_cause"}), (check_remedies, {"remedies_open"}), (check_demand, {"notice_required"})):
        with pytest.raises(LawError) as refused:
            check(due, DAY)
        assert refused.value.code in codes
        assert refused.value.field == "building"


@pytest.mark.parametrize(
    ("planned", "served", "code"), [(date(2027, 1, 23), DAY, "before_cause"), (DAY, None, "not_served"), (DAY, date(2027, 1, 25), "not_served")]
)
def test_nobody_comes_before_the_day_that_the_decision_names_or_before_its_service(planned: date, served: date | None, code: str) -> None:
    with pytest.raises(LawError) as refused:
        check_planned(planned, served, DAY)
    assert refused.value.code == code
