"""The start (首页): in the demonstration who one may be; elsewhere the way to the log-in."""

import flask_login
from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from engine.actor import SYSTEM
from engine.queries.person import DemonstrationAccounts
from web import city, role, tour
from web.password import DEMONSTRATION
from web.request import actor, engine, house

blueprint = Blueprint("start", __name__)


@blueprint.get("/")
def show() -> ResponseReturnValue:
    """Show the accounts of the demonstration; whoever is logged in goes to the work."""
    if flask_login.current_user.is_authenticated:
        return redirect(url_for(role.home(actor().roles)), 303)
    if not house().settings.demonstration:
        return redirect(url_for("login.show"), 303)
    accounts = engine().ask(DemonstrationAccounts(), SYSTEM)
    does = {person.login: person.does for person in city.people()}
    return render_template("start/show.html", accounts=accounts, does=does, password=DEMONSTRATION, tours=tour.TOURS.values(), seen=tour.seen())
