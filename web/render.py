"""Rendering (呈现): how dates, sums and names are written on pages, and what every template may use."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from flask import Flask, g, url_for
from jinja2 import StrictUndefined
from pypinyin import Style, lazy_pinyin

from engine.actor import SYSTEM
from engine.clock import random_name
from engine.commands.absence import KINDS as KINDS_OF_ABSENCE
from engine.departments.department import Department
from engine.departments.device import KINDS as DEVICE_KINDS
from engine.events import booking, hearing
from engine.events.amendment import ACTS
from engine.events.party import CAPACITIES
from engine.law.benchmark import RULES
from engine.law.causes import Basis
from engine.law.citation import spelled
from engine.queries.catalogue import CauseChoice, CauseChoices, OurDepartment
from engine.queries.clock import ClockReading
from engine.queries.inspection import READERS as INSPECTION_READERS
from engine.queries.party import identity_of
from engine.rules.document import DOCUMENTS
from engine.rules.enclosure import SECRECY
from engine.rules.evidence import KINDS, SOURCES
from engine.rules.inspection import KINDS as KINDS_OF_INSPECTION
from engine.rules.money import format_yuan, in_words
from engine.rules.tier import RATES
from web import outcome, role, words
from web.date import day, full_instant, instant, iso, short_day
from web.device import device
from web.limb import stoppable
from web.navigation import behind_more, places
from web.remedy import fallen
from web.request import engine
from web.stage import stages

__all__ = ["amount", "asset", "day", "department", "full_instant", "instant", "iso", "left", "prepare", "short_day", "size", "yuan"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?![0-9A-Za-z-])", re.ASCII)
_SUM = re.compile(r"(?<![\d.,])\d{4,}(?:\.\d+)?元", re.ASCII)

STATIC = Path(__file__).parent / "static"


def yuan(value: Decimal | str | int | None) -> str:
    """Return 19,500元; a dash for nothing."""
    return "—" if value in (None, "") else format_yuan(Decimal(str(value)))


def amount(value: Decimal | str | int | None) -> str:
    """Return 19,500, for columns whose head names the unit."""
    return yuan(value).removesuffix("元")


def span(basis: Basis) -> str:
    """Return the range of a basis in its own unit: 5,000–50,000元, 5–10%, 3–5倍, or one sum."""
    low, high = amount(basis.minimum), f"{amount(basis.maximum)}{RATES[basis.unit]}"
    return high if basis.fixed else f"{low}–{high}"


def said(sentence: str) -> str:
    """Return a sentence of the journal, or of a refusal, with its dates and sums as people write them."""
    return _SUM.sub(lambda found: yuan(found[0].removesuffix("元")), _DAY.sub(lambda found: day(found[0]), sentence))


def capitals(value: Decimal | str | int) -> str:
    """Return 壹万玖仟伍佰元整."""
    return in_words(Decimal(str(value)))


def size(count: int) -> str:
    """Return 820字节, 12 KB or 3.4 MB."""
    if count < 1024:
        return f"{count}字节"
    return f"{count / 1024:.0f} KB" if count < 1024 * 1024 else f"{count / 1024 / 1024:.1f} MB"


def digest(value: str) -> str:
    """Return a digest in groups of four, the way two people compare it aloud."""
    return " ".join(value[start : start + 4] for start in range(0, len(value), 4))


def ordinal(value: int) -> str:
    """Return 第3."""
    return f"第{value}"


_YEAR = 365
_YEARS = 2
"""From so many years on days are no longer counted by anybody: the keeping of recordings runs for thirty."""


def left(days: int | None) -> str:
    """Return what is left until the last day of a term in words: 还剩3日, 今天到期, 已超2日; from two years on in years, 还剩约29年."""
    if days is None:
        return "暂停计算"
    if days < 0:
        return f"已超{-days}日"
    if days >= _YEARS * _YEAR:
        return f"还剩约{days // _YEAR}年"
    return "今天到期" if days == 0 else f"还剩{days}日"


def remaining(clock: ClockReading) -> str:
    """Return what is left of a term in words; one that was met or fell away says so, and a right that has lapsed is nobody's delay."""
    return ENDED.get(clock.state, "已届满") if level(clock) == "over" else left(clock.left)


def level(clock: ClockReading) -> str:
    """Return how urgent a term looks; that a party let a right lapse is nobody's delay."""
    return "over" if clock.level == "late" and clock.key in RIGHTS else clock.level


ENDED = {"met": "已履行", "void": "已作废"}
"""Terms that are over before or without their last day."""

RIGHTS = frozenset({"plea", "hearing.request", "reconsideration", "litigation"})
"""Terms in which the party may do something, and need not."""


FILTERS: Mapping[str, Callable[..., object]] = {
    "day": day,
    "short_day": short_day,
    "instant": instant,
    "full_instant": full_instant,
    "iso": iso,
    "yuan": yuan,
    "said": said,
    "amount": amount,
    "span": span,
    "capitals": capitals,
    "size": size,
    "device": device,
    "digest": digest,
    "conclusion": words.conclusion,
    "ordinal": ordinal,
    "left": left,
    "remaining": remaining,
    "level": level,
    "role_titles": role.titles,
    "role_duties": role.duties,
    "spelled": spelled,
    "steps": outcome.steps,
}


def department() -> Department:
    """Return the department whose name stands on every page, as the law in force describes it; asked once a request."""
    if "department" not in g:
        g.department = engine().ask(OurDepartment(), SYSTEM)
    return cast("Department", g.department)


@cache
def _fingerprint(path: Path, changed: int) -> str:
    del changed
    return sha256(path.read_bytes()).hexdigest()[:12]


def asset(name: str) -> str:
    """Return the address of a static file, with its fingerprint, so that browsers may keep it for ever."""
    path = STATIC / name
    return url_for("static", filename=name, v=_fingerprint(path, path.stat().st_mtime_ns))


def causes() -> tuple[tuple[str, str], ...]:
    """Return the causes that can be opened today, as code and title with the initials that find it: `zdbt` finds 占道摆摊."""
    return tuple(sorted((cause.id, f"{cause.title}（{cause.brief} {initials(cause.brief)}）") for cause in engine().ask(CauseChoices(), SYSTEM)))


def cause_groups() -> dict[str, list[CauseChoice]]:
    """Return the same causes under the groups in which people look for them, in the order of their codes; 其他 for those without one."""
    groups: dict[str, list[CauseChoice]] = {}
    for cause in sorted(engine().ask(CauseChoices(), SYSTEM), key=lambda cause: cause.id):
        groups.setdefault(cause.group or "其他", []).append(cause)
    return groups


@cache
def initials(text: str) -> str:
    """Return the first letters of the syllables, as people type them on a phone."""
    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER, errors="ignore"))


def squad(district: str | None, squad: str | None) -> str:
    """Return 东湖区东湖一中队."""
    found = department().districts.get(district or "")
    if found is None:
        return ""
    return found.name + next((item.name for item in found.squads if item.code == squad), "")


def prepare(app: Flask) -> None:
    """Give the application's templates their filters and words; a name that a template misspells is an error."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(FILTERS)
    shared: dict[str, Any] = {
        "absence_kinds": KINDS_OF_ABSENCE,
        "always_shown": words.ALWAYS_SHOWN,
        "asset": asset,
        "behind_more": behind_more,
        "department": department,
        "device_kinds": DEVICE_KINDS,
        "evidence_kinds": KINDS,
        "evidence_secrecy": SECRECY,
        "evidence_sources": SOURCES,
        "hearing_closed": hearing.CLOSED,
        "hearing_findings": hearing.FINDINGS,
        "booking_kinds": booking.KINDS,
        "hearing_states": hearing.STATES,
        "new_key": random_name,
        "fallen": fallen,
        "remedy_word": words.remedy_word,
        "identity_of": identity_of,
        "inspection_kinds": KINDS_OF_INSPECTION,
        "inspection_readers": INSPECTION_READERS,
        "acts": ACTS,
        "capacities": CAPACITIES,
        "no_cases": role.NO_CASES,
        "paper_kinds": DOCUMENTS,
        "places": places,
        "squad_name": squad,
        "stead": words.stead,
        "causes": causes,
        "cause_groups": cause_groups,
        "about_clock": words.about,
        "holder": words.holder,
        "governing": words.governing,
        "record": words.record,
        "stages": stages,
        "stoppable": stoppable,
        "table_names": RULES,
        "told_apart": words.told_apart,
        "assessment": words.assessment,
        "word": words.choice_word,
    }
    app.jinja_env.globals.update(shared)
