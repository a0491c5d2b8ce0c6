"""Routing values are flat, exact and small."""

from decimal import Decimal

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.workflow.value import Scalar, check_total, checked, pack, same, unpack

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)
VALUES = st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True), st.none() | st.booleans() | NUMBERS | st.text(max_size=50))


@given(VALUES)
def test_values_come_back_exactly(values: dict[str, Scalar]) -> None:
    kept = checked(values)
    back = unpack(orjson.loads(orjson.dumps(kept, default=pack)))
    assert back == kept == values
    assert all(type(back[name]) is type(values[name]) for name in values)


def test_equal_numbers_become_one() -> None:
    assert [str(checked({"n": Decimal(text)})["n"]) for text in ("19500", "19500.00", "1.95E+4", "-0", "0.10")] == [
        "19500",
        "19500",
        "19500",
        "0",
        "0.1",
    ]
    assert checked({"n": 3}) == {"n": Decimal(3)}


@pytest.mark.parametrize("name", ["", "A", "a-b", "a b", "1a", "名", "a" * 65, "__import__"])
def test_names_are_plain_words(name: str) -> None:
    with pytest.raises(ValueError, match="不合规"):
        checked({name: True})


@pytest.mark.parametrize("value", [1.5, [], {}, b"x", object(), "x" * 201, Decimal("Infinity"), Decimal("1E+400")])
def test_what_is_no_scalar_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="流转变量 v"):
        checked({"v": value})


def test_two_kilobytes_are_the_limit() -> None:
    check_total({f"v{number}": "x" * 190 for number in range(10)})
    with pytest.raises(ValueError, match="2048"):
        check_total({f"v{number}": "名" * 190 for number in range(10)})


def test_true_is_not_one() -> None:
    assert not same(True, Decimal(1))
    assert same(None, None)
    assert same(Decimal(2), Decimal(2))


def test_foreign_values_are_not_packed() -> None:
    with pytest.raises(TypeError):
        pack({1, 2})
