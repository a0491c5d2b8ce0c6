"""Texts (文字): names, codes and paragraphs without invisible characters."""

import re
import unicodedata
from typing import Any, Unpack

from marshmallow import ValidationError

from forms.field.entry import Entry, Traits

NAME_LENGTH = 100
TEXT_LENGTH = 5_000
CODE_LENGTH = 64

_LINE_ENDS = re.compile(r"\r\n|\r|\u2028|\u2029")
_DIRECTIONS = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def text_problem(text: str, *, lines: bool) -> str | None:
    """Say in Chinese why a text cannot be stored and printed as it looks, or return None.

    Refused are control characters, halves of surrogate pairs, non-characters, and the invisible signs that turn the direction of writing:
    a document must say what the screen showed.
    """
    for char in text:
        if unicodedata.category(char) in {"Cc", "Cs"} and not (lines and char in "\n\t"):
            return "不能换行。" if char == "\n" else "含有不能打印的控制字符，请删去后重新输入。"
        if ord(char) & 0xFFFE == 0xFFFE or _DIRECTIONS.match(char):
            return "含有看不见的字符，请删去后重新输入。"
    return None


def half_width(text: str) -> str:
    """Return digits and Latin letters typed in full width as the usual ones."""
    return unicodedata.normalize("NFKC", text)


class Text(Entry[str]):
    """One line of text, at most `longest` characters after spaces at both ends are gone."""

    lines = False

    def __init__(self, label: str, *, longest: int = NAME_LENGTH, **traits: Unpack[Traits]) -> None:
        super().__init__(label, **traits)
        self.longest = longest

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError(f"{self.label}须为文字。")
        text = _LINE_ENDS.sub("\n", value).strip()
        if len(text) > self.longest:
            raise ValidationError(f"{self.label}不能超过{self.longest}字，现为{len(text)}字。")
        problem = text_problem(text, lines=self.lines)
        if problem is not None:
            raise ValidationError(f"{self.label}{problem}")
        return self.read(text)

    def read(self, text: str) -> str:
        """Return the clean text as it is kept; kinds with a pattern of their own refuse here."""
        return text


class Paragraph(Text):
    """Running text, with line breaks."""

    widget = "textarea"
    lines = True

    def __init__(self, label: str, *, longest: int = TEXT_LENGTH, **traits: Unpack[Traits]) -> None:
        super().__init__(label, longest=longest, **traits)


class Offence(Text):
    """The crime that a breach may be; naming it in the course of a case begins the transfer to the police."""

    def __init__(self, label: str = "涉嫌的罪名", **traits: Unpack[Traits]) -> None:
        begins = Traits(hint="如：污染环境罪。提交后随即启动移送公安机关。", basis="移送涉嫌犯罪案件规定第三条、第五条第一款")
        super().__init__(label, longest=60, **(begins | traits))


class Code(Text):
    """A code of letters, digits and a few signs: a cause, a user, an evidence, a receipt number.

    `pattern` is matched against the whole code in half width; `says` is the message where it does not fit.
    """

    def __init__(self, label: str, *, pattern: str = r"[^\s\x00-\x1f]+", says: str = "不能含有空格。", **traits: Unpack[Traits]) -> None:
        super().__init__(label, longest=CODE_LENGTH, **traits)
        self.pattern = re.compile(pattern)
        self.says = says

    def read(self, text: str) -> str:
        """Return the code in half width."""
        code = half_width(text)
        if len(code) > CODE_LENGTH or not self.pattern.fullmatch(code):
            raise ValidationError(f"{self.label}{self.says}")
        return code


class User(Code):
    """A person of the office, by id or login; whether there is such a person the engine knows."""

    widget = "user"

    def __init__(self, label: str, **traits: Unpack[Traits]) -> None:
        super().__init__(label, pattern=r"[0-9A-Za-z_.@-]+", says="须为人员编号或者登录名。", **traits)
