"""Functions of texts (字符串函数); positions count characters from 1, from the end when negative."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from engine.feel.function import function
from engine.feel.temporal import duration_text
from engine.feel.value import Months, number_text


def plain_text(value: object) -> str | None:
    """Return the text of a value as `string(…)` gives it; null for null."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case Decimal():
            return number_text(value)
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta() | Months():
            return duration_text(value)
        case list():
            return f"[{', '.join(_inner_text(item) for item in value)}]"
        case dict():
            return f"{{{', '.join(f'{name}: {_inner_text(item)}' for name, item in value.items())}}}"
    return None


def _inner_text(value: object) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return plain_text(value) or "null"


def _substring(text: str, start: Decimal, length: Decimal | None = None) -> str | None:
    if not 1 <= abs(start) <= len(text) or (length is not None and length < 1):
        return None
    first = int(start) - 1 if start > 0 else len(text) + int(start)
    return text[first:] if length is None else text[first : first + int(min(length, Decimal(len(text))))]


def _before(text: str, match: str) -> str:
    return text.partition(match)[0] if match in text else ""


def _after(text: str, match: str) -> str:
    return text.partition(match)[2] if match in text else ""


def _joined(texts: list[object], delimiter: str = "") -> str | None:
    known = [text for text in texts if text is not None]
    return delimiter.join(text for text in known if isinstance(text, str)) if all(isinstance(text, str) for text in known) else None


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
    function("string join", "list: list, delimiter: string", "list: list", call=_joined),
)
