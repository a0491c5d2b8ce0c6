"""Parameters of the city (参数): another value proposed with its source, approved by a second person, in force from a day on."""

import json
from dataclasses import dataclass
from datetime import date

from engine.commands.command import Command, handles
from engine.commands.law import publish
from engine.errors import InvalidInputError, LawError, NotFoundError, StepNotWaitingError
from engine.events.parameter import ParameterApproved, ParameterProposed, ParameterRejected
from engine.law.parameters import AMENDMENT, Parameter, ParameterMissingError, read_amendment
from engine.model import ParameterProposal
from engine.rules.parameter import LONGEST, read_value
from engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeParameter(Command[str]):
    """Propose another value for a parameter, written as people write it; the answer is the proposal's id."""

    key: str
    value: str
    valid_from: date
    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveParameter(Command[str]):
    """Approve a proposal and publish the value; the answer is the version's id."""

    proposal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectParameter(Command[None]):
    """Refuse a proposal, or take back one's own."""

    proposal: str
    reason: str


@handles(ProposeParameter)
def propose_parameter(command: ProposeParameter, work: Work) -> str:
    """Keep the proposal; refuses a value of another kind than the parameter has, a first day that is not ahead, a missing source."""
    parameter = _known(work, command.key)
    problems = {}
    try:
        read_value(parameter, command.value)
    except ValueError as error:
        problems["value"] = [str(error)]
    if command.valid_from <= work.today:
        problems["valid_from"] = ["施行日期须在今日之后，已经办过的案件不受影响。"]
    for name, text in (("source", command.source), ("reason", command.reason)):
        if not text.strip() or len(text) > LONGEST or not text.strip().isprintable():
            problems[name] = [f"必填，一行，不超过{LONGEST}字。"]
    if problems:
        raise InvalidInputError(problems)
    proposal = work.new_id()
    work.record(
        ParameterProposed(
            proposal=proposal,
            key=parameter.key,
            title=parameter.title,
            value=command.value.strip(),
            valid_from=command.valid_from,
            source=command.source.strip(),
            reason=command.reason.strip(),
            author=work.actor.id,
            author_name=work.actor.name,
            at=work.now,
        )
    )
    return proposal


@handles(ApproveParameter)
def approve_parameter(command: ApproveParameter, work: Work) -> str:
    """Publish the value; refuses the author, and a first day that has come meanwhile."""
    proposal = _open(work, command.proposal)
    if work.actor.id == proposal.author:
        raise LawError("same_person", "提出人不能复核自己提出的调整，须由另一人复核。", basis="行政处罚法 34", field="approver")
    if proposal.valid_from <= work.today:
        raise LawError("date_in_past", "施行日期已到，请退回后重新提出。", basis="行政处罚法 5", field="valid_from")
    parameter = _known(work, proposal.key)
    work.record(
        ParameterApproved(
            proposal=proposal.id,
            title=proposal.title,
            value=proposal.value,
            approver=work.actor.id,
            approver_name=work.actor.name,
            at=work.now,
        )
    )
    return publish(work, AMENDMENT, proposal.key, proposal.valid_from, written(parameter, proposal))


@handles(RejectParameter)
def reject_parameter(command: RejectParameter, work: Work) -> None:
    """End the proposal; the reason is recorded."""
    proposal = _open(work, command.proposal)
    if not command.reason.strip() or len(command.reason) > LONGEST:
        raise InvalidInputError({"reason": [f"请写明理由，不超过{LONGEST}字。"]})
    work.record(ParameterRejected(proposal=proposal.id, title=proposal.title, reason=command.reason.strip(), by_name=work.actor.name))


def written(parameter: Parameter, proposal: ParameterProposal) -> str:
    """Return the text that is published: one value with its source."""
    value = read_value(parameter, proposal.value)
    # The strings of JSON are strings of TOML.
    entries = {
        "key": proposal.key,
        "title": proposal.title,
        "value": list(value) if isinstance(value, tuple) else value,
        "mark": "V",
        "source": proposal.source,
    }
    lines = [f"{name} = {json.dumps(entry, ensure_ascii=False)}" for name, entry in entries.items()]
    text = "\n".join([*lines, f"valid_from = {proposal.valid_from.isoformat()}", ""])
    read_amendment(text)
    return text


def _known(work: Work, key: str) -> Parameter:
    try:
        return work.law.parameters.parameter(key)
    except ParameterMissingError:
        raise NotFoundError("没有这个参数。") from None


def _open(work: Work, proposal_id: str) -> ParameterProposal:
    proposal = work.find(ParameterProposal, proposal_id)
    if proposal is None:
        raise NotFoundError("没有这个调整建议。")
    if proposal.state != "proposed":
        raise StepNotWaitingError("这个调整建议已经复核过了。")
    return proposal
