from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import forms
from engine.queries.person import People
from tests.office import found_office
from tests.web.desk import Desk
from web.filled import FilledForm

FIELDS = """{% from "macro/form.html" import field, summary %}<form>{{ summary(filled, none) }}
{% for item in filled.form.fields %}{{ field(filled, item, people, evidence) }}{% endfor %}</form>"""


Show = Callable[[FilledForm], Any]


@pytest.fixture(scope="module")
def show(city: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Show]:
    """Renders the fields of a form as a tree, in a case with one piece of evidence."""
    office = found_office(tmp_path_factory.mktemp("form"), city)
    case = office.open()
    office.evidence(case)
    application = Desk(office).client.application
    template = application.jinja_env.from_string(FIELDS)
    people, evidence = office.house.engine.ask(People(), office.actor("zhouyan")), office.file(case).evidence
    with application.app_context():
        yield lambda filled: html.fromstring(template.render(filled=filled, people=people, evidence=evidence))
    office.house.close()


def held_of(form: forms.FormDescription) -> dict[str, list[tuple[str, str]]]:
    """Something held, for the fields that name things; without it they are not shown."""
    return {field.name: [("1", "1 烧烤架1台")] for field in form.fields if field.widget in {"goods", "paper", "plan"}}


@pytest.mark.parametrize("key", sorted(forms.FORMS))
def test_every_field_can_be_filled_in_and_is_named(show: Show, key: str) -> None:
    form = forms.describe(key)
    tree = show(FilledForm(form, {}, options=held_of(form)))
    for field in form.fields:
        names = [f"{field.name}.0.{column.name}" for column in field.columns] or [field.name]
        for name in names:
            assert tree.xpath(f"//*[@name='{name}']"), name
        assert field.label in tree.text_content()
        assert field.basis is None or field.basis in tree.text_content()


@pytest.mark.parametrize("key", sorted(forms.FORMS))
def test_every_message_stands_at_its_field_and_is_announced(show: Show, key: str) -> None:
    form = forms.describe(key)
    errors = {field.name: [f"{field.name}不对"] for field in form.fields}
    tree = show(FilledForm(form, {}, errors, options=held_of(form)))
    described = " ".join(tree.xpath("//@aria-describedby")).split()
    for field in form.fields:
        [message] = tree.xpath(f"//p[@id='{field.name}-e1']")
        assert message.text_content() == f"{field.name}不对"
        assert field.widget == "table" or field.several or f"{field.name}-e1" in described, field.name
        assert tree.xpath(f"//*[@id='{field.name}']"), field.name
        assert tree.xpath(f"//ul//a[@href='#{field.name}']"), field.name


def test_no_id_is_given_twice(show: Show) -> None:
    for key in forms.FORMS:
        ids = show(FilledForm(forms.describe(key), {})).xpath("//@id")
        assert len(ids) == len(set(ids)), key


def test_what_was_typed_stands_in_its_field(show: Show) -> None:
    form = forms.describe("investigation_report")
    typed = {"facts": "事实<b>", "fine": "19500", "harm": "slight", "slight": "on", "factors.0.code": "prior"}
    tree = show(FilledForm(form, typed))
    assert tree.xpath("//textarea[@name='facts']")[0].text == "事实<b>"
    assert tree.xpath("//input[@name='fine']/@value") == ["19500"]
    assert tree.xpath("//input[@name='harm'][@checked]/@value") == ["slight"]
    assert tree.xpath("//input[@name='slight']/@checked")
    assert tree.xpath("//select[@name='factors.0.code']/option[@selected]/@value") == ["prior"]
