"""Operation (运行): settings, health and queue, for the system administrator; nothing of any case."""

import re

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from engine.queries.operation import Operation
from printing import font
from web import login
from web.request import ask, house

_SECRET = re.compile(r":[^:/@]+@")
"""The password in the address of a database."""

blueprint = Blueprint("operation", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/operation")
def show() -> ResponseReturnValue:
    """Show what this installation runs with and how it is doing."""
    view = ask(Operation())
    health = {
        "数据库应答": house().database.answers(),
        "字体齐全": not font.unprintable("执法䶮堃喆镕"),
        "期限按时触发": view.late == 0,
        "队列没有失败": not view.dead,
        "检索编全": view.unindexed <= 0,
    }
    return render_template(
        "operation/show.html",
        view=view,
        health=health,
        settings=[(name, _SECRET.sub(":（已设置）@", value)) for name, value in house().settings.lines()],
    )
