"""Choices (选项): one of a few words, yes or no, a box to tick."""

from typing import Any, Unpack

from marshmallow import ValidationError

from forms.field.entry import Entry, Traits

_YES = frozenset({"true", "on", "yes", "1"})
_NO = frozenset({"false", "off", "no", "0"})


class Choice(Entry[str]):
    """One of `options`, pairs of the value that is kept and the word that is shown."""

    widget = "radio"

    def __init__(self, label: str, *options: tuple[str, str], **traits: Unpack[Traits]) -> None:
        super().__init__(label, **(traits | {"choices": options}))
        self.kind = frozenset(name for name, _ in options)
        self.words = "、".join(word for _, word in options)
        self.error_messages |= {"required": f"请选择{label}。", "null": f"请选择{label}。"}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str) or value.strip() not in self.kind:
            raise ValidationError(f"{self.label}须从选项中选择：{self.words}。")
        return value.strip()


class YesNo(Entry[bool]):
    """A question that must be answered with one of two words."""

    widget = "radio"
    kind = "bool"

    def __init__(self, label: str, yes: str, no: str, **traits: Unpack[Traits]) -> None:
        super().__init__(label, **(traits | {"choices": (("true", yes), ("false", no))}))
        self.words = f"{yes}或者{no}"
        self.error_messages |= {"required": f"请选择{self.words}。", "null": f"请选择{self.words}。"}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        answer = _flag(value)
        if answer is None:
            raise ValidationError(f"{self.label}须选择{self.words}。")
        return answer


class Tick(Entry[bool]):
    """A box to tick; not ticked is False. With `must`, the form is refused with that message unless it is ticked."""

    widget = "checkbox"
    kind = "bool"

    def __init__(self, label: str, *, must: str | None = None, **traits: Unpack[Traits]) -> None:
        super().__init__(label, **(traits | {"default": False} if must is None else traits))
        self.must = must
        if must is not None:
            self.error_messages |= {"required": must, "null": must}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        ticked = _flag(value)
        if ticked is None:
            raise ValidationError(f"{self.label}只能勾选或者不勾选。")
        if self.must is not None and not ticked:
            raise ValidationError(self.must)
        return ticked


def _flag(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    if not isinstance(value, str):
        return None
    word = value.strip().lower()
    return True if word in _YES else False if word in _NO else None
