"""Types (数据类型): which values an input, an output or a variable may hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from engine.feel import SIMPLE, FeelType, Scope, UnaryTests, fitted, is_whole, kind

_NAMES: Mapping[str, str] = {
    "Any": "any",
    "any": "any",
    "string": "string",
    "boolean": "boolean",
    "number": "number",
    "integer": "number",
    "long": "number",
    "double": "number",
    "date": "date",
    "time": "time",
    "dateTime": "date and time",
    "date and time": "date and time",
    "duration": "days and time duration",
    "dayTimeDuration": "days and time duration",
    "days and time duration": "days and time duration",
    "yearMonthDuration": "years and months duration",
    "years and months duration": "years and months duration",
    "context": "context",
    "list": "list",
    "function": "function",
    "range": "range",
}
_TEXTS: Mapping[str, Callable[[str], object]] = {"number": Decimal, "date": date.fromisoformat}
_CHINESE: Mapping[str, str] = {
    "string": "字符串",
    "boolean": "布尔值",
    "number": "数值",
    "date": "日期",
    "list": "列表",
    "context": "上下文",
    "null": "空值",
}


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of FEEL value, `any` for every kind; whole numbers, lists of the kind, entries and allowed values narrow it."""

    kind: str = "any"
    integer: bool = False
    collection: bool = False
    allowed: UnaryTests | None = None
    components: Mapping[str, "Type"] = field(default_factory=dict)
    base: "Type | None" = None

    @property
    def name(self) -> str:
        """The kind in Chinese."""
        return _CHINESE.get(self.kind, self.kind)

    @property
    def feel(self) -> FeelType:
        """The type as `instance of` and the parameters of functions know it."""
        single = self.base.feel if self.base is not None else SIMPLE[self.kind]
        if self.components:
            single = FeelType("context", entries={name: part.feel for name, part in self.components.items()})
        return FeelType("list", single) if self.collection else single

    def objection(self, value: object) -> str | None:
        """Return why a value does not belong to the type, in Chinese, else None; null belongs to every type."""
        if value is None:
            return None
        if not self.collection:
            return self._single(value)
        if not isinstance(value, list):
            return "应为列表"
        return next((objection for item in value if (objection := self._element(item))), None)

    def _element(self, value: object) -> str | None:
        return None if value is None else self._single(value)

    def _single(self, value: object) -> str | None:
        if self.base is not None and (found := self.base.objection(value)):
            return found
        if self.kind not in ("any", kind(value)):
            return f"应为{_CHINESE.get(self.kind, self.kind)}，实为{_CHINESE.get(kind(value), kind(value))}"
        if self.integer and isinstance(value, Decimal) and not is_whole(value):
            return "应为整数"
        if isinstance(value, dict) and (found := self._entries(value)):
            return found
        if self.allowed is not None and self.allowed.run(value, Scope({})) is not True:
            return f"不在允许的取值 {self.allowed.text} 之中"
        return None

    def _entries(self, value: Mapping[str, object]) -> str | None:
        for name, part in self.components.items():
            if name not in value:
                return f"缺少“{name}”"
            if found := part.objection(value[name]):
                return f"的“{name}”{found}"
        return None

    def restored(self, value: object) -> object:
        """Return a value of the type from its plain JSON, in which numbers and dates are texts; what is no such text stays as it is."""
        if isinstance(value, list):
            return [self.restored(item) for item in value]
        if isinstance(value, Mapping):
            parts = self.innermost.components
            return {name: parts[name].restored(part) if name in parts else part for name, part in value.items()}
        read = _TEXTS.get(self.innermost.kind)
        return read(value) if read is not None and isinstance(value, str) else value

    @property
    def innermost(self) -> "Type":
        """The type on which references to other types rest in the end."""
        return self if self.base is None or self.components else self.base.innermost

    def fitted(self, value: object) -> tuple[bool, object]:
        """Return whether a value can stand where the type is asked for, and the value as it then is.

        A single value becomes a list, a list of one its element and a date an instant where that is asked for (DMN 1.5,
        10.3.2.9.4).
        """
        if self.objection(value) is None:
            return True, value
        _, made = fitted(value, self.feel)
        return (True, made) if made is not None and self.objection(made) is None else (False, None)


ANY = Type()


def simple_type(name: str) -> Type | None:
    """Return the built-in type of a name as modellers write it, with or without a prefix; None for a type of the model's own."""
    plain = name.rpartition(":")[2]
    found = _NAMES.get(plain)
    return None if found is None else Type(found, integer=plain in ("integer", "long"))
