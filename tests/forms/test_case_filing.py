from tests.forms.filled import fill, refusal


def test_the_cause_is_named_only_where_it_changes() -> None:
    assert fill("case_filing").values["cause"] is None
    assert fill("case_filing", cause="JC05").values["cause"] == "JC05"


def test_facts_and_opinion_are_demanded() -> None:
    assert set(refusal("case_filing", facts=None, opinion=None)) == {"facts", "opinion"}
