"""Descriptions of forms (表单说明): everything a template needs to show a form."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from forms.field.choice import YesNo
from forms.field.entry import Entry, When, Where
from forms.field.several import Group, References, Table
from forms.field.text import Text
from forms.form import Form
from forms.register import FORMS


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """The field is demanded, or asked at all, when the field `name` has one of `values`, as HTML sends them."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDescription:
    """One field: `name` is its name in HTML; a table has `columns`, whose names stand after `name.row.`."""

    name: str
    label: str
    widget: str
    required: bool
    hint: str | None
    basis: str | None
    section: str | None
    unit: str | None
    choices: tuple[tuple[str, str], ...]
    default: str | None
    longest: int | None
    several: bool
    when: Demand | None
    where: Demand | None
    columns: tuple["FieldDescription", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDescription:
    """A form with its words and its fields in order; the fields of a group stand among them. `folded` is the section that is shown closed."""

    key: str
    title: str
    intro: str
    submit: str
    fields: tuple[FieldDescription, ...]
    folded: str = ""

    def sections(self) -> tuple[tuple[str | None, tuple[FieldDescription, ...]], ...]:
        """Return the fields by section, in the order in which the sections begin."""
        names = dict.fromkeys(field.section for field in self.fields)
        return tuple((name, tuple(field for field in self.fields if field.section == name)) for name in names)


@cache
def describe(key: str) -> FormDescription:
    """Return the description of a form; raise KeyError if there is none of that key."""
    form = FORMS[key](today=date.min)
    fields = tuple(_fields(form, "", None))
    return FormDescription(key=key, title=form.title, intro=form.intro, submit=form.submit, fields=fields, folded=form.folded)


def _fields(form: Form, prefix: str, section: str | None) -> Iterator[FieldDescription]:
    for name, entry in form.entries():
        if isinstance(entry, Group):
            yield from _fields(entry.form(today=form.today), f"{prefix}{name}.", entry.metadata.get("section"))
        else:
            yield _describe(f"{prefix}{name}", entry, section, prefix)


def _describe(name: str, entry: Entry[Any], section: str | None, prefix: str) -> FieldDescription:
    traits = entry.metadata
    columns = tuple(_fields(entry.row(today=date.min), "", None)) if isinstance(entry, Table) else ()
    return FieldDescription(
        name=name,
        label=entry.label,
        widget=traits["widget"],
        required=entry.required,
        hint=traits.get("hint"),
        basis=traits.get("basis"),
        section=traits.get("section", section),
        unit=traits.get("unit"),
        choices=traits.get("choices", ()),
        default=_default(entry),
        longest=entry.longest if isinstance(entry, Text) else None,
        several=isinstance(entry, References),
        when=_demand(traits.get("when"), prefix),
        where=_demand(traits.get("where"), prefix),
        columns=columns,
    )


def _default(entry: Entry[Any]) -> str | None:
    """Return what is chosen unless somebody chooses otherwise; a box not ticked says so by itself."""
    if isinstance(entry, YesNo) and isinstance(entry.load_default, bool):
        return str(entry.load_default).lower()
    return entry.load_default if isinstance(entry.load_default, str) else None


def _demand(when: When | Where | None, prefix: str) -> Demand | None:
    if when is None:
        return None
    return Demand(name=f"{prefix}{when.name}", values=tuple(value if isinstance(value, str) else str(value).lower() for value in when.values))
