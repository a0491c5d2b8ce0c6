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

REFUSED: Mapping[str, str] = {
    "not_allowed": "没有权限",
    "not_found": "不在范围内",
    "officer_recused": "已经回避",
    "same_person": "前面的环节是同一人办理",
    "key_reused": "用别处的编号重复提交",
}
"""Why a command or a question was refused, by the code of the refusal."""


@blueprint.get("/security")
def index() -> ResponseReturnValue:
    """Show the log; the filter stands in the address."""
    kind = request.args.get("kind")
    query = SecurityLog(kind=kind if kind in KINDS else None, text=request.args.get("q", "")[:100], page=page_number(request))
    layout = "audit/layout.html" if "auditor" in actor().roles else "base.html"
    return render_template("security/index.html", query=query, list=ask(query), kinds=KINDS, told=told, layout=layout)


def told(detail: str) -> tuple[str, str]:
    """Return what the log keeps of a refusal as its reason in words and the name of what was asked; of other events as it is."""
    code, _, what = detail.partition(" ")
    return (REFUSED[code], what) if code in REFUSED else ("", detail)
