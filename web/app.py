"""The application (应用): everything that answers a request, put together from top to bottom."""

from pathlib import Path

from flask import Flask, Response, request, send_from_directory
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFProtect

from web import login, refusal, render
from web import tour as walk
from web.api import spec
from web.house import House
from web.pages import (
    absence,
    agenda,
    amendment,
    annotation,
    api,
    audit,
    benchmark,
    case,
    collaboration,
    credit,
    deadline,
    delegation,
    device,
    document,
    draft,
    evidence,
    explanation,
    holiday,
    inspection,
    inspection_plan,
    office,
    office_duty,
    officer,
    operation,
    panel,
    parameter,
    partner_key,
    password,
    people,
    procedure,
    publication,
    reply,
    search,
    security,
    spread,
    start,
    statistics,
    table_editor,
    task,
    token,
    tour,
    work,
)
from web.password import ORDINARY, Cost, Passwords
from web.portal import portal

VENDOR = Path(__file__).parent.parent / ".zhifa" / "vendor"
"""Front-end files that the launcher's set-up copies; none is committed."""

LARGEST_REQUEST = 21 * 1024 * 1024
"""One file of twenty megabytes with the words around it."""

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"  # No inline anything.
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
"""Source: OWASP ASVS 5.0 3.4."""


ROOMS = (
    start,
    work,
    case,
    amendment,
    annotation,
    search,
    publication,
    credit,
    task,
    procedure,
    officer,
    panel,
    collaboration,
    reply,
    evidence,
    document,
    draft,
    password,
    delegation,
    absence,
    token,
    people,
    office,
    security,
    operation,
    partner_key,
    audit,
    api,
    tour,
    benchmark,
    table_editor,
    explanation,
    parameter,
    spread,
    agenda,
    deadline,
    holiday,
    device,
    inspection,
    inspection_plan,
    office_duty,
    statistics,
)
"""Every room of the house that has pages of its own."""


def create_app(house: House, *, cost: Cost = ORDINARY) -> Flask:
    """Return the web application of a house; `cost` is what hashing a password costs, lower in tests."""
    house.settings.check()
    app = Flask("web", root_path=str(Path(__file__).parent))
    app.config.update(_config(house))
    app.extensions["house"] = house
    render.prepare(app)
    walk.prepare(app)
    csrf = CSRFProtect(app)
    spec.prepare(app, house, csrf)
    csrf.exempt(reply.blueprint)
    refusal.prepare(app)
    login.prepare(app, Passwords(cost))
    for room in ROOMS:
        app.register_blueprint(room.blueprint)
    app.register_blueprint(agenda.feeds)
    app.register_blueprint(portal, url_prefix="/public")
    app.add_url_rule("/static/vendor/<path:name>", "vendor", _vendor)
    app.after_request(_protect)
    return app


def _config(house: House) -> dict[str, object]:
    https = house.settings.https
    return {
        "SECRET_KEY": house.settings.secret,
        "MAX_CONTENT_LENGTH": LARGEST_REQUEST,
        "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
        "SESSION_COOKIE_NAME": "__Host-zhifa" if https else "zhifa",
        "SESSION_COOKIE_SECURE": https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        # A form stays good as long as its session; sessions have their own end.
        "WTF_CSRF_TIME_LIMIT": None,
        "JSON_AS_ASCII": False,
    }


def _vendor(name: str) -> ResponseReturnValue:
    return send_from_directory(VENDOR, name, max_age=3600)


def _protect(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint == "static" and "v" in request.args:
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    elif request.endpoint not in {"static", "vendor"}:
        response.headers.setdefault("Cache-Control", "no-store")
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
    return response
