"""The crowd (成批案件): any number of generated cases, so that lists and searches have many to find one in.

The same number gives the same cases. Names, numbers and places are invented; the codes pass their check digits in the test region 999901.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from stdnum.cn import ric, uscc

from engine.rules.identity import organisation_check
from web.demonstration.act import Act
from web.demonstration.plan import DONGHU, DONGHU_TOO, HILL, LAKE, XISHAN, XISHAN_TOO, Crew, Plan
from web.demonstration.script import acts

SEED = 20260101
SPAN = 320
"""Days over which the cases began; the packaged discretion tables are in force since the beginning of the year 2026."""

CREWS: tuple[Crew, ...] = (DONGHU, DONGHU, DONGHU_TOO, XISHAN, XISHAN_TOO)
"""Who handles a case, three in five in the eastern district. Whoever answers a plea took no part in the investigation."""

WORDS: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
AREAS: Mapping[str, str] = {"donghu": LAKE, "xishan": HILL}
SOURCES = ("patrol", "patrol", "hotline", "hotline", "hotline", "digital", "media", "assigned")
PATHS: tuple[tuple[int, frozenset[str]], ...] = (
    (44, frozenset({"silent"})),
    (16, frozenset()),
    (10, frozenset({"exempt"})),
    (6, frozenset({"transfer"})),
    (4, frozenset({"silent", "unpaid"})),
)
"""How many cases of fume take which path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """What a first offence of another cause costs: how many of a hundred cases, whether a person, the quantity and the fine of its tier."""

    share: int
    matter: str
    person: bool = False
    measured: str = "1"
    gains: str = ""
    fine: str | None = None
    path: frozenset[str] = frozenset({"silent"})


CHARGES: tuple[Charge, ...] = (
    Charge(share=14, matter="outside", fine="650", path=frozenset({"summary"})),
    Charge(share=12, matter="stall", person=True, measured="3", fine="1000"),
    Charge(share=8, matter="grill", fine="1000"),
    Charge(share=6, matter="leaflet", person=True, measured="20", fine="250"),
    Charge(share=6, matter="spill", measured="8", fine="3500"),
    Charge(share=6, matter="road", measured="12", fine="8500"),
    Charge(share=5, matter="vendor", person=True, gains="2300", fine="3500"),
    Charge(share=4, matter="dump", person=True, measured="0.05", fine="150", path=frozenset({"summary"})),
    Charge(share=3, matter="outside", path=frozenset({"exempt"})),
    Charge(share=1, matter="road", measured="12", fine="8500", path=frozenset({"silent", "unpaid"})),
)
"""The causes beside fume (JC04), which takes the rest of the hundred."""

NO_CASE = 0.16
"""The share of clues of the ordinary procedure that become no case."""

STOPS = ("verification", "approve_filing", "investigation_report", "legal_review", "approve_proposal", "decide", "closing", "archiving")
"""Where a case in twenty lies still; the others go on until today or to their end."""

TRACES, LITTLE, MUCH = ("2.1", "2.2", "2.3"), ("2.6", "3.1", "3.8"), ("2.6", "3.1", "3.8", "4.4", "4.8", "5.5", "6.0", "7.2", "9.1", "10.4")
"""What was measured: too little to be punished, the lowest tier, any tier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A generated case: its number in the crowd and its plan."""

    number: int
    plan: Plan

    def story(self, began: date) -> Iterator[Act]:
        """Yield what happens in the case; receipts and volumes carry its number."""
        for act in acts(self.plan, began):
            if act.step == "confirm_payment":
                yield replace(act, data={**act.data, "receipt_no": f"PZ{self.number:06d}"})
            elif act.step == "archiving":
                kind = "简" if "summary" in self.plan.path else "普"
                yield replace(act, data={**act.data, "volume_no": f"{began:%Y}-{kind}-{self.number:06d}"})
            else:
                yield act


def crowd(count: int) -> Iterator[Member]:
    """Yield so many generated cases, the oldest first."""
    chance = Random(SEED)  # noqa: S311  # Made-up cases, not secrets.
    for number in range(count):
        began = SPAN - SPAN * number // max(1, count)
        yield Member(number=number, plan=_plan(chance, number, began))


def _plan(chance: Random, number: int, began: int) -> Plan:
    crew = chance.choice(CREWS)
    district = "xishan" if crew.head == XISHAN.head else "donghu"
    place = f"{AREAS[district]}{chance.choice(WORDS['streets'][district])}{chance.randint(1, 299)}号"
    fume = 100 - sum(charge.share for charge in CHARGES)
    charge = chance.choices((*CHARGES, _fume(chance)), [*(charge.share for charge in CHARGES), fume])[0]
    path = charge.path if "summary" in charge.path or chance.random() >= NO_CASE else frozenset({"no_filing"})
    return Plan(
        party=_person(chance, number, place) if charge.person else _company(chance, number, place, food=charge.matter == "fume"),
        place=place,
        began=began,
        until=chance.choice(STOPS) if chance.random() < 0.05 else "",
        matter=charge.matter,
        measured=charge.measured,
        gains=charge.gains,
        fine=charge.fine,
        crew=crew,
        path=path,
        source=chance.choice(SOURCES),
    )


def _fume(chance: Random) -> Charge:
    """Return a charge of fume: a person is fined within the lowest tier, below the sum that a panel must discuss."""
    path = chance.choices([path for _, path in PATHS], [share for share, _ in PATHS])[0]
    person = chance.random() < 0.4
    return Charge(
        share=0,
        matter="fume",
        person=person,
        measured=chance.choice(TRACES if "exempt" in path else LITTLE if person else MUCH),
        fine=chance.choice(("6000", "7500", "8000")) if person and "silent" in path else None,
        path=path,
    )


def _company(chance: Random, number: int, place: str, *, food: bool) -> Mapping[str, str]:
    organisation = f"MB{number:06d}"
    body = f"91999901{organisation}{organisation_check(organisation)}"
    trade = chance.choice(WORDS["trades" if food else "others"])
    name = f"江川{chance.choice(WORDS['brands'])}{trade}{chance.choice(('有限公司', '店', '管理有限公司'))}"
    return {"name": name, "uscc": body + uscc.calc_check_digit(body), "legal_representative": _name(chance), "address": place}


def _person(chance: Random, number: int, place: str) -> Mapping[str, str]:
    born = date(1960, 1, 1) + timedelta(days=chance.randrange(16000))
    body = f"999901{born:%Y%m%d}{number % 1000:03d}"
    return {"name": _name(chance), "id_number": body + ric.calc_check_digit(f"{body}0"), "address": place}


def _name(chance: Random) -> str:
    return str(chance.choice(WORDS["surnames"]) + chance.choice(WORDS["given"]))
