"""Annual statistics on A4 (年度统计): the table of a year as it is published, or as a draft; nobody is named in it."""

from dataclasses import dataclass

from printing.press import CODE, environment, typeset


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line: the values of the four quarters and of the year, or of the year alone, as they are printed."""

    title: str
    unit: str
    part: bool
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines under a heading, with a note on how they are counted."""

    title: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on the paper; `version` is None for a draft, `published_on` an ISO date, None before the publication.

    `causes` are code, title, cases filed, decisions, and fines in yuan.
    """

    agency: str
    year: int
    version: int | None
    published_on: str | None
    reason: str | None
    groups: tuple[Group, ...]
    causes: tuple[tuple[str, ...], ...]


def render(sheet: Sheet, *, address: str) -> bytes:
    """Return the paper as PDF with the QR code of its public page."""
    return typeset(environment().get_template("public/statistics.html").render(sheet=sheet, qr=CODE), check_url=address)
