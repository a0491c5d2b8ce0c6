"""Answers of other departments' machines (接口答复): signed, fresh, each once; not a door for tokens, since no person stands behind it."""

import json
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from engine.commands.collaboration import ReplyCollaboration
from engine.errors import InvalidInputError
from engine.queries.collaboration import NumberedRequest
from web.problem import ROOT
from web.render import department
from web.request import engine, house
from web.webhook import SIGNATURE, TIMESTAMP, is_genuine, key_of, machine

blueprint = Blueprint("partner_reply", __name__, url_prefix=ROOT)

WORDS = ("outcome", "answer", "promised_on", "contact")
"""The fields of the form of an answer."""


@blueprint.post("/partners/<code>/replies")
def receive(code: str) -> ResponseReturnValue:
    """Take an answer in; 401 for what is not signed by this department now, 404 for another's request, 409 for a message that came before."""
    partner = department().partners.get(code)
    body = request.get_data()
    stamp, signature = request.headers.get(TIMESTAMP, ""), request.headers.get(SIGNATURE, "")
    key = key_of(house().settings.secret, code)
    if not is_genuine(key, stamp, body, signature, engine().clock.now()) or partner is None or "api" not in partner.ways:
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
