"""Answers of other departments' machines (接口答复): signed, fresh, each once; not a door for tokens, since no person stands behind it."""

import json
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from engine.commands.collaboration import ReplyCollaboration
from engine.departments.partner import Partner
from engine.errors import InvalidInputError
from engine.queries.collaboration import NumberedRequest
from web.problem import ROOT
from web.render import department
from web.request import engine, house
from web.webhook import SIGNATURE, TIMESTAMP, is_fresh, is_genuine, keys_of, machine, note

blueprint = Blueprint("partner_reply", __name__, url_prefix=ROOT)

WORDS = ("outcome", "answer", "promised_on", "contact")
"""The fields of the form of an answer."""


@blueprint.post("/partners/<code>/replies")
def receive(code: str) -> ResponseReturnValue:
    """Take an answer in; 401 for what is not signed by this department now, 404 for another's request, 409 for a message that came before."""
    partner = department().partners.get(code)
    body = request.get_data()
    if partner is None or "api" not in partner.ways or not _signed(partner, body):
        abort(401, "签名不对，或者时间戳不在五分钟以内。")
    message, actor = _read(body), machine(partner)
    nonce = _word(message, "nonce")
    view = engine().ask(NumberedRequest(number=_word(message, "number")), actor)
    data = {name: message[name] for name in WORDS if name in message}
    command = ReplyCollaboration(
        case_id=view.case_id, request_id=view.id, data=data, files=_files(message), way="api", nonce=nonce
    )  # fmt: skip
    engine().execute(command, actor)
    return {"number": view.number, "accepted": True}, 201


def _signed(partner: Partner, body: bytes) -> bool:
    """Tell whether a message is fresh and signed with a living key of the department; either way it is noted for the operator."""
    stamp, signatures = request.headers.get(TIMESTAMP, ""), request.headers.get(SIGNATURE, "")
    used = next((key for key in keys_of(house(), partner.code) if is_genuine(key.secret, stamp, body, signatures)), None)
    if used is None or not is_fresh(stamp, engine().clock.now()):
        note(house(), partner.code, "refused", what="签名不对" if used is None else "时间戳不在五分钟以内")
        return False
    note(house(), partner.code, "in", used.id)
    return True


def _read(body: bytes) -> Mapping[str, Any]:
    """Return the message; InvalidInputError names what should not be in it."""
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        abort(400, "正文须为JSON。")
    if not isinstance(message, dict):
        abort(400, "正文须为JSON对象。")
    if strange := message.keys() - {"nonce", "number", "files", *WORDS}:
        raise InvalidInputError({str(name): ["没有这一项。"] for name in strange})
    return message


def _word(message: Mapping[str, Any], name: str) -> str:
    value = message.get(name)
    if not isinstance(value, str) or not 1 <= len(value) <= 64 or not value.isprintable():
        raise InvalidInputError({name: ["须为1至64个字的文字。"]})
    return value


def _files(message: Mapping[str, Any]) -> tuple[tuple[str, bytes], ...]:
    files = message.get("files") or []
    try:
        return tuple((str(file["name"]), b64decode(file["content"], validate=True)) for file in files)
    except (TypeError, KeyError, ValueError, Base64Error):
        raise InvalidInputError({"files": ["须为名称和Base64内容的列表。"]}) from None
