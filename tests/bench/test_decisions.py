"""The comparison of decisions is fair: three engines, each in its own language, give the same answer."""

import pytest

from bench import decisions, rulebook


def test_the_table_has_thirty_rules_and_the_question_hits_the_last_but_one() -> None:
    rules = list(rulebook.rows())
    assert len(rules) == 30
    assert rules[28].outputs == rulebook.ANSWER


@pytest.mark.parametrize("engine", [decisions.ours, decisions.spiffworkflow, decisions.zen_engine])
@pytest.mark.parametrize(("area", "fined", "party", "rule"), [(2, 0, "citizen", 1), (51, 1, "getihu", 20), (10, 3, "org", 28), (30, 2, "org", 29)])
def test_every_engine_hits_the_same_rule(
    engine: decisions.Engine, area: int, fined: int, party: str, rule: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rulebook, "ASKED", {"area": area, "fined": fined, "party": party})
    assert dict(engine()()) == list(rulebook.rows())[rule - 1].outputs


def test_a_wrong_answer_is_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rulebook, "ASKED", {"area": 1, "fined": 0, "party": "org"})
    with pytest.raises(AssertionError, match="ours"):
        decisions.run()
