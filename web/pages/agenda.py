"""The calendar (日历): deadlines as list and month, and the address under which other calendars read them."""

from datetime import date, timedelta

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.actor import SYSTEM
from engine.clock import local_date, random_token
from engine.commands.calendar_feed import MakeCalendarFeed, RevokeCalendarFeed
from engine.queries.agenda import Agenda, AgendaAfter, AgendaMonth, FeedItems, MyFeed
from engine.rules.deadlines import DEADLINES
from web import ical, login, render
from web.request import actor, ask, engine, execute, house, page_number
from web.token import digest

blueprint = Blueprint("agenda", __name__)
blueprint.before_request(login.demand)

feeds = Blueprint("feed", __name__)
"""What calendars fetch; the secret in the address is the key, nobody is logged in."""

VIEWS = {"all": "全部", "overdue": "已超期", "soon": "三日内到期", "told": "已向我预警", "provisional": "暂定日期"}
_LAST = "\uffff"
"""Sorts behind every id of a deadline."""

WHOSE = {"mine": "我主办、协办的", "all": "所辖全部"}


@blueprint.get("/calendar")
def index() -> ResponseReturnValue:
    """Show the deadlines as a list, under the conditions that stand in the address."""
    return _page()


@blueprint.get("/calendar/month")
def month() -> ResponseReturnValue:
    """Show the deadlines of a month by days."""
    first = _day(request.args.get("month", "") + "-01") or _today()
    first = first.replace(day=1)
    whose, key = _whose(), _key()
    weeks = ask(AgendaMonth(first=first, whose=whose, key=key))
    before, after = (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=31)).replace(day=1)
    following = None
    if not any(cell.items or cell.duties for week in weeks for cell in week if cell.inside):
        behind = ask(AgendaAfter(whose=whose, key=key, after=(after - timedelta(days=1), _LAST), count=1))
        following = next((item for _, item in behind if item.clock.due is not None), None)
    return render_template(
        "agenda/month.html",
        weeks=weeks,
        first=first,
        before=before,
        after=after,
        following=following,
        given={"whose": whose, "key": key},
        whose=WHOSE,
        today=_today(),
        titles=_titles(),
    )


@blueprint.post("/calendar/feed")
def make() -> ResponseReturnValue:
    """Make an address and show it, this once."""
    secret = random_token()
    execute(MakeCalendarFeed(digest=digest(secret)))
    return _page(secret)


@blueprint.post("/calendar/feed/revoke")
def revoke() -> ResponseReturnValue:
    """End the address."""
    execute(RevokeCalendarFeed())
    flash("订阅地址已停用，日历里不会再更新。")
    return redirect(url_for("agenda.index"), 303)


@feeds.get("/calendar/feed/<secret>.ics")
def read(secret: str) -> ResponseReturnValue:
    """Return the deadlines of the person whose address it is; an address that was ended does not exist."""
    found = engine().ask(FeedItems(digest=digest(secret)), SYSTEM)
    if found is None:
        abort(404)
    text = ical.feed(*found, agency=render.department().name, base=house().settings.public_url, now=engine().clock.now())
    return Response(text, content_type="text/calendar; charset=utf-8", headers={"X-Robots-Tag": "noindex"})


def _page(secret: str | None = None) -> str:
    view = request.args.get("view", "all")
    query = Agenda(
        whose=_whose(), view=view if view in VIEWS else "all", key=_key(), day=_day(request.args.get("day", "")), page=page_number(request)
    )
    address = None if secret is None else f"{house().settings.public_url}{url_for('feed.read', secret=secret)}"
    return render_template(
        "agenda/index.html", query=query, list=ask(query), views=VIEWS, whose=WHOSE, feed=ask(MyFeed()), address=address, titles=_titles()
    )


def _whose() -> str:
    """Return whose deadlines are meant; who leads others begins with theirs."""
    usual = "mine" if "officer" in actor().roles else "all"
    given = request.args.get("whose", usual)
    return given if given in WHOSE else usual


def _key() -> str | None:
    key = request.args.get("key")
    return key if key in DEADLINES else None


def _titles() -> dict[str, str]:
    return {key: rule.title for key, rule in DEADLINES.items()}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _today() -> date:
    return local_date(engine().clock.now())
