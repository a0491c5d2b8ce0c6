"""Uploads (上传): the parts of a multipart request, each known by its name."""

from collections.abc import Collection
from typing import Any

from flask import request
from werkzeug.exceptions import UnsupportedMediaType

from engine.errors import InvalidInputError


def read_parts(*texts: str) -> dict[str, Any]:
    """Return the texts, and the bytes and the name of the part `file`; refuses another type of body, unknown parts and a missing file."""
    if request.mimetype != "multipart/form-data":
        raise UnsupportedMediaType("正文须为multipart/form-data。")
    if unknown := (request.form.keys() | request.files.keys()) - {*texts, "file"}:
        raise InvalidInputError(_unknown(sorted(unknown)))
    file = request.files.get("file")
    if file is None:
        raise InvalidInputError({"file": ["必填。"]})
    name = (file.filename or "").replace("\\", "/").rpartition("/")[2]
    return {text: request.form.get(text, "") for text in texts} | {"file_name": name, "content": file.read()}


def described(*texts: str) -> dict[str, Any]:
    """Return the body as OpenAPI has it."""
    properties = {text: {"type": "string"} for text in texts} | {"file": {"type": "string", "format": "binary"}}
    schema = {"type": "object", "properties": properties, "required": ["file"], "additionalProperties": False}
    return {"required": True, "content": {"multipart/form-data": {"schema": schema}}}


def _unknown(names: Collection[str]) -> dict[str, list[str]]:
    return {name[:64] if name.isprintable() else "?": ["没有这一项。"] for name in list(names)[:20]}
