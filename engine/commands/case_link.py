"""Links between cases (案件关联): parties of one matter, earlier cases of one party, and what else belongs together."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.archiving import check_not_archived
from engine.commands.command import CaseCommand, handles
from engine.errors import InvalidInputError, NotFoundError
from engine.events.case_link import CasesLinked
from engine.model import Case, CaseLink
from engine.queries.reach import within_reach
from engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCases(CaseCommand[str]):
    """Put another case beside this one; `data` is the form `case_link`, the answer the id of the link."""

    data: Mapping[str, object]


@handles(LinkCases)
def link_cases(command: LinkCases, work: Work) -> str:
    """Record the link; refuses the case itself, and a link that is there already from either side."""
    case = work.case(command.case_id)
    data = work.read_form("case_link", command.data)
    work.check_version()
    check_not_archived(case)
    other, kind = linkable(work, data.text("other")), data.text("kind")
    if other.id == case.id:
        raise InvalidInputError({"other": ["这是本案自己的案号。"]})
    both = [*work.rows(CaseLink, case_id=case.id, other_id=other.id), *work.rows(CaseLink, case_id=other.id, other_id=case.id)]
    if any(link.kind == kind for link in both):
        raise InvalidInputError({"other": ["两案已经这样关联。"]})
    fact = linked(work, case.id, other, kind, data.find("reason"))
    work.record(fact)
    return fact.link


def linkable(work: Work, wanted: str) -> Case:
    """Return the case of a number or an id; one out of the actor's reach is not told apart from one that does not exist."""
    other = next(iter(work.rows(Case, number=wanted)), None) or work.find(Case, wanted)
    if other is None or not within_reach(work.actor, other):
        raise InvalidInputError({"other": ["没有这件案件，或者不在您的办案范围内。"]})
    return other


def reached(work: Work, case_id: str) -> Case:
    """Return a case by its id; NotFoundError where it is out of the actor's reach."""
    other = work.case(case_id)
    if not within_reach(work.actor, other):
        raise NotFoundError.out_of_reach()
    return other


def linked(work: Work, case_id: str, other: Case, kind: str, reason: str | None = None, *, recheck: str | None = None) -> CasesLinked:
    """Return the fact that a case was put beside another one, of a case that fines by the day because of which re-check."""
    key = work.new_id()
    return CasesLinked(
        case=case_id, link=key, other=other.id, kind=kind, reason=reason, person_name=work.actor.name, linked_at=work.now, recheck=recheck
    )
