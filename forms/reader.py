"""The reader of forms (读取表单): from what was typed, as HTML strings or JSON, to values that are right in themselves."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from marshmallow import ValidationError

from engine.errors import InvalidInputError
from engine.events.codec import plain
from engine.work import FormData
from forms.description import describe
from forms.field.day import Day
from forms.form import Form
from forms.register import FORMS, ROUTING

MOST_FIELDS = 1_000
DEEPEST = 4
_ROW = re.compile(r"0|[1-9][0-9]{0,2}", re.ASCII)
"""No form has more fields, nor groups within groups deeper than this; more is not even looked at."""


def read(key: str, data: Mapping[str, object], today: date) -> FormData:
    """Return the form with every field's value: money and measures as text, dates in ISO, None where an optional field is empty.

    Names may be nested mappings or written with dots, as HTML has them: `party.name`, `factors.0.code`. An empty text is no value.

    Raises:
        InvalidInputError: with every field that is wrong and what is wrong with it, in Chinese.
        KeyError: there is no form of that key.
    """
    form = FORMS[key](today=today)
    try:
        values = form.fill(_without_blanks(_nested(data)))
    except ValidationError as refused:
        fields = dict(_flat(refused.messages))
        raise InvalidInputError(fields, basis=_basis(key, fields)) from None
    return FormData(
        form=key,
        values={name: plain(value) for name, value in values.items()},
        routing={name: values[name] for name in ROUTING[key]},
        acted=dict(_acted(form, values)),
    )


def _acted(form: Form, values: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield the days on which officers acted, and whether it was both of them."""
    for name, entry in form.entries():
        if isinstance(entry, Day) and entry.acted is not None and values[name] is not None and entry.acted.holds(values):
            yield name, entry.acted.both


def _basis(key: str, fields: Mapping[str, object]) -> str | None:
    """Return the article that asks for the one field that is wrong; several have no single one."""
    if len(fields) != 1:
        return None
    [name] = fields
    return next((field.basis for field in describe(key).fields if field.name == name), None)


def _nested(data: Mapping[str, object]) -> dict[str, Any]:
    """Return names with dots as mappings within mappings."""
    if len(data) > MOST_FIELDS:
        raise InvalidInputError({"": [f"填写项超过{MOST_FIELDS}项。"]})
    nested: dict[str, Any] = {}
    for name, value in data.items():
        parts = name.split(".") if isinstance(name, str) else [""]
        place = nested
        for part in parts[:-1][:DEEPEST]:
            place = place.setdefault(part, {})
            if not isinstance(place, dict):
                raise InvalidInputError({_shown(name): ["与另一项重复。"]})
        if parts[-1] in place:
            raise InvalidInputError({_shown(name): ["与另一项重复。"]})
        place[parts[-1]] = dict(value) if isinstance(value, Mapping) else value
    return nested


def _without_blanks(data: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    """Return the data without empty texts; a mapping 0, 1, 2 … becomes a list, whose empty rows are None so that the others keep their numbers."""
    return {name: clean for name, value in data.items() if (clean := _clean(value, depth)) is not None}


def _clean(value: object, depth: int) -> object:
    if depth > DEEPEST:
        raise InvalidInputError({"": ["填写项嵌套过深。"]})
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, Mapping):
        if value and all(isinstance(name, str) and _ROW.fullmatch(name) for name in value):
            return _clean([value.get(str(row)) for row in range(max(map(int, value)) + 1)], depth)
        return _without_blanks(value, depth + 1)
    if isinstance(value, list | tuple):
        items = (_clean(item, depth + 1) for item in value[: MOST_FIELDS + 1])
        return [None if item == {} else item for item in items]
    return value


def _flat(messages: object, name: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each refused field, as HTML has it, with its messages."""
    if not isinstance(messages, Mapping):
        yield name, [str(message) for message in messages] if isinstance(messages, list) else [str(messages)]
        return
    for part, inner in messages.items():
        yield from _flat(inner, name if part == "_schema" else f"{name}.{_shown(part)}" if name else _shown(part))


def _shown(name: object) -> str:
    """Return the name of a field as it may be shown; what nobody could have asked for is not repeated."""
    text = str(name) if isinstance(name, str | int) else ""
    return text if len(text) <= 64 and text.isprintable() else "?"
