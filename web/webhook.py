"""Signed messages (接口往来): requests go out as JSON by POST, answers come in the same way; both are signed and tell their moment.

`Zhifa-Timestamp` is the instant in seconds since 1970; `Zhifa-Signature` is `v1=` and the HMAC-SHA-256, in hexadecimal, over the timestamp, a
full stop and the body, under the key that both sides hold. The body carries a `nonce`. What is older or newer than five minutes, is signed
with another key, or bears a nonce that came before, is refused.
"""

import hmac
import json
from base64 import b64encode
from datetime import datetime
from hashlib import sha256

import httpx

from engine.actor import Actor
from engine.clock import random_name
from engine.departments.partner import KINDS, Partner
from engine.queries.collaboration import PartnerRequest
from web import package
from web.house import House

TIMESTAMP = "Zhifa-Timestamp"
SIGNATURE = "Zhifa-Signature"

WINDOW = 300
"""Seconds by which the clocks of both sides may differ."""

PATIENCE = 10.0
"""Seconds that another department's machine has for an answer."""


def key_of(secret: str, partner: str) -> bytes:
    """Return the key that one department shares with this installation, made from the installation's own secret."""
    return hmac.new(secret.encode(), b"webhook:" + partner.encode(), sha256).hexdigest().encode()


def sign(key: bytes, timestamp: str, body: bytes) -> str:
    """Return the signature of a message."""
    return "v1=" + hmac.new(key, timestamp.encode() + b"." + body, sha256).hexdigest()


def is_genuine(key: bytes, timestamp: str, body: bytes, signature: str, now: datetime) -> bool:
    """Tell whether a message was signed with the key within the window."""
    right = hmac.compare_digest(sign(key, timestamp, body).encode(), signature.encode())
    fresh = timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12 and abs(now.timestamp() - int(timestamp)) <= WINDOW
    return right and fresh


def machine(partner: Partner) -> Actor:
    """Return the machine of a department as somebody of that department."""
    return Actor(id=f"api:{partner.code}", name=f"{partner.name}（接口）", roles=frozenset({"partner"}), partner=partner.code)


def send(house: House, partner: Partner, request_id: str) -> None:
    """Post a request with its letter and materials; ValueError where the other side does not take it, OSError where it is not there."""
    now = house.engine.clock.now()
    body, timestamp = _body(house, partner, request_id), str(int(now.timestamp()))
    signature = sign(key_of(house.settings.secret, partner.code), timestamp, body)
    headers = {"Content-Type": "application/json", TIMESTAMP: timestamp, SIGNATURE: signature}
    try:
        answer = httpx.post(partner.webhook, content=body, headers=headers, timeout=PATIENCE, follow_redirects=False)
    except httpx.HTTPError as error:
        raise OSError(f"{partner.name}的接口没有应答（{type(error).__name__}）") from error
    if not answer.is_success:
        raise ValueError(f"{partner.name}的接口答复{answer.status_code}")


def _body(house: House, partner: Partner, request_id: str) -> bytes:
    actor = machine(partner)
    view = house.engine.ask(PartnerRequest(request_id=request_id), actor)
    materials = [
        {"name": piece.name, "file_name": piece.file_name, "sha256": piece.sha256, "content": _text(house.files.get(piece.sha256))}
        for piece in view.materials
    ]
    message = {
        "nonce": random_name(),
        "number": view.number,
        "kind": view.kind,
        "kind_title": KINDS[view.kind],
        "questions": view.questions,
        "sent_at": view.sent_at.isoformat(),
        "due": view.due.isoformat(),
        "letter": _text(package.letter(house, view.id, actor)),
        "materials": materials,
    }
    return json.dumps(message, ensure_ascii=False, sort_keys=True).encode()


def _text(content: bytes) -> str:
    return b64encode(content).decode()
