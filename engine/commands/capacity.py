"""Capacity (民事行为能力): an adult party that cannot act alone is told and decided on only with a guardian.

Source: 民法典 Art. 21, 22 (adults without or with limited capacity), 24 (a court says so), 28 (who is guardian); 行政处罚法 Art. 31.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.amendment import check_there, kept, references, told_in_vain
from engine.commands.archiving import check_not_archived
from engine.commands.command import CaseCommand, handles
from engine.commands.officer import check_in_charge
from engine.errors import InvalidInputError, LawError, NotFoundError
from engine.events.party import CapacityRecorded
from engine.model import Party
from engine.queries.party import identity_of
from engine.rules.guardian import INCAPABLE, is_minor
from engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCapacity(CaseCommand[None]):
    """Record what an adult party can do by itself; `data` is the form `capacity`."""

    party_id: str
    data: Mapping[str, object]


@handles(RecordCapacity)
def record_capacity(command: RecordCapacity, work: Work) -> None:
    """Record the finding with its evidence; refuses organisations, minors, and full capacity that was never in doubt.

    Who was told without a guardian must be told anew. From then on notice, decision, service and inquiry ask for a guardian as they do
    for a minor; papers that went out stay as they are.
    """
    case = work.case(command.case_id)
    party = work.find(Party, command.party_id)
    if party is None or party.case_id != case.id:
        raise NotFoundError("本案没有这个当事人。")
    data = work.read_form("capacity", command.data)
    work.check_version()
    check_not_archived(case)
    check_in_charge(work, case)
    check_there(party)
    born = identity_of(party).birthday
    if born is None:
        raise LawError("no_basis", "当事人不是自然人，没有民事行为能力受限的问题。", basis="民法典 21、22")
    if is_minor(born, work.today):
        raise LawError("no_basis", "当事人未满十八周岁，监护人依未成年人的规定登记，不必另行认定。", basis="民法典 27")
    capacity = data.text("capacity")
    if capacity == (party.capacity or "full"):
        raise InvalidInputError({"capacity": ["与现在的记录相同。"]})
    work.record(
        CapacityRecorded(
            case=case.id,
            party=party.id,
            capacity=capacity,
            source=data.text("source"),
            found_on=data.day("found_on"),
            evidence=references(work, case, data),
            anew=told_in_vain(work, case) if capacity in INCAPABLE and party.number == 1 else None,
            name=party.name or "",
            **kept(work, party, ("capacity",), data),
        )
    )
