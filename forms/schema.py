"""Forms as JSON Schema (表单格式): what a program must know to fill one in, derived from the description that a page shows.

Source: JSON Schema 2020-12. `x-basis` names the statute behind a field, `x-unit` its unit.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from forms.description import FieldDescription, describe

MONEY = r"^\d{1,12}(\.\d{1,2})?$"
TIME = r"^([01]\d|2[0-3]):[0-5]\d$"
MEASURE = r"^\d{1,9}(\.\d{1,3})?$"
BOOLS = frozenset({"true", "false"})


@cache
def schema(key: str) -> dict[str, Any]:
    """Return the schema of a form; raise KeyError if there is none of that key. The form itself decides: it looks at more than this says."""
    form = describe(key)
    return {"title": form.title, "description": form.intro} | _object(form.fields, "")


def _object(fields: Sequence[FieldDescription], prefix: str) -> dict[str, Any]:
    """Return the schema of fields whose names begin so; those of a group, which have a further dot, become an object of their own."""
    groups: dict[str, list[FieldDescription]] = {}
    properties: dict[str, Any] = {}
    required: list[str] = []
    for item in fields:
        name, dot, _ = item.name.removeprefix(prefix).partition(".")
        if dot:
            groups.setdefault(name, []).append(item)
            properties[name] = {}
        else:
            properties[name] = _field(item)
            required += [name] if item.required else []
    for name, inner in groups.items():
        properties[name] = _object(inner, f"{prefix}{name}.")
        required += [name] if properties[name].get("required") else []
    conditions = [_when(item, prefix) for item in fields if item.when is not None and "." not in item.name.removeprefix(prefix)]
    found: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return found | ({"required": required} if required else {}) | ({"allOf": conditions} if conditions else {})


def _field(item: FieldDescription) -> dict[str, Any]:
    kind = _kind(item)
    default = item.default == "true" if item.default is not None and kind.get("type") == "boolean" else item.default
    words = {"title": item.label, "description": item.hint, "x-basis": item.basis, "x-unit": item.unit, "default": default}
    return {name: word for name, word in words.items() if word is not None} | (kind if item.required else _or_null(kind))


def _or_null(kind: dict[str, Any]) -> dict[str, Any]:
    """Return the kind of a field that may be left empty."""
    if "oneOf" in kind:
        return {"oneOf": [*kind["oneOf"], {"type": "null"}]}
    names = kind["type"] if isinstance(kind["type"], list) else [kind["type"]]
    return kind | {"type": [*names, "null"]}


def _kind(item: FieldDescription) -> dict[str, Any]:
    if item.widget == "table":
        return {"type": "array", "maxItems": 100, "items": _object(item.columns, "")}
    if item.several:
        return {"type": "array", "maxItems": 100, "uniqueItems": True, "items": {"type": "string"}}
    if item.widget == "checkbox" or {value for value, _ in item.choices} == BOOLS:
        return {"type": "boolean"}
    if item.choices:
        return {"oneOf": [{"const": value, "title": word} for value, word in item.choices]}
    if item.widget in {"money", "number"}:
        kind = "string" if item.widget == "money" else ["string", "integer"]
        return {"type": kind, "pattern": MONEY if item.widget == "money" else MEASURE}
    if item.widget == "time":
        return {"type": "string", "pattern": TIME}
    if item.widget == "date":
        return {"type": "string", "format": "date"}
    return {"type": "string"} | ({"maxLength": item.longest} if item.longest else {})


def _when(item: FieldDescription, prefix: str) -> dict[str, Any]:
    """Return that the field is demanded when another field says so."""
    assert item.when is not None  # noqa: S101  # Asked only of fields that have a condition.
    other, name = item.when.name.removeprefix(prefix), item.name.removeprefix(prefix)
    values = [value == "true" if value in BOOLS else value for value in item.when.values]
    return {
        "if": {"properties": {other: {"enum": values}}, "required": [other]},
        "then": {"properties": {name: {"not": {"type": "null"}}}, "required": [name]},
    }
