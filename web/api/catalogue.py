"""The catalogue (机关与案由): the department, the causes under which a case can be opened, and what is measured under each."""

from collections.abc import Mapping
from typing import Any

from engine.errors import NotFoundError
from engine.law.causes import Quantity
from engine.queries.catalogue import CauseChoice, CauseChoices, CauseQuantities, LimbChoices, OurDepartment, RivalChoices
from web.api.door import Door, ask
from web.api.shape import made, shape

door = Door("catalogue", "机关与案由")

DEPARTMENT = made(
    "Department",
    code=str,
    name=str,
    address=str,
    contact=str,
    districts=tuple[Mapping[str, object], ...],
)
CAUSE = made(
    "Cause",
    id=str,
    title=str,
    brief=str,
    limbs=tuple[Mapping[str, object], ...],
    quantities=tuple[Quantity, ...],
    rivals=tuple[Mapping[str, object], ...],
)

door.enumerate(
    "/causes", CauseChoices, "可以立案的案由 The causes under which a case can be opened", item=shape(CauseChoice), place=lambda cause: (cause.id,)
)


@door.opens("GET", "/causes/<cause>", "一个案由 A cause with its limbs and what is measured", answer=(200, CAUSE))
def cause(cause: str) -> Mapping[str, Any]:
    """Return the cause."""
    found = next((choice for choice in ask(CauseChoices()) if choice.id == cause), None)
    if found is None:
        raise NotFoundError("案由目录中没有这个案由。")
    limbs, rivals = ([{"key": key, "title": title} for key, title in ask(query(cause=cause))] for query in (LimbChoices, RivalChoices))
    quantities = ask(CauseQuantities(cause=cause))
    return {"id": found.id, "title": found.title, "brief": found.brief, "limbs": limbs, "quantities": quantities, "rivals": rivals}


@door.opens("GET", "/department", "执法机关、辖区和中队 The department with its districts and squads", answer=(200, DEPARTMENT))
def department() -> Mapping[str, Any]:
    """Return the department."""
    ours = ask(OurDepartment())
    districts = [
        {"code": district.code, "name": district.name, "squads": [{"code": squad.code, "name": squad.name} for squad in district.squads]}
        for district in ours.districts.values()
    ]
    return {"code": ours.code, "name": ours.name, "address": ours.address, "contact": ours.contact, "districts": districts}
