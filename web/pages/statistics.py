"""Annual statistics (年度统计): the table of a year, its way to the public, and its files."""

from collections.abc import Callable
from datetime import date
from urllib.parse import quote

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.commands.command import Command
from engine.commands.statistics import ApproveStatistics, FinaliseStatistics, PublishStatistics, ReportStatistics, ReturnStatistics
from engine.errors import InvalidInputError, LawError
from engine.queries.statistics import StatisticsOfYear, StatisticsView
from engine.rules.statistics import RECIPIENTS
from web import login, render, statistics
from web.request import actor, ask, execute, house

blueprint = Blueprint("statistics", __name__)
blueprint.before_request(login.demand)


@blueprint.get("/statistics")
def index() -> ResponseReturnValue:
    """Show the year that was over last; the draft of the present one where nothing is older."""
    return redirect(url_for("statistics.show", year=ask(StatisticsOfYear()).year), 303)


@blueprint.get("/statistics/<int:year>")
def show(year: int) -> ResponseReturnValue:
    """Show the newest version, another one, or the draft."""
    return _page(year)


@blueprint.post("/statistics/<int:year>")
def finalise(year: int) -> ResponseReturnValue:
    """Freeze the figures; what was typed is kept where it is refused."""
    return _done(
        year,
        lambda: FinaliseStatistics(
            year=year, licence=_count("licence"), inspection=_count("inspection"), source=_text("source"), reason=_text("reason")
        ),
        "已定稿，等负责人批准。",
    )


@blueprint.post("/statistics/<int:year>/<statistics_id>/approve")
def approve(year: int, statistics_id: str) -> ResponseReturnValue:
    """Approve the publication."""
    return _done(year, lambda: ApproveStatistics(statistics=statistics_id), "已批准，请公示员公布。")


@blueprint.post("/statistics/<int:year>/<statistics_id>/return")
def give_back(year: int, statistics_id: str) -> ResponseReturnValue:
    """Return the version."""
    return _done(year, lambda: ReturnStatistics(statistics=statistics_id, reason=_text("reason")), "已退回法制科。")


@blueprint.post("/statistics/<int:year>/<statistics_id>/publish")
def publish(year: int, statistics_id: str) -> ResponseReturnValue:
    """Publish the version."""
    return _done(year, lambda: PublishStatistics(statistics=statistics_id), "已公布。向政府和上级部门报告以后，登记回执。")


@blueprint.post("/statistics/<int:year>/<statistics_id>/report")
def report(year: int, statistics_id: str) -> ResponseReturnValue:
    """Record that it was reported."""
    return _done(
        year,
        lambda: ReportStatistics(
            statistics=statistics_id, recipient=_text("recipient"), name=_text("name"), reported_on=_day("reported_on"), receipt=_text("receipt")
        ),
        "已登记报告。",
    )


@blueprint.get("/statistics/<int:year>.csv")
def table(year: int) -> ResponseReturnValue:
    """Send what is shown as a table."""
    view = ask(StatisticsOfYear(year=year, version=_version()))
    return _file("".join(statistics.table(year, view.table)).encode(), "text/csv", f"{_name(view)}.csv")


@blueprint.get("/statistics/<int:year>.pdf")
def paper(year: int) -> ResponseReturnValue:
    """Send what is shown on A4."""
    view = ask(StatisticsOfYear(year=year, version=_version()))
    shown = view.version
    sheet = statistics.sheet(
        render.department().name,
        year,
        None if shown is None else shown.version,
        None if shown is None or shown.published_on is None else shown.published_on.isoformat(),
        None if shown is None else shown.reason,
        view.table,
    )
    content = statistics.pdf(sheet, f"{house().settings.public_url}{url_for('portal.statistics_of', year=year)}")
    return _file(content, "application/pdf", f"{_name(view)}.pdf")


def _done(year: int, command: Callable[[], Command[object]], note: str) -> ResponseReturnValue:
    """Carry out a step and come back to the year; what is wrong with a field stands beside it."""
    try:
        execute(command())
    except InvalidInputError as refusal:
        return _page(year, {name: list(messages) for name, messages in refusal.fields.items()}), refusal.status
    except LawError as refusal:
        if refusal.field is None or refusal.field not in request.form:
            raise
        return _page(year, {refusal.field: [f"{refusal.message}（{refusal.basis}）"]}), refusal.status
    flash(note)
    return redirect(url_for("statistics.show", year=year), 303)


def _page(year: int, errors: dict[str, list[str]] | None = None) -> str:
    return render_template(
        "statistics/show.html",
        view=ask(StatisticsOfYear(year=year, version=_version())),
        roles=actor().roles,
        me=actor().id,
        recipients=RECIPIENTS,
        states=statistics.STATES,
        errors=errors or {},
        typed=request.form,
        draft=request.args.get("version") == "0",
    )


def _file(content: bytes, kind: str, name: str) -> Response:
    return Response(content, content_type=f"{kind}; charset=utf-8", headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"})


def _name(view: StatisticsView) -> str:
    return f"{view.year}年度行政执法统计年报（{'草稿' if view.version is None else f'第{view.version.version}版'}）"


def _version() -> int | None:
    text = request.args.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None


def _text(name: str) -> str:
    return request.form.get(name, "")


def _count(name: str) -> int:
    text = _text(name).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else -1


def _day(name: str) -> date:
    try:
        return date.fromisoformat(_text(name))
    except ValueError:
        raise InvalidInputError({name: ["请填日期。"]}) from None
