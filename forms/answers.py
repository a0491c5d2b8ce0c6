"""Answers (填写内容): what was filled into a form, by its names in HTML, and in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from engine.rules.document.wording import day_text
from engine.rules.money import format_yuan, parse_yuan
from forms.description import FieldDescription, FormDescription, describe

SPARE_ROWS = 2
"""Empty rows at the end of a table, for those without script."""

Names = Mapping[str, str]
Options = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Answers:
    """The values of a form by the name in HTML; `names` are those of things referred to.

    `options` are the choices of fields whose choices depend on the case.
    """

    form: FormDescription
    values: Mapping[str, str | list[str]]
    names: Names = field(default_factory=dict, kw_only=True)
    options: Options = field(default_factory=dict, kw_only=True)

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

    def rows(self, name: str) -> range:
        """Return the rows of a table: those filled in, then the spare ones."""
        filled = {int(rest.split(".")[0]) for key in self.values if (rest := key.removeprefix(f"{name}.")) != key and rest.split(".")[0].isdigit()}
        return range(max(filled, default=-1) + 1 + SPARE_ROWS)

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
                    things = self._named([f"物品{number}" for number in chosen])
                    yield item.label, things if item.widget == "goods" else self._named(chosen)
            elif text := self.text(item.name):
                yield item.label, _shown(item, self.names.get(text, text) if item.widget == "user" else words.get(text, text))

    def _said_rows(self, table: FieldDescription) -> Iterator[tuple[str, str]]:
        for row in self.rows(table.name):
            cells = [(column, self.several(f"{table.name}.{row}.{column.name}")) for column in table.columns]
            if said := [(column, word) for column, chosen in cells if chosen and (word := self._cell(column, chosen))]:
                yield table.label, _row(said)

    def _cell(self, column: FieldDescription, chosen: Sequence[str]) -> str:
        """Return a cell in words; a box that is not ticked says nothing."""
        if column.widget == "checkbox":
            return column.label if chosen[0] in {"on", "true"} else ""
        if column.widget in {"date", "money"}:
            return _shown(column, chosen[0])
        return dict(column.choices).get(chosen[0]) or self._named(chosen)

    def _named(self, chosen: Sequence[str]) -> str:
        return "、".join(self.names.get(item, item) for item in chosen)


def _row(said: Sequence[tuple[FieldDescription, str]]) -> str:
    """Return a row of a table: two words that belong together; of more, the first with all others by their labels."""
    (_, first), *others = said
    if len(others) < 2:
        return "：".join(word for _, word in said)
    return f"{first}（{'；'.join(word if column.widget == 'checkbox' else f'{column.label}：{word}' for column, word in others)}）"


def _shown(item: FieldDescription, text: str) -> str:
    """Return a value as people read it; what was typed and is no date and no amount stays as it was typed."""
    try:
        if item.widget == "date":
            return day_text(text)
        if item.widget == "money":
            return format_yuan(parse_yuan(text))
    except ValueError:
        return text
    return text + (item.unit or "")


def flatten(data: Mapping[str, object], prefix: str = "") -> dict[str, str | list[str]]:
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


def say(key: str, values: Mapping[str, object], names: Names, options: Options) -> Iterator[tuple[str, str]]:
    """Yield what a stored form says as label and words. Raises KeyError where there is no form of that key."""
    return Answers(describe(key), flatten(values), names=names, options=options).said()
