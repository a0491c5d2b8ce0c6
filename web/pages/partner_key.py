"""Departments' interfaces (部门接口): the keys by which other departments' machines sign, for the system administrator."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.commands.partner_key import RevokePartnerKey
from engine.errors import InvalidInputError, KeyReusedError, StepNotWaitingError
from engine.queries.partner_key import PartnerChannels
from engine.rules.partner_key import MOST_OVERLAP, USUAL_OVERLAP
from web import login
from web.partner_key import STATES, made
from web.request import ask, execute, house, idempotency_key
from web.webhook import keys_of

blueprint = Blueprint("partner_key", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/operation/keys")
def index() -> ResponseReturnValue:
    """Show the departments that answer by machine, each with its keys."""
    return _page()


@blueprint.post("/operation/keys/<code>")
def issue(code: str) -> ResponseReturnValue:
    """Make a key and show it, this once; a page that was sent twice shows the key that it made."""
    typed = request.form.get("overlap", str(USUAL_OVERLAP)).strip()
    overlap = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else -1
    key, command = made(house(), code, overlap, idempotency_key(request))
    try:
        issued = execute(command)
    except InvalidInputError as refusal:
        return _page(at=code, problem=refusal.fields["overlap"][0]), refusal.status
    except (KeyReusedError, StepNotWaitingError) as refusal:
        return _page(at=code, problem=refusal.message), refusal.status
    if issued not in {shared.id for shared in keys_of(house(), code)}:
        return _page(at=code, problem="这一页生成的密钥已经注销或者到期，不再显示。"), 409
    return _page(at=code, key=key, mark=command.mark)


@blueprint.post("/operation/keys/<key_id>/revoke")
def revoke(key_id: str) -> ResponseReturnValue:
    """End a key."""
    execute(RevokePartnerKey(key_id=key_id))
    flash("密钥已注销，从现在起不再用它签名，也不再接受它的签名。")
    return redirect(url_for("partner_key.index"), 303)


def _page(at: str = "", *, key: str = "", mark: str = "", problem: str = "") -> str:
    channels = ask(PartnerChannels())
    return render_template(
        "operation/keys.html",
        channels=channels,
        usable={shared.id for channel in channels for shared in keys_of(house(), channel.partner)},
        states=STATES,
        usual=USUAL_OVERLAP,
        most=MOST_OVERLAP,
        public_url=house().settings.public_url,
        at=at,
        made=key,
        mark=mark,
        problem=problem,
    )
