"""Entries (填写项): what every field of a form has besides its value: its words, its legal basis, when it is demanded."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, TypedDict, TypeVar, Unpack, cast

from marshmallow import fields, missing

if TYPE_CHECKING:
    from forms.form import Form

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class When:
    """The field is demanded when the other field `name` has one of `values`.

    `says` is the message where it is missing then; `otherwise` the message where it is given without need, None where that does no harm.
    """

    name: str
    values: tuple[object, ...]
    says: str
    otherwise: str | None = None

    def holds(self, value: object) -> bool:
        """Return whether the other field's value demands this one."""
        return value in self.values


@dataclass(frozen=True, slots=True)
class Where:
    """Pages ask for the field only where the other field `name` has one of `values`; never demanded, harmless elsewhere."""

    name: str
    values: tuple[str, ...]


class Traits(TypedDict, total=False):
    """What may be said of any entry: help below it, statute behind it, the part of the form it stands in, and whether the process sees it."""

    hint: str
    basis: str
    section: str
    unit: str
    widget: str
    routing: bool
    optional: bool
    when: When
    where: Where
    default: object
    choices: tuple[tuple[str, str], ...]


class Entry(fields.Field[T]):
    """A field of a form; demanded unless it is optional, has a default, or hangs on another field."""

    widget: ClassVar[str] = "text"
    kind: str | Collection[str] = "text"

    def __init__(self, label: str, **traits: Unpack[Traits]) -> None:
        self.label = label
        default = traits.get("default", missing)
        demanded = not traits.get("optional", False) and default is missing and "when" not in traits
        words = {name: traits[name] for name in ("hint", "basis", "section", "unit", "routing", "when", "where", "choices") if name in traits}
        super().__init__(
            required=demanded,
            load_default=default,
            allow_none=True,
            metadata={"label": label, "widget": traits.get("widget", self.widget)} | words,
            error_messages={"required": f"必须填写{label}。", "null": f"必须填写{label}。"},
        )

    @property
    def present_day(self) -> date:
        """Return the day on which the form is filled in."""
        return cast("Form", self.root).today
