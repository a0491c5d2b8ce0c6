"""Delegations (授权代理): who stands in for whom, granted and revoked by the two whom it concerns."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.clock import local_date
from engine.commands.delegation import EndDelegation, GrantDelegation
from engine.errors import InvalidInputError, LawError, NotAllowedError
from engine.queries.delegation import MyDelegations
from engine.queries.person import People
from engine.rules.delegation import OFFICES, SCOPES
from web import login
from web.filled import FilledForm, at_field
from web.request import actor, ask, engine, execute, typed

blueprint = Blueprint("delegation", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/delegations")
def index() -> ResponseReturnValue:
    """Show what one delegated and what one was entrusted with."""
    _check_office()
    return render_template("delegation/index.html", list=ask(MyDelegations()), scopes=SCOPES, me=actor().id, today=_today())


@blueprint.get("/delegations/new")
def new() -> ResponseReturnValue:
    """Show the form of a delegation."""
    return _page(FilledForm(forms.describe("delegation"), {"valid_from": _today().isoformat()}))


@blueprint.post("/delegations/new")
def grant() -> ResponseReturnValue:
    """Grant a delegation."""
    data = typed(request)
    try:
        execute(GrantDelegation(data=data))
    except InvalidInputError as refusal:
        return _page(FilledForm(forms.describe("delegation"), data, refusal.fields)), refusal.status
    except LawError as refusal:
        return _page(FilledForm(forms.describe("delegation"), data, at_field(refusal)), refusal), refusal.status
    flash("已授权。受托人的待办里会出现这些事项，案卷记明代您办理。")
    return redirect(url_for("delegation.index"), 303)


@blueprint.post("/delegations/<delegation_id>/end")
def end(delegation_id: str) -> ResponseReturnValue:
    """End a delegation before its term."""
    try:
        execute(EndDelegation(delegation_id=delegation_id, data=typed(request)))
        flash("授权已终止。")
    except InvalidInputError as refusal:
        flash("；".join(message for messages in refusal.fields.values() for message in messages))
    return redirect(url_for("delegation.index"), 303)


def _page(filled: FilledForm, refusal: LawError | None = None) -> str:
    _check_office()
    people = [user for user in ask(People()) if OFFICES.intersection(user.roles) and user.id != actor().id]
    return render_template("delegation/new.html", filled=filled, refusal=refusal, people=people, offices=OFFICES)


def _today() -> date:
    return local_date(engine().clock.now())


def _check_office() -> None:
    if not actor().roles & OFFICES:
        raise NotAllowedError("只有负责人和中队长可以授权和受托。")
