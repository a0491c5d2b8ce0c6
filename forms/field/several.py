"""Several values in one field (多项): references to evidence and people, groups of fields, tables of rows."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from marshmallow import ValidationError

from forms.field.entry import Entry, Traits
from forms.field.text import CODE_LENGTH, half_width

if TYPE_CHECKING:
    from forms.form import Form

MOST = 100
"""No form refers to more than a hundred things."""

_REFERENCE = re.compile(r"[0-9A-Za-z_.@-]+|[\u4e00-\u9fff]+〔[0-9]{4}〕第?[0-9]+号", re.ASCII)
_BETWEEN = re.compile(r"[\s,，、;；]+")


class References(Entry[list[str]]):
    """Identifiers of things the case has, each once, from `least` to `most`; one text may hold several with commas between."""

    widget = "evidence"
    kind = "list"

    def __init__(self, label: str, *, least: int = 0, most: int = MOST, few: str | None = None, **traits: Unpack[Traits]) -> None:
        super().__init__(label, **(traits if least or "when" in traits else traits | {"optional": True}))
        self.least, self.most = least, most
        self.few = few or f"{label}至少{least}项。"
        if least:
            self.error_messages |= {"required": self.few, "null": self.few}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[str]:
        names = [name for name in _BETWEEN.split(value[: MOST * CODE_LENGTH]) if name] if isinstance(value, str) else value
        if isinstance(names, list | tuple):
            names = [name for name in names if name is not None]
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ValidationError(f"{self.label}须为编号的列表。")
        if len(names) > self.most:
            raise ValidationError(f"{self.label}不能超过{self.most}项。")
        clean = [half_width(name[: CODE_LENGTH + 1]).strip() for name in names]
        if any(len(name) > CODE_LENGTH or not _REFERENCE.fullmatch(name) for name in clean):
            raise ValidationError(f"{self.label}中有无效的编号。")
        if len(set(clean)) != len(clean):
            raise ValidationError(f"{self.label}中有重复。")
        if len(clean) < self.least:
            raise ValidationError(self.few)
        return clean


class Goods(References):
    """Things held in the case, by their numbers."""

    widget = "goods"


class Papers(References):
    """Papers of the case, by id or number."""

    widget = "paper"


class Plans(References):
    """Matters of the yearly plan of inspections, by their ids."""

    widget = "plan"


class Causes(References):
    """Causes of the catalogue, by their codes."""

    widget = "cause"


class Users(References):
    """People of the office, by id or login."""

    widget = "user"


class Group(Entry[dict[str, object]]):
    """A form within the form, written `name.field` in HTML."""

    widget = "group"
    kind = "group"

    def __init__(self, label: str, form: "type[Form]", **traits: Unpack[Traits]) -> None:
        super().__init__(label, **traits)
        self.form = form

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> dict[str, object]:
        if not isinstance(value, Mapping):
            raise ValidationError(f"{self.label}须为一组填写项。")
        return self.form(today=self.present_day).fill(value)


class Table(Entry[list[dict[str, object]]]):
    """Rows of the same form, written `name.0.field` in HTML; `key` is the column that no two rows share, None is an empty row."""

    widget = "table"
    kind = "list"

    def __init__(self, label: str, row: "type[Form]", *, key: str, **traits: Unpack[Traits]) -> None:
        super().__init__(label, **(traits | {"optional": True}))
        self.row = row
        self.key = key

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[dict[str, object]]:
        if not isinstance(value, list | tuple) or len(value) > MOST or not all(row is None or isinstance(row, Mapping) for row in value):
            raise ValidationError(f"{self.label}须为至多{MOST}行的表格。")
        form = self.row(today=self.present_day)
        rows: list[dict[str, object]] = []
        errors: dict[int, Any] = {}
        for index, row in enumerate(value):
            if row is None:
                continue
            try:
                filled = form.fill(row)
                if any(filled[self.key] == other[self.key] for other in rows):
                    errors[index] = {self.key: [f"{form.fields[self.key].metadata['label']}与前面的行重复。"]}
                rows.append(filled)
            except ValidationError as refused:
                errors[index] = refused.messages
        if errors:
            raise ValidationError(errors)
        return rows
