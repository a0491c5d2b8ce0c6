"""The letter to the police: each of its five materials is missed when it is not there."""

from dataclasses import replace

import pytest

from engine.rules.document import missing
from printing.sample import SAMPLES

TEXTS = (
    *("number", "date", "case_number", "check_token", "recipient", "cause", "offence", "standard"),
    *("opinion", "reported_on", "approved_by", "approved_on"),
)


@pytest.mark.parametrize(("name", "empty"), [*((name, "") for name in TEXTS), ("officers", ()), ("findings", ()), ("tests", ())])
def test_what_is_mandatory_is_missed(name: str, empty: object) -> None:
    whole = SAMPLES["D26P"]
    assert not missing(whole)
    assert name in {item.field.partition(".")[0] for item in missing(replace(whole, **{name: empty}))}  # type: ignore[arg-type]


def test_a_case_without_goods_and_without_a_prior_penalty_can_be_transferred() -> None:
    assert not missing(replace(SAMPLES["D26P"], items=(), prior=()))  # type: ignore[call-arg]
