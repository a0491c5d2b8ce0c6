"""Records of third parties (调取证据): the two officers ask in writing whoever holds them. Source: 行政处罚法 Art. 42, 46, 54, 55."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.archiving import check_not_archived
from engine.commands.command import CaseCommand, handles
from engine.commands.document import issue
from engine.commands.inner_paper import common, lines, named_party
from engine.commands.officer import check_in_charge, check_two
from engine.errors import InvalidInputError, LawError
from engine.queries.party import party_of
from engine.rules.document.evidence_request import EvidenceRequest
from engine.work import Work

INVESTIGATED = "行政处罚法 54"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEvidence(CaseCommand[str]):
    """Ask a third party for records; `data` is the form `evidence_request`, the answer the id of the notice."""

    data: Mapping[str, object]


@handles(RequestEvidence)
def request_evidence(command: RequestEvidence, work: Work) -> str:
    """Issue the notice (调取证据通知书, D07-1); refuses a clue, a case that is decided, the party itself, and a day that is over."""
    case, data = work.case(command.case_id), work.read_form("evidence_request", command.data)
    work.check_version()
    check_in_charge(work, case)
    check_not_archived(case)
    check_two(work, case)
    if case.filed_on is None:
        raise LawError("step_not_waiting", "还没有立案，不能发调取证据通知书。", basis=INVESTIGATED)
    if case.state != "open" or case.decided_on is not None:
        raise LawError("step_not_waiting", "调查已经结束，不能再调取证据。", basis=INVESTIGATED)
    party = party_of(work.connection, case.id)
    if data.text("holder") == party.name:
        raise InvalidInputError({"holder": ["向当事人本人取证，用询问笔录、现场检查笔录。"]})
    if data.day("until") < work.today:
        raise InvalidInputError({"until": ["提供的期限不能早于今天。"]})

    def composed(number: str, token: str) -> EvidenceRequest:
        return EvidenceRequest(
            **common(work, case.id, number, token) | {"party": named_party(work, case.id)},
            holder=data.text("holder"),
            purpose=data.text("purpose").rstrip("。"),
            items=tuple(line.rstrip("。；;") + "。" for line in lines(data.values, "items")),
            until=data.text("until"),
        )

    return issue(work, case.id, "D07-1", composed)
