"""Confirmations of address (送达地址确认): where papers reach the party, and the only ground of electronic service.

Source: 行政处罚法 Art. 61(2): the party agrees and signs a confirmation; 民事诉讼法 Art. 90.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engine.commands.command import CaseCommand, handles
from engine.commands.document import issue, newest
from engine.commands.inner_paper import common
from engine.commands.spot_paper import open_file
from engine.model import Case
from engine.rules.document import read
from engine.rules.document.address_confirmation import NOTES, RELATIONS, AddressConfirmation
from engine.rules.service import check_electronic
from engine.work import FormData, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmAddress(CaseCommand[str]):
    """Record that the party signed a confirmation of address; `data` is the form `address_confirmation`, the answer the id of the paper."""

    data: Mapping[str, object]


@handles(ConfirmAddress)
def confirm_address(command: ConfirmAddress, work: Work) -> str:
    """Issue the confirmation (送达地址确认书, D22-1); a later one takes the place of an earlier one."""
    case, data = open_file(work, command.case_id, "address_confirmation", command.data)
    return issue(work, case.id, "D22-1", lambda number, token: _confirmation(work, case, data, number, token))


def confirmed_address(work: Work, case_id: str) -> AddressConfirmation | None:
    """Return the confirmation that counts, None where the party signed none."""
    paper = newest(work, case_id, "D22-1")
    facts = None if paper is None else read(paper.code, paper.facts or {})
    return facts if isinstance(facts, AddressConfirmation) else None


def check_consent(work: Work, case_id: str, day: date) -> None:
    """Refuse electronic service on a day without a confirmation that agrees to it and was signed by then."""
    found = confirmed_address(work, case_id)
    agreed_on = date.fromisoformat(found.confirmed_on) if found is not None and found.channel else None
    check_electronic(agreed_on, day)


def _confirmation(work: Work, case: Case, data: FormData, number: str, token: str) -> AddressConfirmation:
    channel = data.find("channel") or ""
    return AddressConfirmation(
        **common(work, case.id, number, token),
        confirmed_on=data.text("held_on"),
        confirmed_by=data.text("name"),
        relation=RELATIONS[data.text("relation")],
        recipient=data.find("recipient") or data.text("name"),
        address=data.text("address"),
        phone=data.text("phone"),
        channel=channel,
        electronic=data.find("electronic") or "",
        notes=NOTES,
    )
