"""Filled forms (表单呈现): a form's description with the values and messages that a page shows in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from engine.errors import RefusalError
from forms import Answers, FieldDescription, FormDescription
from web.request import Typed

MEASURES = frozenset({"measured", "limit", "price"})
"""The fields of a report whose meaning the cause gives."""


@dataclass(frozen=True, slots=True)
class FilledForm(Answers):
    """What a template needs of a form: what was typed, and `errors` by the same names in HTML.

    `barred` says of things that a form could refer to, by id, why they cannot be chosen; `care` how those that can are to be
    handed over, because they are confidential; `lacking` why a field, by name, has nothing to choose from.
    """

    errors: Mapping[str, Sequence[str]] = field(default_factory=dict)
    barred: Mapping[str, str] = field(default_factory=dict)
    care: Mapping[str, str] = field(default_factory=dict)
    lacking: Mapping[str, str] = field(default_factory=dict)

    def messages(self, name: str) -> Sequence[str]:
        """Return what is wrong with a field."""
        return self.errors.get(name, ())

    def begun(self, section: str) -> bool:
        """Tell whether anything is filled in or wrong in a section."""
        names = {item.name for item in self.form.fields if item.section == section}
        return any(
            name.partition(".")[0] in names for values in (self.values, self.errors) for name in values if values[name] not in ("", "false", [])
        )

    def problems(self) -> Iterator[tuple[str, str, str]]:
        """Yield every problem as the id of its field, its label and its message, in the order of the form; what has no field comes last."""
        labels = dict(self._labels())
        order = {name: place for place, name in enumerate(labels)}
        for name in sorted(self.errors, key=lambda name: order.get(name, len(order))):
            for message in self.errors[name]:
                yield name if name in labels else "", labels.get(name, ""), message

    def _labels(self) -> Iterator[tuple[str, str]]:
        for item in self.form.fields:
            yield item.name, item.label
            for row in self.rows(item.name) if item.widget == "table" else ():
                for column in item.columns:
                    yield f"{item.name}.{row}.{column.name}", f"{item.label}第{row + 1}行{column.label}"


def at_field(refusal: RefusalError) -> Mapping[str, Sequence[str]]:
    """Return the message of a refusal at its field, where it names one."""
    return {refusal.field: (refusal.message,)} if refusal.field else {}


def compact(values: Typed) -> Typed:
    """Return the values with the rows of tables renumbered without gaps, as the reader of forms counts them."""
    kept: dict[str, dict[str, int]] = {}
    for name, value in values.items():
        head, _, rest = name.partition(".")
        row = rest.split(".")[0]
        if row.isdigit() and (any(item.strip() for item in value) if isinstance(value, list) else value.strip()):
            kept.setdefault(head, {}).setdefault(row, 0)
    places = {head: {row: place for place, row in enumerate(sorted(rows, key=int))} for head, rows in kept.items()}
    return {renamed: value for name, value in values.items() if (renamed := _renamed(name, places)) is not None}


def _renamed(name: str, places: Mapping[str, Mapping[str, int]]) -> str | None:
    head, _, rest = name.partition(".")
    row, _, leaf = rest.partition(".")
    if not row.isdigit():
        return name
    place = places.get(head, {}).get(row)
    return None if place is None else f"{head}.{place}.{leaf}"


def measured_as(form: FormDescription, quantities: Mapping[str, tuple[str, str]]) -> FormDescription:
    """Return the form with its measures called as the cause calls them, by key with name and unit; what the cause does not measure is not asked."""
    asked = [item for item in form.fields if item.name not in MEASURES or item.name in quantities]
    return replace(form, fields=tuple(_called(item, *quantities[item.name]) if item.name in MEASURES else item for item in asked))


def _called(item: FieldDescription, name: str, unit: str) -> FieldDescription:
    return replace(item, label=name, unit=unit, hint=None)
