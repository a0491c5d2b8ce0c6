"""Signed messages (接口往来): requests go out as JSON by POST, answers come in the same way; both are signed and tell their moment.

`Zhifa-Timestamp` is the instant in seconds since 1970; `Zhifa-Signature` is `v1=` and the HMAC-SHA-256, in hexadecimal, over the timestamp, a
full stop and the body, under the key that both sides hold. While a key is being replaced, there is a signature of each, with a comma between.
The body carries a `nonce`. What is older or newer than five minutes, is signed with no living key, or bears a nonce that came before, is refused.
"""

import hmac
import json
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

import httpx

from engine.actor import SYSTEM, Actor
from engine.clock import random_name
from engine.commands.collaboration import TakeMaterials
from engine.commands.partner_key import NotePartnerContact
from engine.departments.partner import KINDS, Partner
from engine.queries.collaboration import PartnerRequest, RequestView
from engine.queries.partner_key import LastContact, LivingKeys
from web import package
from web.house import House

TIMESTAMP = "Zhifa-Timestamp"
SIGNATURE = "Zhifa-Signature"

WINDOW = 300
"""Seconds by which the clocks of both sides may differ."""

MOST_SIGNATURES = 4
"""How many signatures of a message are looked at."""

PATIENCE = 10.0
"""Seconds that another department's machine has for an answer."""


NOTED = timedelta(minutes=1)
"""Contacts are noted to the minute, so that a flood of messages is no flood of writing."""


@dataclass(frozen=True, slots=True)
class SharedKey:
    """A key that one department shares with this installation, with the id under which it is known."""

    id: str
    secret: bytes


def key_of(secret: str, partner: str, salt: str) -> bytes:
    """Return a key, made from the installation's own secret: what is stored of it, the salt, tells nobody else the key."""
    return hmac.new(secret.encode(), f"webhook:{partner}:{salt}".encode(), sha256).hexdigest().encode()


def salt_of(secret: str, page: str) -> str:
    """Return the salt of the key that a page makes, 32 hexadecimal digits; without the installation's secret nobody tells it from the page."""
    return hmac.new(secret.encode(), f"webhook-salt:{page}".encode(), sha256).hexdigest()[:32]


def mark_of(key: bytes) -> str:
    """Return by what both sides tell which key they hold."""
    return sha256(key).hexdigest()[:8]


def keys_of(house: House, partner: str) -> list[SharedKey]:
    """Return the living keys of a department, the newest first; one that was made from another secret of the installation is none."""
    found = [(row, key_of(house.settings.secret, partner, row.salt)) for row in house.engine.ask(LivingKeys(partner=partner), SYSTEM)]
    return [SharedKey(row.id, key) for row, key in found if mark_of(key) == row.mark]


def note(house: House, partner: str, way: str, key_id: str | None = None, what: str = "") -> None:
    """Note a contact, at most once a minute."""
    last = house.engine.ask(LastContact(partner=partner, way=way, key_id=key_id), SYSTEM)
    if last is None or house.engine.clock.now() - last >= NOTED:
        house.engine.execute(NotePartnerContact(partner=partner, way=way, key_id=key_id, what=what), SYSTEM)


def sign(key: bytes, timestamp: str, body: bytes) -> str:
    """Return the signature of a message."""
    return "v1=" + hmac.new(key, timestamp.encode() + b"." + body, sha256).hexdigest()


def is_fresh(timestamp: str, now: datetime) -> bool:
    """Tell whether a message was signed within the window."""
    return timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12 and abs(now.timestamp() - int(timestamp)) <= WINDOW


def is_genuine(key: bytes, timestamp: str, body: bytes, signatures: str) -> bool:
    """Tell whether one of the signatures of a message was made with the key."""
    right = sign(key, timestamp, body).encode()
    return any(hmac.compare_digest(right, signature.strip().encode()) for signature in signatures.split(",")[:MOST_SIGNATURES])


def machine(partner: Partner) -> Actor:
    """Return the machine of a department as somebody of that department."""
    return Actor(id=f"api:{partner.code}", name=f"{partner.name}（接口）", roles=frozenset({"partner"}), partner=partner.code)


def send(house: House, partner: Partner, request_id: str) -> None:
    """Post a request with its letter and materials; ValueError where the other side does not take it, OSError where it is not there.

    That the other side took it (2xx) is its receipt.
    """
    keys, actor = keys_of(house, partner.code), machine(partner)
    view = house.engine.ask(PartnerRequest(request_id=request_id), actor)
    try:
        _post(house, partner, view, keys)
    except (OSError, ValueError) as error:
        note(house, partner.code, "failed", what=str(error))
        raise
    for key in keys:
        note(house, partner.code, "out", key.id)
    house.engine.execute(TakeMaterials(case_id=view.case_id, request_id=view.id), actor)


def _post(house: House, partner: Partner, view: RequestView, keys: list[SharedKey]) -> None:
    if not keys:
        raise ValueError(f"{partner.name}没有可用的接口密钥，请先在“部门接口”生成")
    body, timestamp = _body(house, partner, view), str(int(house.engine.clock.now().timestamp()))
    signatures = ",".join(sign(key.secret, timestamp, body) for key in keys)
    headers = {"Content-Type": "application/json", TIMESTAMP: timestamp, SIGNATURE: signatures}
    try:
        answer = httpx.post(partner.webhook, content=body, headers=headers, timeout=PATIENCE, follow_redirects=False)
    except httpx.HTTPError as error:
        raise OSError(f"{partner.name}的接口没有应答（{type(error).__name__}）") from error
    if not answer.is_success:
        raise ValueError(f"{partner.name}的接口答复{answer.status_code}")


def _body(house: House, partner: Partner, view: RequestView) -> bytes:
    materials = [
        {
            "kind": piece.kind,
            "name": piece.name,
            "file_name": piece.file_name,
            "sha256": piece.sha256,
            "content": _text(house.files.get(piece.sha256)),
        }
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
        "letter": _text(package.letter(house, view.id, machine(partner))),
        "materials": materials,
    }
    return json.dumps(message, ensure_ascii=False, sort_keys=True).encode()


def _text(content: bytes) -> str:
    return b64encode(content).decode()
