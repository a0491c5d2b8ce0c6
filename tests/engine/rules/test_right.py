from datetime import date
from itertools import combinations

import pytest

from engine.errors import LawError
from engine.rules.right import ADMINISTRATORS, TITLES, check_reviewer, check_together


@pytest.mark.parametrize("roles", [{one, other} for one, other in combinations(sorted(TITLES), 2)], ids=lambda roles: "+".join(sorted(roles)))
def test_an_administrator_is_nothing_else(roles: set[str]) -> None:
    if roles & ADMINISTRATORS:
        with pytest.raises(LawError) as refused:
            check_together(roles)
        assert (refused.value.code, refused.value.field) == ("same_person", "roles")
    else:
        check_together(roles)


@pytest.mark.parametrize(("licence", "since"), [("A2019", None), (None, date(2017, 12, 31)), ("A2019", date(2020, 1, 1))])
def test_who_is_licensed_or_began_before_2018_may_review(licence: str | None, since: date | None) -> None:
    check_reviewer("沈砚秋", licence, since)


@pytest.mark.parametrize("since", [None, date(2018, 1, 1)])
def test_who_began_later_needs_a_licence(since: date | None) -> None:
    with pytest.raises(LawError) as refused:
        check_reviewer("沈砚秋", None, since)
    assert (refused.value.code, refused.value.basis) == ("officer_invalid", "行政处罚法 58②")
