"""Operation (运行): settings, health and queue, for the system administrator; nothing of any case."""

import re

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from engine.commands.outbox import ResendItem
from engine.queries.operation import Operation
from printing import font
from web import login
from web.request import ask, execute, house

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


@blueprint.post("/operation/queue/<int:number>")
def resend(number: int) -> ResponseReturnValue:
    """Try something again that had been given up."""
    execute(ResendItem(item=number))
    flash("已放回队列，马上再试。")
    return redirect(url_for("operation.show"), 303)
