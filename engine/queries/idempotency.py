"""Idempotency keys (幂等键): which of a series of commands were carried out, for whoever goes on with the series."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import select

from engine.actor import Actor
from engine.model import IdempotencyKey
from engine.queries.query import Query, Reading, answers

SYSTEM_ONLY = frozenset({"SYSTEM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredKeys(Query[Mapping[str, Any]]):
    """The keys that begin like this and were given with a command, each with the answer."""

    prefix: str = ""


@answers(AnsweredKeys, roles=SYSTEM_ONLY)
def answered_keys(query: AnsweredKeys, actor: Actor, reading: Reading) -> Mapping[str, Any]:
    """Return the answers by key."""
    del actor
    asked = select(IdempotencyKey.key, IdempotencyKey.response).where(IdempotencyKey.key.startswith(query.prefix, autoescape=True))
    return {row.key: orjson.loads(row.response) for row in reading.connection.execute(asked)}
