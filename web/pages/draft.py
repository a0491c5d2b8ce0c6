"""Drafts (草稿): what was typed is kept before it is submitted."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from engine.clock import SHANGHAI
from engine.commands.draft import SaveDraft
from web import login
from web.request import actor, engine

blueprint = Blueprint("draft", __name__)
blueprint.before_request(login.demand)


@blueprint.put("/drafts/<place>")
def save(place: str) -> ResponseReturnValue:
    """Keep what was typed at a place; the answer is the time of keeping."""
    data = request.get_json()
    if not isinstance(data, dict) or not all(isinstance(value, str | list) for value in data.values()):
        raise BadRequest
    engine().execute(SaveDraft(place=place, data=data), actor())
    return {"saved": f"{engine().clock.now().astimezone(SHANGHAI):%H:%M}"}
