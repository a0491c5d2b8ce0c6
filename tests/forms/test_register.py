import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import forms
from forms.description import FieldDescription
from tests.forms.filled import FILLED, TODAY, read, refused

KEYS = sorted(forms.FORMS)
AHEAD = {
    "effective_on",
    "starts_on",
    "ends_on",
    "certificate_until",
    "correction_due",
    "meets_on",
    "planned_on",
    "promised_on",
    "suspended_from",
    "suspended_until",
    "until",
    "valid_from",
    "valid_until",
    "withdrawn_on",
}
"""Days that may lie ahead."""
NO_KEY = {
    "answers",
    "__init__",
    "description",
    "factor",
    "form",
    "goods_item",
    "reader",
    "register",
    "remedy_result",
    "remedy_start",
    "schema",
    "spot_paper",
}


def named(*widgets: str) -> Iterator[tuple[str, FieldDescription]]:
    for key in KEYS:
        for field in forms.describe(key).fields:
            if field.widget in widgets:
                yield key, field


def label(case: object) -> str:
    return case.name if isinstance(case, FieldDescription) else str(case)


def test_every_file_is_a_form_key() -> None:
    folder = Path(forms.__file__).parent
    assert {path.stem for path in folder.glob("*.py")} - NO_KEY == set(KEYS) == set(FILLED)


def test_a_class_is_named_after_its_key() -> None:
    assert all(form.__name__ == key.title().replace("_", "") + "Form" and form.__module__ == f"forms.{key}" for key, form in forms.FORMS.items())


@pytest.mark.parametrize("key", KEYS)
def test_the_brief_form_is_accepted(key: str) -> None:
    data = read(key, FILLED[key])
    assert data.form == key
    assert set(data.routing) == set(forms.ROUTING[key])
    assert json.loads(json.dumps(data.values)) == data.values


@pytest.mark.parametrize("key", KEYS)
def test_every_field_has_a_value_even_when_empty(key: str) -> None:
    assert set(read(key, FILLED[key]).values) == set(forms.FORMS[key](today=TODAY).fields)


@pytest.mark.parametrize("key", KEYS)
def test_routing_values_are_what_the_register_says(key: str) -> None:
    for name, value in read(key, FILLED[key]).routing.items():
        kind = forms.ROUTING[key][name]
        assert isinstance(value, bool) if kind == "bool" else value is None or value in kind


@pytest.mark.parametrize("key", KEYS)
def test_what_is_not_asked_is_refused(key: str) -> None:
    assert refused(key, dict(FILLED[key]) | {"csrf": "1"}) == {"csrf": "表单没有这一项。"}


@pytest.mark.parametrize("key", KEYS)
def test_all_that_is_missing_is_said_at_once(key: str) -> None:
    demanded = {field.name for field in forms.describe(key).fields if field.required}
    assert demanded <= set(refused(key, {}))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("blank", [None, "\u3000\n"])
def test_a_blank_is_no_value(key: str, blank: str | None) -> None:
    for field in forms.describe(key).fields:
        if field.required:
            assert field.name in refused(key, {field.name: blank})


@pytest.mark.parametrize(
    ("key", "field"), list(named("text", "textarea", "date", "money", "number", "radio", "checkbox", "user", "evidence", "table")), ids=label
)
@pytest.mark.parametrize("value", [{"a": "b"}, [["a"]], b"bytes"])
def test_a_value_of_the_wrong_type_is_refused(key: str, field: FieldDescription, value: object) -> None:
    assert any(name.startswith(field.name) for name in refused(key, dict(FILLED[key]) | {field.name: value}))


@pytest.mark.parametrize(("key", "field"), [pair for pair in named("text", "textarea") if pair[1].longest], ids=label)
def test_a_text_that_is_too_long_is_refused(key: str, field: FieldDescription) -> None:
    assert field.longest
    assert field.name in refused(key, dict(FILLED[key]) | {field.name: "1" * (field.longest + 1)})


@pytest.mark.parametrize(("key", "field"), list(named("text", "textarea", "user")), ids=label)
@pytest.mark.parametrize("sign", ["\x00", "\ud800", "\u202e"])
def test_a_sign_that_does_not_print_is_refused(key: str, field: FieldDescription, sign: str) -> None:
    assert field.name in refused(key, dict(FILLED[key]) | {field.name: f"1{sign}2"})


@pytest.mark.parametrize(("key", "field"), list(named("date")), ids=label)
@pytest.mark.parametrize(
    "value", ["2026-02-30", "2026-13-01", "26-01-01", "2026/10/28", "20261028", "昨天", "0001-01-01", "1949-09-30", 20261028, True]
)
def test_a_date_that_is_none_is_refused(key: str, field: FieldDescription, value: object) -> None:
    assert field.name in refused(key, dict(FILLED[key]) | {field.name: value})


@pytest.mark.parametrize(("key", "field"), [pair for pair in named("date") if pair[1].name not in AHEAD], ids=label)
def test_a_date_after_today_is_refused(key: str, field: FieldDescription) -> None:
    assert refused(key, dict(FILLED[key]) | {field.name: "2026-11-24"})[field.name] == f"{field.label}不能晚于今天。"


@pytest.mark.parametrize(("key", "field"), list(named("money")), ids=label)
@pytest.mark.parametrize("value", ["-1", "19500.001", "1e3", "NaN", "Infinity", "1,95,00", "一万", "1000000000000", -1, 0.001, float("nan"), True])
def test_an_amount_that_is_none_is_refused(key: str, field: FieldDescription, value: object) -> None:
    assert field.name in refused(key, dict(FILLED[key]) | {field.name: value})


@pytest.mark.parametrize(("key", "field"), list(named("radio")), ids=label)
@pytest.mark.parametrize("value", ["maybe", "2", 0, [], ["true"]])
def test_a_choice_that_is_not_offered_is_refused(key: str, field: FieldDescription, value: object) -> None:
    if value == [] and not field.required:
        return
    assert field.name in refused(key, dict(FILLED[key]) | {field.name: value})
