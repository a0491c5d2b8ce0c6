"""The statistics of the years on the portal (年度统计): every published version, with its table and its paper; nobody is named."""

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.queries.statistics import PublicStatistics, PublishedStatistics, PublishedYears
from web import statistics
from web.portal.data import download, send
from web.portal.pages import BRIEFLY, PUBLIC, answer, portal
from web.render import department
from web.request import engine, house


@portal.get("/statistics")
def years() -> ResponseReturnValue:
    """Show the years that were published."""
    return answer(render_template("portal/years.html", years=engine().ask(PublishedYears(), PUBLIC)), BRIEFLY)


@portal.get("/statistics/<int:year>")
def statistics_of(year: int) -> ResponseReturnValue:
    """Show the statistics of a year, or a version that was replaced."""
    return answer(render_template("portal/statistics.html", found=_found(year)), BRIEFLY)


@portal.get("/statistics/<int:year>.csv")
def statistics_table(year: int) -> ResponseReturnValue:
    """Send the statistics as a table."""
    found = _found(year)
    return send(statistics.table(year, found.table), "text/csv", f"statistics-{year}-{found.shown.version}.csv")


@portal.get("/statistics/<int:year>.pdf")
def statistics_paper(year: int) -> Response:
    """Send the statistics on A4."""
    found = _found(year)
    shown = found.shown
    sheet = statistics.sheet(department().name, year, shown.version, shown.published_on.isoformat(), shown.reason, found.table)
    content = statistics.pdf(sheet, f"{house().settings.public_url}{url_for('portal.statistics_of', year=year)}")
    return download(content, "application/pdf", f"{year}年度行政执法统计年报（第{shown.version}版）.pdf")


def _found(year: int) -> PublicStatistics:
    text = request.args.get("version", "")
    version = int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None  # No year has ten thousand versions.
    return engine().ask(PublishedStatistics(year=year, version=version), PUBLIC)
