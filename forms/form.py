"""Forms (表单): what every form has, and how its fields depend on one another."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from marshmallow import RAISE, Schema, ValidationError

from forms.field.day import Day
from forms.field.entry import Entry, When
from forms.field.several import Group


class Form(Schema):
    """A form: unknown fields are refused, messages are Chinese, dates are seen from `today`."""

    title: ClassVar[str]
    intro: ClassVar[str] = ""
    submit: ClassVar[str] = "提交"
    folded: ClassVar[str] = ""
    """The section that few cases need; pages show it closed."""

    class Meta:
        """What is not asked is not taken."""

        unknown = RAISE

    def __init__(self, *, today: date) -> None:
        self.today = today
        super().__init__()
        self.error_messages |= {"unknown": "表单没有这一项。", "type": "表单须为一组填写项。"}

    def fill(self, data: Mapping[str, object]) -> dict[str, object]:
        """Return every field's value, None where an optional one is empty; raise ValidationError with all that is wrong, not only the first."""
        errors: dict[Any, Any] = {}
        try:
            values: dict[str, Any] = self.load({name: {} for name, entry in self.entries() if isinstance(entry, Group)} | dict(data))
        except ValidationError as refused:
            errors = refused.messages if isinstance(refused.messages, dict) else {"_schema": refused.messages}
            values = dict(refused.valid_data) if isinstance(refused.valid_data, dict) else {}
        for name, entry in self.entries():
            values.setdefault(name, None)
            if isinstance(entry, Day) and entry.today and values[name] is None and name not in errors:
                values[name] = self.today
        for name, message in (*self._demands(values, errors), *self.problems(values)):
            if name not in errors:
                errors[name] = [message]
        if errors:
            raise ValidationError(errors)
        return values

    def entries(self) -> Iterator[tuple[str, Entry[Any]]]:
        """Yield the fields in the order in which they stand in the form."""
        for name, field in self.fields.items():
            if isinstance(field, Entry):
                yield name, field

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield what is wrong between fields: the name of the field and a message; a field that was itself refused has the value None."""
        yield from ()

    def _demands(self, values: Mapping[str, Any], errors: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
        for name, entry in self.entries():
            when: When | None = entry.metadata.get("when")
            if when is None or when.name in errors:
                continue
            empty = values[name] is None or values[name] == []
            if when.holds(values[when.name]) and empty:
                yield name, when.says
            elif not when.holds(values[when.name]) and not empty and when.otherwise is not None:
                yield name, when.otherwise
