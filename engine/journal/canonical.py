"""Canonical JSON and digests (规范编码): the bytes that are hashed, one way only.

Source: RFC 8785 for the value space used here (no floats, integers below 2^53, keys in the basic plane);
RFC 6962 section 2.1 for the leaf prefix 0x00.
"""

from hashlib import sha256
from typing import cast

import orjson

from engine.events.codec import Plain

GENESIS = "0" * 64
"""The digest before the first entry of a stream."""

_LIMIT = 2**53


class CanonicalError(ValueError):
    """A value has no canonical form here: a float, a large integer, a key beyond the basic plane, a lone surrogate."""


def canonical(value: Plain) -> bytes:
    """Return the one byte string that stands for the value."""
    _check(value)
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:
        raise CanonicalError(str(error)) from error


def parse(content: str | bytes) -> dict[str, Plain]:
    """Return the object that canonical bytes stand for; CanonicalError if they are not canonical."""
    raw = content.encode() if isinstance(content, str) else content
    try:
        value = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise CanonicalError(str(error)) from error
    if not isinstance(value, dict) or canonical(value) != raw:
        raise CanonicalError("not in canonical form")
    return cast("dict[str, Plain]", value)


def digest(content: bytes) -> str:
    """Return the digest of an entry: SHA-256 over 0x00 and its canonical bytes, in hexadecimal."""
    return sha256(b"\x00" + content).hexdigest()


def _check(value: Plain) -> None:
    # Texts first: most values are, and every entry passes here.
    if isinstance(value, str) or value is None or value is True or value is False:
        return
    if isinstance(value, int):
        if abs(value) >= _LIMIT:
            raise CanonicalError("an integer beyond 2^53")
    elif isinstance(value, list):
        for item in value:
            _check(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str) or not (key.isascii() or max(key) <= "\uffff"):
                raise CanonicalError(f"a key that is not text of the basic plane: {key!r}")
            _check(item)
    else:
        raise CanonicalError(f"{type(value).__name__} has no canonical form")
