"""Links (答复链接): a secret address by which a department without accounts answers one request, until it is answered, ended or over."""

import re
from dataclasses import dataclass
from datetime import timedelta

from engine.commands.collaboration import of_case, waiting
from engine.commands.command import CaseCommand, handles
from engine.errors import InvalidInputError, LawError
from engine.events.collaboration import CollaborationLinked, CollaborationUnlinked
from engine.work import Work

LONGEST = "collab.link.days"
"""The parameter that says for how many days a link may be used."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCollaboration(CaseCommand[str]):
    """Make an address by which a department without accounts answers; the answer is its last day. `digest` is the SHA-256 of the secret."""

    request_id: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkCollaboration(CaseCommand[None]):
    """End the address of a request at once."""

    request_id: str


@handles(LinkCollaboration)
def link_collaboration(command: LinkCollaboration, work: Work) -> str:
    """Record the address, which ends the one before; refuses an answered request and a department that does not answer by link."""
    request = of_case(work, command.case_id, command.request_id)
    if not _DIGEST.fullmatch(command.digest):
        raise InvalidInputError({"digest": ["须为链接的SHA-256。"]})
    waiting(work, request)
    if "link" not in work.law.department.partners[request.partner].ways:
        raise LawError("not_allowed", f"{request.partner_name}不使用答复链接。")
    until = work.today + timedelta(days=work.law.parameters.integer(LONGEST))
    linked = CollaborationLinked(
        case=request.case_id,
        request=request.id,
        partner_name=request.partner_name,
        digest=command.digest,
        until=until,
        person_name=work.actor.name,
    )
    work.record(linked)
    return until.isoformat()


@handles(UnlinkCollaboration)
def unlink_collaboration(command: UnlinkCollaboration, work: Work) -> None:
    """End the address; without one nothing happens."""
    request = of_case(work, command.case_id, command.request_id)
    if request.link is not None:
        work.record(CollaborationUnlinked(case=request.case_id, request=request.id, partner_name=request.partner_name, person_name=work.actor.name))
