"""The audit of a record: all four qualities, or it is no evidence."""

import pytest

from tests.forms.filled import FILLED, refused


@pytest.mark.parametrize(("name", "word"), [("genuine", "真实"), ("clear", "清晰"), ("whole", "完整"), ("accurate", "准确")])
def test_what_is_not_confirmed_cannot_be_evidence(name: str, word: str) -> None:
    assert refused("capture_audit", {**FILLED["capture_audit"], name: ""}) == {"result": f"没有确认{word}的，不能作为证据。"}


def test_what_is_excluded_needs_a_reason() -> None:
    assert "reason" in refused("capture_audit", {"result": "excluded"})
