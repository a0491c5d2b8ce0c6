from dataclasses import asdict
from decimal import Decimal

import pytest

from engine.rules.routing import Penalty, measured_as, route, summary_cap
from tests.engine.law.published import BOOK


def ways(penalty: Penalty) -> set[str]:
    routing, run = route(penalty, BOOK)
    assert (run.code, run.table) == ("D6", "routing")
    return {name for name, applies in asdict(routing).items() if applies}


FINE = ("罚款",)
PUBLIC = {"publish", "credit_push"}
HEARD = {"hearing_right", "legal_review_mandatory"}


@pytest.mark.parametrize(
    ("scenario", "penalty", "expected"),
    [
        ("S1", Penalty("citizen", Decimal(150), FINE, summary=True), {"summary_ok", "publish"}),
        ("S1, 0.5 m³", Penalty("citizen", Decimal(210), FINE, summary=True), {"publish"}),
        ("S2", Penalty("org", Decimal(19_500), FINE), PUBLIC),
        ("S2, later", Penalty("org", None, ("责令停业整治",)), PUBLIC | HEARD),
        ("S3", Penalty("org", Decimal(510_000), (*FINE, "没收违法所得")), PUBLIC | HEARD | {"collective"}),
        ("S4", Penalty("citizen", Decimal(1_000), (*FINE, "没收非法财物")), PUBLIC),
        ("S8", Penalty("org", Decimal(8_500), FINE), PUBLIC),
        ("warning", Penalty("org", None, ("警告",)), {"summary_ok", "publish"}),
        ("minor", Penalty("citizen", Decimal(150), FINE, minor=True), {"summary_ok"}),
        ("complex", Penalty("org", Decimal(3_000), FINE, complex=True), PUBLIC | {"legal_review_mandatory", "collective"}),
        ("interest", Penalty("org", Decimal(5_000), FINE, interest=True), PUBLIC | {"legal_review_mandatory"}),
        ("mitigated", Penalty("org", Decimal(4_000), FINE, mitigated=True), PUBLIC | {"legal_review_mandatory", "collective"}),
        ("threshold", Penalty("org", Decimal(100_000), FINE), PUBLIC | HEARD | {"collective"}),
        ("large gains", Penalty("org", Decimal(2_000), (*FINE, "没收违法所得"), taken=Decimal(100_000)), PUBLIC | HEARD | {"collective"}),
        ("smaller gains", Penalty("org", Decimal(2_000), (*FINE, "没收违法所得"), taken=Decimal("99999.99")), PUBLIC),
        ("valuable goods", Penalty("citizen", Decimal(2_000), (*FINE, "没收非法财物"), goods=Decimal(10_000)), PUBLIC | HEARD | {"collective"}),
        ("cheaper goods", Penalty("citizen", Decimal(2_000), (*FINE, "没收非法财物"), taken=Decimal(9_000), goods=Decimal("9999.99")), PUBLIC),
        ("getihu", Penalty("getihu", Decimal(10_000), FINE), PUBLIC | HEARD | {"collective"}),
    ],
)
def test_where_a_penalty_goes(scenario: str, penalty: Penalty, expected: set[str]) -> None:
    assert ways(penalty) == expected


def test_the_city_says_as_what_a_self_employed_person_counts() -> None:
    assert measured_as("getihu", BOOK) == "citizen"
    assert summary_cap("getihu", BOOK) == 200
    assert summary_cap("org", BOOK) == 3_000


def test_the_city_says_which_kinds_are_heard() -> None:
    assert ways(Penalty("org", None, ("限期拆除",))) == PUBLIC | HEARD
    assert ways(Penalty("org", None, ("车辆不得上道路行驶",))) == PUBLIC
