from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import pytest

from engine.law.parameters import ParameterMissingError, read_parameters
from tests.engine.law.published import PARAMETERS

VALUES = PARAMETERS.at(date(2026, 10, 26))

TWO_TERMS = """
city = "x"
[[parameter]]
key = "plea.days"
title = "陈述申辩期限"
value = 3
valid_from = 2021-07-15
valid_to = 2025-12-31
mark = "M"
source = "旧规定"
[[parameter]]
key = "plea.days"
title = "陈述申辩期限"
value = 5
valid_from = 2026-01-01
mark = "M"
source = "新规定"
"""


def test_values_are_read_by_type() -> None:
    assert VALUES.integer("plea.days") == 5
    assert VALUES.decimal("hearing.threshold.org") == Decimal(100000)
    assert VALUES.decimal("surcharge.rate") == Decimal("0.03")
    assert VALUES.text("getihu.as") == "citizen"
    assert VALUES.flag("transfer.suspends_clock")
    assert "testing" not in VALUES.text("doc.number.pattern")
    assert "testing" in VALUES.names("decision.exclusions")
    assert VALUES.clock("office.close") == time(17, 30)


def test_the_day_chooses_the_value() -> None:
    parameters = read_parameters(TWO_TERMS)
    assert parameters.at(date(2025, 12, 31)).integer("plea.days") == 3
    assert parameters.at(date(2026, 1, 1)).integer("plea.days") == 5


def test_a_missing_value_is_loud() -> None:
    with pytest.raises(ParameterMissingError, match=r"plea\.days"):
        PARAMETERS.at(date(2000, 1, 1)).integer("plea.days")


@pytest.mark.parametrize(
    ("read", "key"),
    [
        (VALUES.integer, "office.close"),
        (VALUES.integer, "transfer.suspends_clock"),
        (VALUES.text, "plea.days"),
        (VALUES.flag, "plea.days"),
        (VALUES.names, "plea.days"),
        (VALUES.decimal, "transfer.suspends_clock"),
    ],
)
def test_a_value_of_another_type_is_refused(read: Callable[[str], object], key: str) -> None:
    with pytest.raises(TypeError, match=key.replace(".", r"\.")):
        read(key)


def test_two_values_on_one_day_are_refused() -> None:
    with pytest.raises(ValueError, match="同一日"):
        read_parameters(TWO_TERMS.replace("valid_to = 2025-12-31", "valid_to = 2026-01-01"))


def test_floats_are_refused() -> None:
    with pytest.raises(TypeError, match="小数写成文字"):
        read_parameters(TWO_TERMS.replace("value = 3", "value = 0.3"))


def test_every_value_has_a_source_and_a_mark() -> None:
    assert all(entry.source and entry.mark in {"V", "M"} for entry in PARAMETERS.entries)
