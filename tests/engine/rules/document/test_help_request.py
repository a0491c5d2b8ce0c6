"""The letters to other departments: every mandatory content is missed when it is not there."""

from dataclasses import replace

import pytest

from engine.rules.document import missing
from printing.sample import SAMPLES


@pytest.mark.parametrize(
    ("code", "name", "empty"),
    [
        *[("D11", name, "") for name in ("number", "date", "check_token", "recipient", "cause", "kind", "due")],
        *[("D11", name, ()) for name in ("officers", "questions")],
        *[("D26", name, "") for name in ("number", "date", "case_number", "check_token", "recipient", "cause", "reason", "basis")],
        *[("D26", name, ()) for name in ("officers", "materials")],
    ],
)
def test_what_is_mandatory_is_missed(code: str, name: str, empty: object) -> None:
    whole = SAMPLES[code]
    assert not missing(whole)
    assert name in {item.field.partition(".")[0] for item in missing(replace(whole, **{name: empty}))}  # type: ignore[arg-type]


def test_a_letter_may_go_with_materials_or_without() -> None:
    assert not missing(replace(SAMPLES["D11"], materials=("油烟检测报告",)))  # type: ignore[call-arg]
