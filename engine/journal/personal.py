"""Commitments (承诺): how personal data enter the journal so that they can be erased and the chain stays whole.

Source: 个人信息保护法 Art. 47; the commitment is SHA-256 over a random salt of 128 bits and the canonical value.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256

import orjson
from sqlalchemy import Connection, select

from engine.events.codec import Plain
from engine.events.fact import FACTS, personal_fields
from engine.journal.canonical import canonical
from engine.model import Personal

MARK = "commitment"


def commit(value: Plain, salt: str) -> str:
    """Return the commitment to a value."""
    return sha256(salt.encode() + b"\x00" + canonical(value)).hexdigest()


def conceal(body: dict[str, Plain], salt: str) -> list[tuple[str, str, str]]:
    """Replace the personal fields of an encoded fact by commitments; return (commitment, salt, plain JSON) of each."""
    kept = []
    for name in sorted(personal_fields(FACTS[str(body["fact"])])):
        value = body[name]
        if value is not None:
            mark = commit(value, f"{salt}.{name}")
            kept.append((mark, f"{salt}.{name}", canonical(value).decode()))
            body[name] = {MARK: mark}
    return kept


def reveal(body: Mapping[str, Plain], plain_texts: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return an encoded fact with its personal fields in plain; an erased one becomes None."""
    hidden = personal_fields(FACTS[str(body["fact"])])
    return {name: _reveal(value, plain_texts) if name in hidden else value for name, value in body.items()}


def plain_texts(connection: Connection, stream: str) -> dict[str, Plain]:
    """Return the personal values of a stream by commitment, erased ones left out; `mismatches` says whether they are still true."""
    rows = connection.execute(select(Personal.commitment, Personal.value).where(Personal.stream == stream, Personal.value.is_not(None)))
    return {row.commitment: orjson.loads(row.value) for row in rows}


def mismatches(connection: Connection, stream: str) -> Iterable[str]:
    """Yield the commitments of a stream whose stored plain text was changed."""
    for row in connection.execute(select(Personal.commitment, Personal.salt, Personal.value).where(Personal.stream == stream)):
        if row.value is not None and commit(orjson.loads(row.value), row.salt) != row.commitment:
            yield row.commitment


def _reveal(value: Plain, texts: Mapping[str, Plain]) -> Plain:
    return texts.get(str(value[MARK])) if isinstance(value, dict) and value.keys() == {MARK} else value
