"""Bodies (请求正文): JSON that means the same to everybody who reads it; what is doubtful is refused before anything else looks at it.

Source: RFC 8259, RFC 7493 (I-JSON): UTF-8, no name twice, no number that a double cannot hold, no half of a surrogate pair.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn

from flask import Request
from marshmallow import RAISE, Schema, ValidationError
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from engine.errors import InvalidInputError

LARGEST = 1024 * 1024
"""Bytes of a body of JSON; files come as multipart."""

DEEPEST = 16
_LONGEST_NUMBER = 40


class NoJsonError(BadRequest):
    """The body is not JSON as it must be; the description says why, in Chinese."""

    problem = "invalid_json"


def read_object(sent: Request) -> dict[str, Any]:
    """Return the object that the body holds; 415 for another type, 413 for too much, NoJsonError for all else that is wrong."""
    value = read(sent)
    if not isinstance(value, dict):
        raise NoJsonError("正文须为一个JSON对象。")
    return value


def read(sent: Request) -> Any:
    """Return what the body holds. Numbers with a point are exact decimals."""
    if sent.mimetype != "application/json":
        raise UnsupportedMediaType("正文须为application/json。")
    sent.max_content_length = LARGEST
    try:
        text = sent.get_data().decode("utf-8")
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse, parse_float=_decimal, parse_int=_integer)
    except UnicodeDecodeError:
        raise NoJsonError("正文不是UTF-8编码。") from None
    except RecursionError:
        raise NoJsonError("嵌套过深。") from None
    except json.JSONDecodeError as error:
        raise NoJsonError(f"正文不是JSON：第{error.lineno}行第{error.colno}列。") from None
    _check(value)
    return value


class Parser(FlaskParser):
    """Reads bodies and queries by their schemas; what is wrong or unknown is refused as the engine refuses it, field by field."""

    DEFAULT_UNKNOWN_BY_LOCATION: dict[str, str | None] = {"json": RAISE, "query": RAISE}  # noqa: RUF012  # Declared so by webargs.

    def load_json(self, req: Request, schema: Schema) -> Any:
        """Return the body."""
        return read_object(req)

    def handle_error(self, error: ValidationError, req: Request, schema: Schema, **rest: Any) -> NoReturn:
        """Refuse with every field that is wrong."""
        (messages,) = error.messages_dict.values()
        raise InvalidInputError(dict(_flat(messages)))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NoJsonError("同一个名称出现了两次。")
    return found


def _refuse(word: str) -> NoReturn:
    raise NoJsonError(f"{word}不是JSON的数。")


def _decimal(text: str) -> Decimal:
    value = Decimal(text) if len(text) <= _LONGEST_NUMBER else None
    if value is None or abs(value.adjusted()) > _LONGEST_NUMBER:
        raise NoJsonError("数字过长，请写成文字。")
    return value


def _integer(text: str) -> int:
    value = int(text) if len(text) <= _LONGEST_NUMBER else None
    if value is None or abs(value) >= 2**53:
        raise NoJsonError("整数过大，请写成文字。")
    return value


def _check(value: Any) -> None:
    """Refuse what lies too deep, and texts that no database and no paper can hold."""
    ahead: list[tuple[Any, int]] = [(value, 0)]
    while ahead:
        item, depth = ahead.pop()
        if depth > DEEPEST:
            raise NoJsonError("嵌套过深。")
        if isinstance(item, str):
            _check_text(item)
        elif isinstance(item, Mapping):
            for name in item:
                _check_text(name)
                if any(sign > "\uffff" for sign in name):
                    raise NoJsonError("名称含有基本平面以外的字符。")
            ahead += [(inner, depth + 1) for inner in item.values()]
        elif isinstance(item, list):
            ahead += [(inner, depth + 1) for inner in item]


def _check_text(text: str) -> None:
    if "\x00" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise NoJsonError("文字含有不能保存的字符。")


def _flat(messages: Any, name: str = "") -> Any:
    """Yield the name of each refused field, with dots between its parts, and its messages; what nobody asked for is not repeated at length."""
    if isinstance(messages, Mapping):
        for part, inner in messages.items():
            shown = str(part) if len(str(part)) <= 64 and str(part).isprintable() else "?"
            yield from _flat(inner, name if part == "_schema" else f"{name}.{shown}" if name else shown)
    else:
        yield name, [str(message) for message in messages]
