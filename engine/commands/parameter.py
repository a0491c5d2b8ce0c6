"""Parameters of the city (参数): another value proposed with its source, approved by a second person, in force from a day on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engine.commands.command import Command, handles
from engine.commands.law import publish
from engine.errors import InvalidInputError, LawError, NotFoundError, StepNotWaitingError
from engine.events.parameter import ParameterApproved, ParameterProposed, ParameterRejected
from engine.law.parameters import AMENDMENT, Parameter, ParameterMissingError, Value, read_amendment
from engine.model import ParameterProposal
from engine.work import Work

YES, NO = "是", "否"
LARGEST = 10**9
LONGEST = 500
HOURS, MINUTES = 24, 60

WORDS: Mapping[str, str] = {
    "hearing": "听证",
    "inspection": "检验",
    "testing": "检测",
    "quarantine": "检疫",
    "appraisal": "鉴定",
    "announcement": "公告",
    "citizen": "公民",
    "org": "法人或者其他组织",
    "all_ordinary": "全部普通程序案件",
    "hearing_threshold": "达到听证标准的案件",
    "day_after_birthday": "生日的次日起",
    "application": "申请之日起",
    "surname": "只留姓氏",
}
"""The choices that parameters make, as people read them."""

CHOICES: Mapping[str, tuple[str, ...]] = {"getihu.as": ("citizen", "org")}
"""What a parameter may choose; one that is not listed here goes with the way the system works and changes with it."""

_GROUNDS = ("hearing", "inspection", "testing", "quarantine", "appraisal", "announcement")
_CODES: Mapping[str, str] = {word: code for code, word in WORDS.items()}


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


def read_value(parameter: Parameter, text: str) -> Value:
    """Return what was typed as a value of the parameter's kind; ValueError with the message where it is none.

    Whole numbers up to a thousand million, exact sums and rates, 是 or 否, grounds set apart by 、, times of day, and choices by their words.
    """
    text, kept = text.strip(), parameter.value
    if isinstance(kept, bool):
        if text not in (YES, NO):
            raise ValueError(f"请填“{YES}”或者“{NO}”。")
        return text == YES
    if isinstance(kept, int):
        if not (text.isascii() and text.isdigit()) or int(text) > LARGEST:
            raise ValueError("请填不小于0的整数。")
        return int(text)
    if isinstance(kept, tuple):
        return _names(text)
    if _shape(kept) == "words":
        return _choice(parameter, text)
    if len(text) > LONGEST or _shape(text) != _shape(kept):
        raise ValueError(f"请按原来的写法填写，如“{kept}”。")
    return text


def _names(text: str) -> tuple[str, ...]:
    names = [name.strip() for name in text.replace(",", "、").replace("，", "、").split("、") if name.strip()]
    codes = tuple(dict.fromkeys(_CODES.get(name, name) for name in names))
    if not codes or not set(codes) <= set(_GROUNDS):
        raise ValueError(f"请从{'、'.join(WORDS[ground] for ground in _GROUNDS)}中填写，用顿号隔开。")
    return codes


def _choice(parameter: Parameter, text: str) -> str:
    choices = CHOICES.get(parameter.key)
    if choices is None:
        raise ValueError("这一参数与系统的做法相连，不能在这里修改。")
    if _CODES.get(text, text) not in choices:
        raise ValueError(f"请填{'或者'.join(WORDS[choice] for choice in choices)}。")
    return _CODES.get(text, text)


def _shape(text: str) -> str:
    """Return what kind of text it is: a number, a time of day, or words."""
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return "number"
    hour, colon, minute = text.partition(":")
    if colon and len(text) == len("17:30") and hour.isdigit() and minute.isdigit():
        return "time" if int(hour) < HOURS and int(minute) < MINUTES else "wrong"
    return "words"


def shown(value: Value) -> str:
    """Return a value as people write it, the way `read_value` reads it."""
    if isinstance(value, bool):
        return YES if value else NO
    return "、".join(WORDS.get(name, name) for name in value) if isinstance(value, tuple) else WORDS.get(str(value), str(value))


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
