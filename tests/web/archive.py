"""Finished cases (旧案) that page tests read: a company's, and one of a natural person whose data must stay hidden."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.office import S2, found_office
from web.scenario import Play
from web.scenario.reader import Step, read_scenario

PERSON = {
    "kind": "person",
    "name": "陈建国",
    "id_number": "11010519491231002X",
    "address": "江川市东湖区湖滨路18号3室",
    "phone": "13812345678",
}
SECRETS = ("陈建国", "建国", "11010519491231002X", "13812345678", "湖滨路18号")
"""What nobody may ever read of the person on a public page."""

_SMALLER = {"measured": {"4.8": "2.4"}, "fine": {"22500": "8000", "19500": "6500"}, "amount": {"9500": "2500", "10000": "4000"}}
"""The person exceeded the limit by less, so that there is no right to a hearing (公民罚款一万元以上)."""


def play_company(folder: Path, city: Path) -> str:
    """Play S2 to its end, put every paper on paper, and return the case."""
    office = found_office(folder, city)
    case = office.play_s2()
    office.paper_everything()
    office.house.close()
    return case


def play_person(folder: Path, city: Path) -> str:
    """Play the same story with a natural person whose data stand in every text, and return the case."""
    office = found_office(folder, city)
    stage = Play(house=office.house, clock=office.clock)
    for step in read_scenario(S2).steps:
        if step.at is not None:
            stage.move(step.at)
        if step.refuse is None and (step.do or step.task):
            stage.act(replace(step, data=_of_person(step)))
    office.paper_everything()
    office.house.close()
    return stage.case(Step(place=""))


def _of_person(step: Step) -> dict[str, Any]:
    data: dict[str, Any] = {name: _SMALLER.get(name, {}).get(value, value) if isinstance(value, str) else value for name, value in step.data.items()}
    if "party" in data:
        data["party"] = PERSON
    if "relation" in data:
        data |= {"relation": "party", "recipient": PERSON["name"]}
    if "summary" in data:
        data["summary"] = "{name}（{id_number}，电话{phone}，住{address}）经营的餐饮店油烟排放超标。".format(**PERSON)
    if step.task == "investigation_report":
        data["facts"] = "当事人{name}（{phone}）的餐厅排放油烟，住{address}。".format(**PERSON)
    return data
