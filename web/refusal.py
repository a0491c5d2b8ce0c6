"""Refusals as pages (拒绝): every error becomes a page, or JSON for a script, that says what, why and what to do now."""

import logging
from collections.abc import Mapping

from flask import Flask, Response, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from engine.errors import InvalidInputError, RefusalError
from engine.store.files import CorruptFileError
from web import problem

log = logging.getLogger("zhifa.web")

HTTP: Mapping[int, tuple[str, str]] = {
    400: ("这个请求不完整", "请回到上一页，刷新后再试。"),
    401: ("请先登录", "登录后回到这一页。"),
    403: ("您的角色不能办理此事", "需要办理的，请联系有此权限的同事。"),
    404: ("没有这一页", "地址可能输错了，或者内容不在您的办案范围内。"),
    405: ("这个地址不能这样用", "请从页面上的按钮或者链接进入。"),
    413: ("文件太大", "单个文件不超过20兆字节。照片可以先缩小，视频可以分段。"),
    415: ("不接受这种文件", "只接受照片（JPEG、PNG、WebP）、PDF、音频和视频（MP3、M4A、WAV、MP4），且内容须与扩展名相符。"),
    429: ("请求太频繁", "请稍等一分钟再试。"),
    500: ("系统出错，这一步没有保存", "已经记录，维护人员会处理。您可以回到上一页再试；填写过的内容在草稿里。"),
}

PUBLIC: Mapping[int, tuple[str, str]] = {
    404: ("没有这一页", "地址可能输错了，或者内容已经不再公开。"),
    500: ("网站出错了", "已经记录，维护人员会处理。请稍后再试。"),
}
"""What an error of HTTP is called where nobody is logged in: there are no cases in reach, and no drafts."""

TITLES: Mapping[str, str] = {
    "not_found": "没有找到",
    "not_allowed": "您的角色不能办理此事",
    "invalid_input": "填写的内容有误",
    "stale_version": "打开之后有了变动",
    "key_reused": "这一页已经提交过",
    "step_not_waiting": "这一步现在不能办理",
    "file_refused": "不接受这个文件",
    "too_large": "文件太大",
}
"""What each refusal is called at the top of a page; the others are refusals by law."""

HIDDEN = "查无此案"
"""What a case is called that is not there, or not in reach."""


def wants_json() -> bool:
    """Return whether a script asks, which gets JSON instead of a page."""
    return request.headers.get("X-Requested-With") == "fetch" or request.path.endswith(".json")


def refusal_title(refusal: RefusalError) -> str:
    """Return the headline of a refusal."""
    if refusal.message.startswith(HIDDEN):
        return HIDDEN
    return TITLES.get(refusal.code, "法律不允许这样办理")


def plain(refusal: RefusalError) -> dict[str, object]:
    """Return a refusal as JSON."""
    body: dict[str, object] = {"code": refusal.code, "message": refusal.message, "basis": refusal.basis, "field": refusal.field}
    if isinstance(refusal, InvalidInputError):
        body["fields"] = {name: list(messages) for name, messages in refusal.fields.items()}
    return body


def page(status: int, title: str, message: str, *, basis: str | None = None) -> Response:
    """Return the page of an error in the voice of the place where it happened."""
    return make_response(render_template("error/page.html", status=status, title=title, message=message, basis=basis, public=_public()), status)


def _public() -> bool:
    """Return whether the page belongs to those without an account: the portal, and the answers by a link that was sent."""
    return request.path.startswith(("/public", "/reply"))


def on_refusal(refusal: RefusalError) -> ResponseReturnValue:
    """Answer a refusal that no page has answered in its own way."""
    if problem.wanted():
        return problem.of_refusal(refusal, refusal_title(refusal))
    if wants_json():
        return jsonify(plain(refusal)), refusal.status
    return page(refusal.status, refusal_title(refusal), refusal.message, basis=refusal.basis)


def on_http(error: HTTPException) -> ResponseReturnValue:
    """Answer an error of HTTP in Chinese."""
    if error.response is not None or (error.code or 500) < 400:
        return error
    code = error.code or 500
    title, message = (PUBLIC if _public() and code in PUBLIC else HTTP).get(code, ("这个请求不能处理", "请回到上一页再试。"))
    if problem.wanted():
        return problem.of_http(error)
    if wants_json():
        return jsonify({"code": f"http_{code}", "message": f"{title}。{message}"}), code
    answer = page(code, title, message)
    answer.headers.extend(header for header in error.get_headers() if header[0] in {"Allow", "Retry-After"})
    return answer


def on_stale_form(error: CSRFError) -> ResponseReturnValue:
    """Answer a form whose session is gone: it may come from elsewhere, or the person logged out in another window."""
    log.info("form without a valid token on %s: %s", request.path, error.description)
    if wants_json():
        return jsonify({"code": "form_expired", "message": "页面已过期，请刷新后再试。"}), 400
    return page(400, "这一页已过期", "您可能在别的窗口退出或者重新登录过。请回到上一页，刷新后再提交；填写过的内容在草稿里。")


def on_corrupt_file(error: CorruptFileError) -> ResponseReturnValue:
    """Answer a stored file that changed: it is not served, and somebody must look."""
    log.critical("file %s is not what it was on %s", error, request.path)
    if problem.wanted():
        return problem.answer(500, "file_changed", "文件与入卷时的哈希不符", "文件可能被改动过，已停止提供。请联系审计员核对。", {})
    return page(500, "文件与入卷时的哈希不符", "文件可能被改动过，已停止提供。请联系审计员核对。")


def on_failure(error: Exception) -> ResponseReturnValue:
    """Answer what should not have happened: log it whole, tell the person nothing that helps an intruder."""
    log.error("failed on %s %s", request.method, request.path, exc_info=error)
    return on_http(InternalServerError())


def prepare(app: Flask) -> None:
    """Let the application answer every error itself."""
    app.register_error_handler(RefusalError, on_refusal)
    app.register_error_handler(CSRFError, on_stale_form)
    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(CorruptFileError, on_corrupt_file)
    app.register_error_handler(Exception, on_failure)
