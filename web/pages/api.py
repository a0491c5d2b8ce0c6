"""The page of the doors for machines (数据接口说明): how to begin, what can be called, what errors mean. It is the same for everybody."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from engine.errors import STATUS
from engine.rules.token import SCOPES
from web import problem
from web.api.example import EXAMPLES
from web.api.spec import DOORS, specification
from web.refusal import TITLES
from web.request import house

blueprint = Blueprint("api", __name__)

OURS = {"invalid_json": (400, "正文不是JSON，或者写法含糊"), "scope_missing": (403, "令牌没有这项权限")}
"""Codes that only the doors know."""


@blueprint.get("/api/")
def show() -> ResponseReturnValue:
    """Show the page."""
    base = house().settings.public_url
    return render_template("api/index.html", base=base, examples=EXAMPLES, scopes=SCOPES, nouns=list(_nouns()), codes=dict(sorted(_codes().items())))


def _codes() -> Mapping[str, tuple[int, str]]:
    """Return every code that is no refusal by law, with its status and its title."""
    refusals = {code: (412 if code == "stale_version" else STATUS.get(code, 409), title) for code, title in TITLES.items()}
    return {code: (status, title) for status, (code, title, _) in problem.HTTP.items()} | refusals | OURS


def _nouns() -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Yield the endpoints of each noun, as the specification has them."""
    paths = specification()["paths"]
    for door in DOORS:
        rows: list[Mapping[str, Any]] = []
        for operation in door.operations:
            path = operation.rule.replace("<", "{").replace(">", "}")
            said = paths[path][operation.method.lower()]
            query = [item["name"] for item in said.get("parameters", ()) if item.get("in") == "query"]
            row = {"method": operation.method, "path": path, "summary": said["summary"], "scope": operation.scope, "query": query}
            rows.append(row | {"body": _body(said), "form": operation.form})
        yield door.title, rows


def _body(said: Mapping[str, Any]) -> list[str]:
    """Return the names of what the body holds, where it is neither a form nor nothing."""
    content: Mapping[str, Any] = said.get("requestBody", {}).get("content", {})
    schema: Mapping[str, Any] = next((part["schema"] for part in content.values()), {})
    name = schema.get("$ref", "").rpartition("/")[2]
    found = specification()["components"]["schemas"].get(name, schema)
    return [] if name.startswith("form.") else list(found.get("properties", ()))
