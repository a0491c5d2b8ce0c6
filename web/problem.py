"""Problems (问题说明): every error as a machine reads it, `application/problem+json`. Source: RFC 9457."""

from collections.abc import Mapping

from flask import Response, current_app, json, request
from werkzeug.exceptions import HTTPException

from engine.errors import InvalidInputError, LawError, RefusalError, StaleVersionError

MEDIA_TYPE = "application/problem+json"
ROOT = "/api/v1"

HTTP: Mapping[int, tuple[str, str, str]] = {
    400: ("bad_request", "请求不完整", "请求不能读取，请核对写法。"),
    401: ("not_authenticated", "没有有效的令牌", "请在Authorization里带上令牌。"),
    403: ("not_allowed", "没有权限", "这个令牌或者它的主人不能做这件事。"),
    404: ("not_found", "没有这个地址", "请对照 /api/v1/openapi.json。"),
    405: ("method_not_allowed", "方法不对", "这个地址不能这样用，可用的方法见Allow。"),
    413: ("too_large", "正文过大", "JSON正文不超过1兆字节，文件不超过20兆字节。"),
    415: ("unsupported_media_type", "正文类型不对", "请核对Content-Type。"),
    429: ("too_many_requests", "请求太频繁", "请等Retry-After所说的秒数后再试。"),
    500: ("server_error", "系统出错，什么也没有保存", "已经记录，维护人员会处理。"),
}
"""What each error of HTTP is called, where no refusal of the engine stands behind it: code, title, and what to do."""


def wanted() -> bool:
    """Return whether a machine asks."""
    return request.path.startswith(f"{ROOT}/") or request.path == ROOT


def of_refusal(refusal: RefusalError, title: str) -> Response:
    """Return a refusal of the engine; a version that is over fails the precondition that the client set (RFC 9110, 13.1.1)."""
    more: dict[str, object] = {"basis": refusal.basis, "field": refusal.field}
    if isinstance(refusal, InvalidInputError):
        more["fields"] = {name: list(messages) for name, messages in refusal.fields.items()}
    if isinstance(refusal, StaleVersionError):
        more["version"] = refusal.current
    status = 412 if isinstance(refusal, StaleVersionError) else refusal.status
    return answer(status, refusal.code, title, refusal.message, more, place="law" if isinstance(refusal, LawError) else refusal.code)


def of_http(error: HTTPException) -> Response:
    """Return an error of HTTP; what its raiser said in Chinese is told, what the library says is not."""
    status = error.code or 500
    code, title, message = HTTP.get(status, (f"http_{status}", "请求不能处理", "请对照 /api/v1/openapi.json。"))
    said = error.description or ""
    detail = said if any("\u4e00" <= sign <= "\u9fff" for sign in said) else message
    made = answer(status, getattr(error, "problem", code), title, detail, {})
    made.headers.extend(header for header in error.get_headers() if header[0] in {"Allow", "Retry-After", "WWW-Authenticate"})
    return made


def answer(status: int, code: str, title: str, detail: str, more: Mapping[str, object], *, place: str | None = None) -> Response:
    """Return a problem; `type` leads to the place of the page where the code is explained, what says nothing is left out."""
    body = {"type": f"/api/#{place or code}", "title": title, "status": status, "code": code, "detail": detail}
    body |= {name: value for name, value in more.items() if value is not None}
    return current_app.response_class(json.dumps(body), status=status, mimetype=MEDIA_TYPE)
