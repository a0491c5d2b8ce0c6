"""Cursors (续取标记): where a list goes on, as the place of the last item and never a page number: nothing is skipped or told twice."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from marshmallow import fields as kinds
from marshmallow import validate

from engine.errors import InvalidInputError
from web.api.shape import MESSAGES

Item = TypeVar("Item")
Place = tuple[str, ...]
"""Where an item stands in its list: texts that sort as the list does."""

USUAL = 20
MOST = 100

PAGING: dict[str, Any] = {
    "cursor": kinds.String(
        load_default=None,
        validate=validate.Length(max=1_000, error="续取标记无效。"),
        metadata={"description": "上一次回答里的next，原样带回；首次不带。Where to go on: `next` of the answer before."},
    ),
    "limit": kinds.Integer(
        load_default=USUAL,
        validate=validate.Range(min=1, max=MOST, error=f"须为1至{MOST}。"),
        error_messages=MESSAGES,
        metadata={"description": f"一次最多几项，1至{MOST}，默认{USUAL}。Items of one answer."},
    ),
}
"""What every list may be asked."""


def write(place: Place) -> str:
    """Return a place as clients carry it, without knowing what it says."""
    return urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def read(text: str | None, *parts: Callable[[str], Any]) -> tuple[Any, ...] | None:
    """Return the place with its parts as they are read, None for the beginning; InvalidInputError for what was never given out."""
    if text is None:
        return None
    try:
        place = json.loads(urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4)))
        return tuple(part(_text(said)) for part, said in zip(parts, place, strict=True))
    except (Error, ValueError, TypeError, OverflowError, RecursionError):
        raise InvalidInputError({"cursor": ["续取标记无效，请从头取。"]}) from None


def instant(text: str) -> datetime:
    """Return an instant in UTC; ValueError where it names no zone."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found.astimezone(UTC)


def _text(said: object) -> str:
    if not isinstance(said, str) or "\x00" in said or not said.isprintable():
        raise ValueError(said)
    return said


def cut(items: Iterable[Item], place: Callable[[Item], Place], *, cursor: str | None, limit: int, length: int) -> dict[str, Any]:
    """Return so many of all items of a list after the cursor, in the order of their places, and where it goes on."""
    after = read(cursor, *[str] * length)
    ahead = sorted((item for item in items if after is None or place(item) > after), key=place)
    return answer(ahead, place, limit)


def answer(ahead: Sequence[Item], place: Callable[[Item], Place], limit: int) -> dict[str, Any]:
    """Return the first items of what lies ahead, and where the list goes on; None where that was all."""
    return {"items": ahead[:limit], "next": write(place(ahead[limit - 1])) if len(ahead) > limit else None}
