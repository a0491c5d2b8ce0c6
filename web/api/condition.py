"""Conditions (前提): what a request says beside its body: do it once only, and only on the version that was seen."""

import re

from flask import Request
from werkzeug.exceptions import BadRequest

from engine.actor import Actor
from engine.errors import StaleVersionError
from engine.queries.task import CaseVersion
from web.request import engine

_KEY = re.compile(r'"?([A-Za-z0-9_.:-]{8,64})"?')


def key(sent: Request, actor: Actor) -> str | None:
    """Return the key of the request, or None. Everybody's keys are their own: nobody meets another's.

    Source: draft-ietf-httpapi-idempotency-key-header.
    """
    text = sent.headers.get("Idempotency-Key")
    if text is None:
        return None
    found = _KEY.fullmatch(text.strip())
    if found is None:
        raise BadRequest("Idempotency-Key须为8至64位的字母、数字和-_.:。")
    return f"api:{actor.id}:{found[1]}"


def tag(version: int) -> str:
    """Return the strong tag of a version of a case; the answer that bears it says nothing that changes without the version."""
    return f'"{version}"'


def version(sent: Request, case_id: str, actor: Actor) -> int | None:
    """Return the version that the request must meet, None where any will do; StaleVersionError where none of its tags can be met.

    Source: RFC 9110, 13.1.1: strong comparison, `*` for anything that exists.
    """
    tags = sent.if_match
    if "If-Match" not in sent.headers or tags.star_tag:
        return None
    seen = [int(text) for text in tags.as_set() if re.fullmatch(r"\d{1,9}", text, re.ASCII)]
    if len(seen) == 1:
        return seen[0]
    current = engine().ask(CaseVersion(case_id=case_id), actor)
    if current not in seen:
        raise StaleVersionError(seen=max(seen, default=0), current=current)
    return current
