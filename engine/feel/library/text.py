"""Functions of texts (字符串函数, DMN 1.5, table 74); positions count characters from 1, from the end when negative."""

from collections.abc import Iterable
from decimal import Decimal

from engine.feel.calendar import Date, Duration, Instant, Months, Time
from engine.feel.dictionary import is_name
from engine.feel.error import FeelError
from engine.feel.function import function
from engine.feel.temporal import duration_text
from engine.feel.value import UNBOUNDED, Range, number_text

TEXT_LIMIT = 1_000_000
"""Characters of a text that a function makes; with more of them a few calls would fill the memory before they are counted."""


def bounded(pieces: Iterable[str], delimiter: str = "") -> str:
    """Return the pieces as one text; FeelError as soon as it would grow beyond a million characters."""
    kept: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece) + (len(delimiter) if kept else 0)
        if length > TEXT_LIMIT:
            raise FeelError(f"文本超过 {TEXT_LIMIT} 个字符", "", 0)
        kept.append(piece)
    return delimiter.join(kept)


def plain_text(value: object) -> str | None:
    """Return the text of a value as `string(…)` gives it; null for null."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case Decimal():
            return number_text(value)
        case Date() | Instant() | Time():
            return str(value)
        case Duration() | Months():
            return duration_text(value)
        case _:
            return _compound_text(value)


def _compound_text(value: object) -> str | None:
    match value:
        case list():
            return f"[{bounded((_inner_text(item) for item in value), ', ')}]"
        case dict():
            return f"{{{bounded((f'{_key_text(name)}: {_inner_text(item)}' for name, item in value.items()), ', ')}}}"
        case Range():
            return _range_text(value)
        case _:
            return None


def _inner_text(value: object) -> str:
    return _quoted(value) if isinstance(value, str) else plain_text(value) or "null"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _key_text(name: str) -> str:
    return name if is_name(name) else _quoted(name)


def _range_text(value: Range) -> str:
    if value.low is UNBOUNDED:
        return f"({'<=' if value.high_closed else '<'} {_inner_text(value.high)})"
    if value.high is UNBOUNDED:
        return f"({'>=' if value.low_closed else '>'} {_inner_text(value.low)})"
    opening, closing = "[" if value.low_closed else "(", "]" if value.high_closed else ")"
    return f"{opening}{_inner_text(value.low)}..{_inner_text(value.high)}{closing}"


def _substring(text: str, start: Decimal, length: Decimal | None = None) -> str | None:
    if not 1 <= abs(start) <= len(text) or (length is not None and length < 1):
        return None
    first = int(start) - 1 if start > 0 else len(text) + int(start)
    return text[first:] if length is None else text[first : first + int(min(length, Decimal(len(text))))]


def _before(text: str, match: str) -> str:
    return text.partition(match)[0] if match and match in text else ""


def _after(text: str, match: str) -> str:
    if not match:
        return text
    return text.partition(match)[2] if match in text else ""


def _joined(texts: list[object], delimiter: object = None) -> str | None:
    known = [text for text in texts if text is not None]
    if not all(isinstance(text, str) for text in known) or not (delimiter is None or isinstance(delimiter, str)):
        return None
    return bounded((text for text in known if isinstance(text, str)), delimiter or "")


FUNCTIONS = (
    function("string", "from: any", call=plain_text),
    function("string length", "string: string", call=lambda text: Decimal(len(text))),
    function("contains", "string: string, match: string", call=lambda text, match: match in text),
    function("starts with", "string: string, match: string", call=str.startswith),
    function("ends with", "string: string, match: string", call=str.endswith),
    function("upper case", "string: string", call=str.upper),
    function("lower case", "string: string", call=str.lower),
    function("substring", "string: string, start position: number, length: number", "string: string, start position: number", call=_substring),
    function("substring before", "string: string, match: string", call=_before),
    function("substring after", "string: string, match: string", call=_after),
    function("string join", "list: list, delimiter: any", "list: list", call=_joined),
)
