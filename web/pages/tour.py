"""Tours (导览): the list of them, each of their stops, and their end; only in the demonstration."""

import flask_login
from flask import Blueprint, Response, make_response, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from engine.errors import NotFoundError
from web import tour
from web.request import house

blueprint = Blueprint("tour", __name__)


@blueprint.before_request
def _only_in_the_demonstration() -> None:
    if not house().settings.demonstration:
        raise NotFoundError("没有这一页。")


@blueprint.get("/tours")
def index() -> ResponseReturnValue:
    """Show the tours with what was seen of each."""
    return render_template("tour/index.html", tours=tour.TOURS.values(), seen=tour.seen())


@blueprint.get("/tours/<key>/<int:number>")
def stop(key: str, number: int) -> ResponseReturnValue:
    """Open a stop; whoever is somebody else logs in first, and comes back here."""
    here = tour.find(key, number)
    if here is None:
        raise NotFoundError("没有这一站。")
    if here.stop.who is not None and _login() != here.stop.who:
        flask_login.logout_user()
        session.clear()
        return redirect(url_for("login.show", account=here.stop.who, next=url_for("tour.stop", key=key, number=number)), 303)
    answer = make_response(redirect(tour.address(here.stop), 303))
    return tour.remember(answer, [*(mark for mark in tour.seen() if mark != (key, number)), (key, number)])


@blueprint.get("/tours/end")
def end() -> Response:
    """Leave the tour; what was seen stays ticked."""
    return tour.remember(make_response(redirect(url_for("tour.index"), 303)), tour.seen(), ended=True)


def _login() -> str | None:
    person = flask_login.current_user
    return person.user.login if person.is_authenticated else None
