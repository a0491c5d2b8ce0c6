"""The security log (安全日志): log-ins, failures, locks and refusals, for the audit administrator."""

from collections.abc import Mapping

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from engine.queries.security_log import SecurityLog
from web import login
from web.request import actor, ask, page_number

blueprint = Blueprint("security", __name__)
blueprint.before_request(login.demand)

KINDS: Mapping[str, str] = {"login": "登录", "login_failed": "登录失败", "locked": "账号锁定", "refused": "越权被拒", "logout": "退出"}


@blueprint.get("/security")
def index() -> ResponseReturnValue:
    """Show the log; the filter stands in the address."""
    kind = request.args.get("kind")
    query = SecurityLog(kind=kind if kind in KINDS else None, text=request.args.get("q", "")[:100], page=page_number(request))
    layout = "audit/layout.html" if "auditor" in actor().roles else "base.html"
    return render_template("security/index.html", query=query, list=ask(query), kinds=KINDS, layout=layout)
