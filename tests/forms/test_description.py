from datetime import date

import pytest

import forms

KEYS = sorted(forms.FORMS)
WIDGETS = {
    "text",
    "paper",
    "plan",
    "textarea",
    "date",
    "time",
    "money",
    "number",
    "radio",
    "checkbox",
    "case",
    "cause",
    "evidence",
    "goods",
    "user",
    "table",
}


@pytest.mark.parametrize("key", KEYS)
def test_a_form_says_what_it_is_and_what_its_button_does(key: str) -> None:
    form = forms.describe(key)
    assert form.key == key
    assert form.title
    assert form.submit
    assert form.fields


@pytest.mark.parametrize("key", KEYS)
def test_every_field_can_be_shown(key: str) -> None:
    for field in forms.describe(key).fields:
        assert field.label
        assert field.widget in WIDGETS
        assert (field.widget == "radio") == bool(field.choices)
        assert (field.widget == "table") == bool(field.columns)


@pytest.mark.parametrize("key", KEYS)
def test_no_label_stands_twice_in_a_form(key: str) -> None:
    labels = [field.label for field in forms.describe(key).fields]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("key", KEYS)
def test_a_demand_names_a_field_and_values_that_it_can_have(key: str) -> None:
    fields = {field.name: field for field in forms.describe(key).fields}
    for field in fields.values():
        if field.when:
            offered = {value for value, _ in fields[field.when.name].choices} or {"true", "false"}
            assert set(field.when.values) <= offered


def test_a_group_stands_among_the_fields_with_html_names_in_its_section() -> None:
    names = [field.name for name, fields in forms.describe("clue").sections() if name == "当事人" for field in fields]
    assert names[:3] == ["party.kind", "party.name", "party.uscc"]


def test_a_table_shows_its_columns() -> None:
    (factors,) = (field for field in forms.describe("investigation_report").fields if field.name == "factors")
    assert [column.name for column in factors.columns] == ["code", "evidence"]
    assert factors.columns[1].several


def test_a_default_is_shown() -> None:
    fields = {field.name: field for field in forms.describe("clue").fields}
    assert (fields["procedure"].default, fields["source"].default, fields["cause"].default) == ("ordinary", "patrol", None)


def test_money_is_in_yuan() -> None:
    assert {field.unit for key in KEYS for field in forms.describe(key).fields if field.widget == "money"} == {"元"}


def test_a_legal_basis_names_its_statute() -> None:
    bases = [field.basis for key in KEYS for field in forms.describe(key).fields if field.basis]
    assert len(bases) > 30
    assert all(any(kind in basis for kind in ("法", "规定", "条例", "意见")) for basis in bases)


def test_the_description_does_not_depend_on_the_day() -> None:
    assert forms.describe("clue") is forms.describe("clue")
    assert date.min.year == 1
