"""The specification (接口规范): the OpenAPI 3.1 document of all doors, made by flask-smorest and completed with what holds for all of them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from flask import Flask
from flask.typing import ResponseReturnValue
from flask_smorest import Api
from flask_wtf.csrf import CSRFProtect
from marshmallow import fields as kinds

import forms
from engine.rules.token import SCOPES
from forms.schema import schema
from web.api import (
    absence,
    agenda,
    audit,
    benchmark,
    case,
    catalogue,
    credit,
    delegation,
    device,
    document,
    draft,
    evidence,
    form,
    holiday,
    inspection,
    me,
    officer,
    panel,
    parameter,
    partner_key,
    party,
    procedure,
    publication,
    reply,
    search,
    service,
    spread,
    statistics,
    task,
    token,
    user,
)
from web.api.door import Door, Operation
from web.api.rate import Limiter
from web.api.shape import FORMATS, Shape, field_of
from web.api.upload import described
from web.house import House
from web.problem import MEDIA_TYPE, ROOT

DOORS: tuple[Door, ...] = tuple(
    room.door
    for room in (
        me,
        case,
        agenda,
        task,
        procedure,
        evidence,
        party,
        officer,
        panel,
        document,
        search,
        publication,
        credit,
        draft,
        catalogue,
        form,
        benchmark,
        spread,
        statistics,
        parameter,
        holiday,
        service,
        absence,
        delegation,
        device,
        inspection,
        user,
        token,
        partner_key,
        audit,
    )
)
"""All doors, in the order of the page."""

TEXT = "行政执法办案的数据接口。JSON for everything that people may do in the office; how to begin is told at /api/."

CLOSED: Mapping[str, str] = {
    "SetPassword": "a password is set by its person, in a browser",
    "RegisterUser": "people are enrolled by the form (EnrolUser), systems on the command line",
    "ResetPassword": "a password is set by a person, in a browser",
    "MakeCalendarFeed": "a secret address is shown once, in a browser",
    "RevokeCalendarFeed": "it ends on the page on which it was made",
    "LinkCollaboration": "a secret address is shown once, in a browser",
    "UnlinkCollaboration": "it ends on the page on which it was made",
    "ReplyCollaboration": "a department answers on its own pages, by link, or by signed message",
    "TakeMaterials": "a department takes what was sent on its own pages or by link",
    "ResendItem": "an operator sees on the page what was given up, and why",
    "IssuePartnerKey": "a key is shown once, in a browser or on the command line",
    "IssueToken": "no token makes another: who stole one would have it for ever",
}
"""The commands that people may give and machines may not, each with the reason."""

HEADERS: Mapping[str, Mapping[str, Any]] = {
    "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "required": False,
        "description": "同一个键只办一次，重发得到第一次的回答；键相同而内容不同的，422 key_reused。",
        "schema": {"type": "string", "pattern": "^[A-Za-z0-9_.:-]{8,64}$"},
    },
    "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "required": False,
        "description": "查看案件时得到的ETag；其间本案有新的办理的，412 stale_version，什么也不保存。",
        "schema": {"type": "string", "pattern": '^("[0-9]{1,9}"|\\*)$'},
    },
    "IfNoneMatch": {"name": "If-None-Match", "in": "header", "required": False, "schema": {"type": "string"}},
}


class Problem(Shape):
    """An error (RFC 9457); `code` is stable, `basis` the statute, `field` and `fields` what is at fault."""

    type = kinds.String(required=True)
    title = kinds.String(required=True)
    status = kinds.Integer(required=True)
    code = kinds.String(required=True)
    detail = kinds.String(required=True)
    basis = kinds.String()
    field = kinds.String()
    fields_ = kinds.Dict(keys=kinds.String(), values=kinds.List(kinds.String()), data_key="fields")
    version = field_of(int, required=False)


def prepare(app: Flask, house: House, csrf: CSRFProtect) -> None:
    """Hang all doors into the application. A bearer's request carries no cookie's power, so that nothing can be forged with one."""
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # Flask's own provider has it.
    app.extensions["limiter"] = Limiter(house.settings.api_rate)
    for door in DOORS:
        app.register_blueprint(door.blueprint)
        csrf.exempt(door.blueprint)
    app.register_blueprint(reply.blueprint)
    csrf.exempt(reply.blueprint)
    app.add_url_rule(f"{ROOT}/openapi.json", "openapi", show)


def show() -> ResponseReturnValue:
    """Return the document; it is the same for everybody."""
    return specification()


@cache
def specification() -> dict[str, Any]:
    """Return the OpenAPI document, put together once from the doors alone, in an application that serves nobody."""
    app = Flask("specification")
    app.config.update({"API_TITLE": "执法 Zhifa", "API_VERSION": "v1", "OPENAPI_VERSION": "3.1.0"})
    api = Api()
    api.ERROR_SCHEMA = Problem
    api.init_app(app)
    for kind, *name in FORMATS:
        api.register_field(kind, *name)
    for door in DOORS:
        api.register_blueprint(door.blueprint)
    return _completed(api.spec.to_dict())


def operations() -> Iterator[tuple[Door, Operation]]:
    """Yield every endpoint with its door."""
    for door in DOORS:
        for operation in door.operations:
            yield door, operation


def _completed(made: dict[str, Any]) -> dict[str, Any]:
    """Return the document with titles, scopes, headers, forms, and errors of their own media type."""
    parts = made.setdefault("components", {})
    parts["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "description": "；".join(f"{key} {SCOPES[key]}" for key in SCOPES)}}
    parts["parameters"] = {name: dict(header) for name, header in HEADERS.items()}
    parts["schemas"] |= {f"form.{key}": dict(schema(key)) for key in forms.FORMS}
    parts["responses"] = {name: _as_problem(said) for name, said in parts.get("responses", {}).items()}
    made["info"]["description"] = TEXT
    made["servers"] = [{"url": "/"}]
    made["tags"] = [{"name": door.title} for door in DOORS]
    for door, operation in operations():
        path = made["paths"][operation.rule.replace("<", "{").replace(">", "}")]
        _complete(path[operation.method.lower()], door, operation)
    return made


def _complete(said: dict[str, Any], door: Door, operation: Operation) -> None:
    said["tags"] = [door.title]
    said["security"] = [{"bearer": [operation.scope]}]
    extra = [*_headers(operation)]
    said["parameters"] = said.get("parameters", []) + [{"$ref": f"#/components/parameters/{name}"} for name in extra]
    if operation.parts:
        said["requestBody"] = described(*operation.parts)
    if operation.form is not None:
        named = operation.form in forms.FORMS
        body = {"$ref": f"#/components/schemas/form.{operation.form}"} if named else {"type": "object", "description": operation.form}
        said["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}


def _headers(operation: Operation) -> Iterator[str]:
    if operation.gives is not None:
        yield "IdempotencyKey"
        if "case_id" in operation.gives.__dataclass_fields__:
            yield "IfMatch"
    elif operation.rule == f"{ROOT}/cases/<case_id>":
        yield "IfNoneMatch"


def _as_problem(said: dict[str, Any]) -> dict[str, Any]:
    content = said.get("content", {})
    return said | {"content": {MEDIA_TYPE: next(iter(content.values()))}} if content else said
