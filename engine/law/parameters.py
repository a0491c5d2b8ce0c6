"""The parameters of a city (参数): dated numbers and choices that the law leaves to the place."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

Value = int | str | bool | tuple[str, ...]

AMENDMENT = "amendment"
"""The kind of a published text that gives one parameter another value from a day on."""


class ParameterMissingError(LookupError):
    """A parameter has no value on the day; nothing is assumed in its place."""

    def __init__(self, key: str, day: date) -> None:
        super().__init__(f"参数 {key} 在{day}没有取值")
        self.key = key


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value of a parameter with its term, both days included, and its source."""

    key: str
    title: str
    value: Value
    valid_from: date
    valid_to: date | None
    mark: str
    source: str

    def in_force(self, day: date) -> bool:
        """Tell whether the value is in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Values:
    """The parameters in force on one day, read by type."""

    day: date
    entries: Mapping[str, Parameter]

    def amended(self, values: Iterable[Parameter]) -> "Values":
        """Return the parameters with other values for some of them, as far as these are in force."""
        return Values(self.day, {**self.entries, **{value.key: value for value in values if value.in_force(self.day)}})

    def parameter(self, key: str) -> Parameter:
        """Return the parameter with its source; raise ParameterMissingError where there is none."""
        try:
            return self.entries[key]
        except KeyError:
            raise ParameterMissingError(key, self.day) from None

    def has(self, key: str) -> bool:
        """Tell whether the city has the parameter on the day: a local rule that only some cities have begins and ends with it."""
        return key in self.entries

    def integer(self, key: str) -> int:
        """Return a whole number: days, months, hours, counts."""
        value = self.parameter(key).value
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"参数 {key} 不是整数")
        return value

    def decimal(self, key: str) -> Decimal:
        """Return an exact number: yuan or a rate."""
        value = self.parameter(key).value
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise TypeError(f"参数 {key} 不是数")
        return Decimal(value)

    def text(self, key: str) -> str:
        """Return a text or a choice."""
        value = self.parameter(key).value
        if not isinstance(value, str):
            raise TypeError(f"参数 {key} 不是文字")
        return value

    def flag(self, key: str) -> bool:
        """Return yes or no."""
        value = self.parameter(key).value
        if not isinstance(value, bool):
            raise TypeError(f"参数 {key} 不是是否")
        return value

    def names(self, key: str) -> tuple[str, ...]:
        """Return a list of names."""
        value = self.parameter(key).value
        if not isinstance(value, tuple):
            raise TypeError(f"参数 {key} 不是列表")
        return value

    def clock(self, key: str) -> time:
        """Return a time of day, written 17:30."""
        return time.fromisoformat(self.text(key))


@dataclass(frozen=True, slots=True)
class Parameters:
    """All values of all parameters of a city, past and future."""

    city: str
    entries: tuple[Parameter, ...]

    def at(self, day: date) -> Values:
        """Return the values in force on the day."""
        return Values(day, {entry.key: entry for entry in self.entries if entry.in_force(day)})


def read_parameters(text: str) -> Parameters:
    """Read a city's parameters; two values of one key in force on the same day, raise ValueError, a float TypeError."""
    data = tomllib.loads(text)
    entries = tuple(_read(entry) for entry in data["parameter"])
    for i, one in enumerate(entries):
        for other in entries[:i]:
            if one.key == other.key and _overlap(one, other):
                raise ValueError(f"参数 {one.key} 的两个取值在同一日有效")
    return Parameters(data["city"], entries)


def read_amendment(text: str) -> Parameter:
    """Read the one value that a city's legal office gave a parameter; what is no value raises as `read_parameters` does."""
    return _read(tomllib.loads(text))


def _read(entry: Mapping[str, object]) -> Parameter:
    value = entry["value"]
    if isinstance(value, list):
        value = tuple(str(name) for name in value)
    if not isinstance(value, int | str | tuple):
        raise TypeError(f"参数 {entry['key']} 的取值须为整数、文字、是否或列表；小数写成文字")
    valid_from, valid_to = entry["valid_from"], entry.get("valid_to")
    if not isinstance(valid_from, date) or not (valid_to is None or isinstance(valid_to, date)):
        raise ValueError(f"参数 {entry['key']} 的起止日期不是日期")
    return Parameter(str(entry["key"]), str(entry["title"]), value, valid_from, valid_to, str(entry["mark"]), str(entry["source"]))


def _overlap(one: Parameter, other: Parameter) -> bool:
    return one.in_force(other.valid_from) or other.in_force(one.valid_from)
