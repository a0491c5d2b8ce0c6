"""Filled forms (表单呈现): a form's description with the values and messages that a page shows in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from engine.errors import RefusalError
from engine.rules.money import format_yuan, parse_yuan
from forms import FieldDescription, FormDescription
from web.date import day
from web.request import Typed

MEASURES = frozenset({"measured", "limit", "price"})
"""The fields of a report whose meaning the cause gives."""

SPARE_ROWS = 2
"""Empty rows at the end of a table, for those without script."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What a template needs of a form: `values` by the name in HTML, `errors` by the same names; `names` are those of things referred to.

    `options` are the choices of fields whose choices depend on the case.
    """

    form: FormDescription
    values: Mapping[str, str | list[str]]
    errors: Mapping[str, Sequence[str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)

    def text(self, name: str, default: str | None = None) -> str:
        """Return the value of a field as text."""
        value = self.values.get(name, default or "")
        return value if isinstance(value, str) else "、".join(value)

    def several(self, name: str) -> list[str]:
        """Return the values of a field that takes several."""
        value = self.values.get(name, [])
        return value if isinstance(value, list) else [item for item in value.replace("，", ",").split(",") if item]

    def ticked(self, name: str) -> bool:
        """Return whether a box is ticked."""
        return self.values.get(name) in {"on", "true"}

    def messages(self, name: str) -> Sequence[str]:
        """Return what is wrong with a field."""
        return self.errors.get(name, ())

    def rows(self, name: str) -> range:
        """Return the rows of a table: those filled in, then the spare ones."""
        filled = {int(rest.split(".")[0]) for key in self.values if (rest := key.removeprefix(f"{name}.")) != key and rest.split(".")[0].isdigit()}
        return range(max(filled, default=-1) + 1 + SPARE_ROWS)

    def problems(self) -> Iterator[tuple[str, str, str]]:
        """Yield every problem as the id of its field, its label and its message, in the order of the form; what has no field comes last."""
        labels = dict(self._labels())
        order = {name: place for place, name in enumerate(labels)}
        for name in sorted(self.errors, key=lambda name: order.get(name, len(order))):
            for message in self.errors[name]:
                yield name if name in labels else "", labels.get(name, ""), message

    def said(self) -> Iterator[tuple[str, str]]:
        """Yield what was typed as label and words, for pages that only repeat it."""
        for item in self.form.fields:
            words = dict(self.options.get(item.name, item.choices))
            if item.widget == "table":
                yield from self._said_rows(item)
            elif item.widget == "checkbox":
                if self.ticked(item.name):
                    yield item.label, "是"
            elif item.several:
                if chosen := self.several(item.name):
                    yield item.label, "、".join(f"物品{number}" for number in chosen) if item.widget == "goods" else self._named(chosen)
            elif text := self.text(item.name):
                yield item.label, _shown(item, self.names.get(text, text) if item.widget == "user" else words.get(text, text))

    def _said_rows(self, table: FieldDescription) -> Iterator[tuple[str, str]]:
        for row in self.rows(table.name):
            cells = [(column, self.several(f"{table.name}.{row}.{column.name}")) for column in table.columns]
            if said := [word for column, chosen in cells if chosen and (word := self._cell(column, chosen))]:
                yield table.label, "：".join(said)

    def _cell(self, column: FieldDescription, chosen: Sequence[str]) -> str:
        """Return a cell in words; a box that is not ticked says nothing."""
        if column.widget == "checkbox":
            return column.label if chosen[0] in {"on", "true"} else ""
        return dict(column.choices).get(chosen[0]) or self._named(chosen)

    def _named(self, chosen: Sequence[str]) -> str:
        return "、".join(self.names.get(item, item) for item in chosen)

    def _labels(self) -> Iterator[tuple[str, str]]:
        for item in self.form.fields:
            yield item.name, item.label
            for row in self.rows(item.name) if item.widget == "table" else ():
                for column in item.columns:
                    yield f"{item.name}.{row}.{column.name}", f"{item.label}第{row + 1}行{column.label}"


def _shown(item: FieldDescription, text: str) -> str:
    """Return a value as people read it; what was typed and is no date and no amount stays as it was typed."""
    try:
        if item.widget == "date":
            return day(text)
        if item.widget == "money":
            return format_yuan(parse_yuan(text))
    except ValueError:
        return text
    return text + (item.unit or "")


def flatten(data: Mapping[str, object], prefix: str = "") -> Typed:
    """Return stored values by their names in HTML: groups and tables with dots, yes as `true`, nothing as an empty text."""
    flat: dict[str, str | list[str]] = {}
    for name, value in data.items():
        if isinstance(value, Mapping):
            flat |= flatten(value, f"{prefix}{name}.")
        elif isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
            for index, row in enumerate(value):
                flat |= flatten(row, f"{prefix}{name}.{index}.")
        elif isinstance(value, list | tuple):
            flat[f"{prefix}{name}"] = [str(item) for item in value]
        else:
            flat[f"{prefix}{name}"] = str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
    return flat


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
