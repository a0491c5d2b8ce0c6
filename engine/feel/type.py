"""Types (数据类型): what `instance of` and the parameters of functions ask of a value, and how values are made to fit."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.feel.calendar import Date
from engine.feel.temporal import midnight
from engine.feel.value import UNBOUNDED, Range, kind


@dataclass(frozen=True, slots=True)
class FeelType:
    """A type of the language (DMN 1.5, 10.3.2.9).

    Attributes:
        kind: `any`, or the FEEL name of a kind of values.
        item: what the elements of a list or the ends of a range are; None for anything.
        entries: the entries that a context has at least.
        parameters: the types of a function's parameters; None for any function.
        result: what a function returns.
    """

    kind: str = "any"
    item: "FeelType | None" = None
    entries: Mapping[str, "FeelType"] = field(default_factory=dict)
    parameters: tuple["FeelType", ...] | None = None
    result: "FeelType | None" = None


ANY = FeelType()
SIMPLE: Mapping[str, FeelType] = {
    "Any": ANY,
    "any": ANY,
    "Null": FeelType("null"),
    "null": FeelType("null"),
    "number": FeelType("number"),
    "string": FeelType("string"),
    "boolean": FeelType("boolean"),
    "date": FeelType("date"),
    "time": FeelType("time"),
    "date and time": FeelType("date and time"),
    "dateTime": FeelType("date and time"),
    "days and time duration": FeelType("days and time duration"),
    "day and time duration": FeelType("days and time duration"),
    "dayTimeDuration": FeelType("days and time duration"),
    "years and months duration": FeelType("years and months duration"),
    "year and month duration": FeelType("years and months duration"),
    "yearMonthDuration": FeelType("years and months duration"),
    "list": FeelType("list"),
    "context": FeelType("context"),
    "function": FeelType("function"),
    "range": FeelType("range"),
}


def belongs(value: object, wanted: FeelType) -> bool:
    """Tell whether a value is an instance of a type; null is one of Null alone."""
    if wanted.kind == "any":
        return value is not None
    if kind(value) != wanted.kind:
        return False
    match value:
        case list() if wanted.item is not None:
            inner = wanted.item
            return all(_inside(part, inner) for part in value)
        case Range() if wanted.item is not None:
            inner = wanted.item
            return all(belongs(end, inner) for end in (value.low, value.high) if end is not UNBOUNDED)
        case dict():
            return all(name in value and _inside(value[name], inner) for name, inner in wanted.entries.items())
        case _:
            return True


def _inside(value: object, wanted: FeelType) -> bool:
    return value is None or belongs(value, wanted)


def fitted(value: object, wanted: FeelType) -> tuple[bool, object]:
    """Return whether a value can stand where a type is asked for, and the value as it then is (DMN 1.5, 10.3.2.9.4).

    Three conversions are made silently: a list of one element is that element where no list is asked for, a single value is a
    list of one where one is, and a date is its midnight in UTC where an instant is.
    """
    if value is None or belongs(value, wanted):
        return True, value
    if isinstance(value, list) and len(value) == 1 and wanted.kind != "list" and belongs(value[0], wanted):
        return True, value[0]
    if wanted.kind == "list" and not isinstance(value, list) and (wanted.item is None or belongs(value, wanted.item)):
        return True, [value]
    if wanted.kind == "date and time" and isinstance(value, Date):
        return True, midnight(value)
    return False, None
