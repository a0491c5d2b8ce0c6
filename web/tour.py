"""Tours (导览): short walks through the demonstration, stop by stop, each opened as the one who would see it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, request, url_for

from engine.actor import SYSTEM
from engine.queries.case_file import CaseFile, Cases
from engine.queries.portal import PublicConditions, PublishedDecisions
from engine.queries.worklist import Worklist
from web.request import ask, engine, house

COOKIE = "tour"
"""Where a browser keeps which stops were seen, the last one at the end."""

ENDED = "end"
"""Stands at the end of the cookie when the walk is over."""

DECISION = "D19"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One sentence and where it leads.

    Attributes:
        to: `page` (an address), `task` (a step that waits, of a party), `case`, `audit` (a case in the replay, at a step),
            `published` (a decision on the portal) or `checked` (the check of its paper); the last four by words of the party.
        who: as whom, by login; None needs no log-in.
    """

    says: str
    to: str
    at: str
    who: str | None = None
    party: str = ""
    step: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tour:
    """A walk through the demonstration as one kind of reader."""

    key: str
    title: str
    about: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where somebody stands on a tour: the number of the stop counts from 1."""

    tour: Tour
    number: int

    @property
    def stop(self) -> Stop:
        """Return the stop itself."""
        return self.tour.stops[self.number - 1]

    @property
    def next(self) -> int | None:
        """Return the number of the next stop, None at the last."""
        return self.number + 1 if self.number < len(self.tour.stops) else None


def _read() -> Mapping[str, Tour]:
    text = Path(__file__).with_name("demonstration") / "tours.toml"
    entries = tomllib.loads(text.read_text(encoding="utf-8"))["tour"]
    return {entry["key"]: Tour(**{**entry, "stops": tuple(Stop(**stop) for stop in entry["stops"])}) for entry in entries}


TOURS: Mapping[str, Tour] = _read()
"""The tours by their keys, in the order in which the start page names them."""


def find(key: str, number: int) -> Here | None:
    """Return a stop of a tour, or None."""
    tour = TOURS.get(key)
    return Here(tour=tour, number=number) if tour is not None and 1 <= number <= len(tour.stops) else None


def address(stop: Stop) -> str:
    """Return where a stop leads for who is logged in; where its case is gone, the list in which it would stand."""
    match stop.to:
        case "task":
            waiting = ask(Worklist(step=stop.at)).items
            items = sorted(waiting, key=lambda item: stop.party not in item.party)
            return url_for("task.show", case_id=items[0].case_id, task_id=items[0].task_id) if items else url_for("work.index")
        case "case" | "audit":
            rows = ask(Cases(text=stop.at)).rows
            room = "case" if stop.to == "case" else "audit"
            return url_for(f"{room}.show", case_id=rows[0].case.id, step=stop.step) if rows else url_for(f"{room}.index")
        case "published" | "checked":
            return _public(stop)
        case _:
            return stop.at


def _public(stop: Stop) -> str:
    rows = engine().ask(PublishedDecisions(conditions=PublicConditions(text=stop.at)), SYSTEM).rows
    if not rows:
        return url_for("portal.home")
    if stop.to == "published":
        return url_for("portal.decision", publication_id=rows[0].id)
    papers = engine().ask(CaseFile(case_id=rows[0].case_id), SYSTEM).documents
    return url_for("portal.check", token=next(paper.token for paper in papers if paper.code == DECISION))


def seen() -> list[tuple[str, int]]:
    """Return the stops that this browser has seen, in the order in which it came to them."""
    marks = [mark.partition(".") for mark in request.cookies.get(COOKIE, "")[:1000].split("-")]
    return [(key, int(number)) for key, _, number in marks if number.isdecimal() and len(number) < 3 and find(key, int(number))]


def remember(response: Response, stops: list[tuple[str, int]], *, ended: bool = False) -> Response:
    """Return the answer with a cookie that holds the stops."""
    marks = [f"{key}.{number}" for key, number in stops] + ([ENDED] if ended else [])
    response.set_cookie(COOKIE, "-".join(marks), secure=house().settings.https, httponly=True, samesite="Lax")
    return response


def here() -> Here | None:
    """Return the stop at which this browser stands, None where no tour is being walked."""
    stops = seen() if house().settings.demonstration else []
    if not stops or request.cookies.get(COOKIE, "").endswith(ENDED):
        return None
    return find(*stops[-1])


def prepare(app: Flask) -> None:
    """Let every page know whether it is seen on a tour."""
    app.jinja_env.globals.update(tour_here=here)
