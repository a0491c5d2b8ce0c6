import jsonschema_rs
import pytest

import forms
from forms.schema import schema
from tests.office import Office


@pytest.mark.parametrize("key", sorted(forms.FORMS))
def test_every_form_has_a_schema_that_is_one(key: str) -> None:
    jsonschema_rs.meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema(key)})
    names = {item.name.split(".")[0] for item in forms.describe(key).fields}
    assert schema(key)["properties"].keys() == names


def test_whatever_was_filled_in_is_what_the_schema_asks(office: Office) -> None:
    file = office.file(office.play_s2())
    for task in file.done:
        found = [str(error) for error in jsonschema_rs.Draft202012Validator(schema(task.form)).iter_errors(task.data)]
        assert found == [], task.form
    assert len(file.done) > 15


def test_a_field_is_demanded_when_another_says_so() -> None:
    validator = jsonschema_rs.Draft202012Validator(schema("approval"))
    assert validator.is_valid({"approved": True, "opinion": "同意。"})
    assert not validator.is_valid({"approved": True, "opinion": "同意。", "more": 1})
    assert not validator.is_valid({"approved": "perhaps", "opinion": "同意。"})
    spot = jsonschema_rs.Draft202012Validator(schema("spot_handover"))
    assert spot.is_valid({"result": "signed", "recipient": "何秀兰", "payment": "code"})
    assert not spot.is_valid({"result": "signed", "payment": "code"})
    assert not spot.is_valid({"result": "signed", "recipient": None, "payment": "code"})


def test_the_words_and_the_law_stand_at_the_field() -> None:
    second = schema("verification")["properties"]["second"]
    assert second["title"] == "协办执法人员"
    assert "第四十二条" in second["x-basis"]
    with pytest.raises(KeyError):
        schema("nothing")
