"""Partners: the six of the demonstration city, and entries that make no sense."""

import pytest

from engine.departments.partner import KINDS, read_partner
from tests.engine.departments.test_department import JIANGCHUAN

SOUND = {"code": "planning", "name": "规划局", "kinds": ["planning"], "ways": ["account"]}


def test_every_kind_of_request_has_a_department_that_answers_it() -> None:
    assert JIANGCHUAN.partners.keys() == {"public_security", "procuratorate", "ecology", "planning", "construction", "market", "street"}
    assert {kind for partner in JIANGCHUAN.partners.values() for kind in partner.kinds} == KINDS.keys()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kinds": ["dancing"]},
        {"kinds": []},
        {"ways": ["pigeon"]},
        {"ways": []},
        {"ways": ["api"]},
        {"ways": ["api"], "webhook": "file:///etc/passwd"},
        {"webhook": "https://example.org/hook"},
    ],
)
def test_an_entry_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    assert read_partner(SOUND).kinds == ("planning",)
    with pytest.raises(ValueError, match="规划局"):
        read_partner({**SOUND, **wrong})
