"""The forms on the way to the police: what one field demands of another."""

from tests.forms.filled import FILLED, refused


def test_dangerous_waste_is_told_in_tonnes_and_nothing_else_is() -> None:
    assert "tonnes" in refused("police_transfer", {**FILLED["police_transfer"], "tonnes": ""})
    assert "tonnes" in refused("police_transfer", {**FILLED["police_transfer"], "standard": "other"})


def test_a_team_is_two_or_more() -> None:
    assert refused("police_team", {"members": "zhouyan"}) == {"members": "专案组不得少于两人。"}


def test_test_reports_go_along_or_it_is_said_why_not() -> None:
    assert "untested" in refused("police_delivery", {"materials": "1"})
    assert refused("police_delivery", {"tests": "1", "materials": "1"}) == {"materials": "同一材料不要选两次。"}


def test_only_a_criminal_fine_sets_off_a_prior_one() -> None:
    assert "offset" in refused("criminal_result", {**FILLED["criminal_result"], "pursued": "false", "offset": "100"})
