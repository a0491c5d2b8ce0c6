"""Delegations (授权代理): who approves in whose stead, for which matters and until when; asked again at every step.

Source: 行政处罚法 Art. 57(1); who was entrusted entrusts nobody else (参照行政处罚法 Art. 20(4)).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engine.actor import Proxy
from engine.commands.command import Command, handles
from engine.errors import InvalidInputError, LawError, NotAllowedError, NotFoundError
from engine.events.delegation import DelegationEnded, DelegationGranted
from engine.model import Case, Delegation, Task, User
from engine.queries.reach import proxy_for
from engine.rules.delegation import OFFICES, SCOPES, check_delegate, check_term, overlap
from engine.work import FormData, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantDelegation(Command[str]):
    """Let another approve in one's stead; the answer is the id of the delegation."""

    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDelegation(Command[None]):
    """Revoke a delegation, or give it back."""

    delegation_id: str
    data: Mapping[str, object]


@handles(GrantDelegation)
def grant_delegation(command: GrantDelegation, work: Work) -> str:
    """Record who stands in for the actor; refuses chains, terms that are none, and a delegate who may not approve."""
    data = work.read_form("delegation", command.data)
    delegator, role = work.get(User, work.actor.id), _office(work, data)
    delegate = _delegate(work, delegator, data.text("delegate"))
    scope = tuple(name for name in SCOPES if data.flag(name))
    begins, ends = data.day("valid_from"), data.day("valid_until")
    check_term(begins, ends, work.today, work.law.parameters.integer("delegation.longest.days"))
    check_delegate(delegate.name, frozenset(delegate.roles), frozenset(scope))
    _check_no_chain(work, delegator, delegate, (begins, ends))
    delegation = work.new_id()
    work.record(
        DelegationGranted(
            delegation=delegation,
            delegator=delegator.id,
            delegator_name=delegator.name,
            delegate=delegate.id,
            delegate_name=delegate.name,
            role=role,
            district=delegator.district or "",
            squad=delegator.squad if role == "squad_leader" else None,
            scope=scope,
            scope_titles=tuple(SCOPES[name] for name in scope),
            valid_from=begins,
            valid_until=ends,
            reason=data.text("reason"),
            granted_at=work.now,
        )
    )
    return delegation


@handles(EndDelegation)
def end_delegation(command: EndDelegation, work: Work) -> None:
    """End a delegation that is not over; only the two whom it concerns may."""
    found = work.find(Delegation, command.delegation_id)
    if found is None or work.actor.id not in {found.delegator, found.delegate}:
        raise NotFoundError("没有这项授权。")
    data = work.read_form("reason", command.data)
    if found.ended_at is not None or found.valid_until < work.today:
        raise InvalidInputError({"reason": ["这项授权已经结束。"]})
    names = {"delegator_name": found.delegator_name, "delegate_name": found.delegate_name, "by_name": work.actor.name}
    work.record(DelegationEnded(delegation=found.id, **names, reason=data.text("reason"), ended_at=work.now))


def stand_in(work: Work, case: Case, task: Task) -> Proxy | None:
    """Return for whom the actor does a step; None: in person. What was delegated is read again, for it may have ended a moment ago."""
    proxy = proxy_for(work.actor, case, task.role, task.step)
    if proxy is None:
        return None
    row, delegator = work.find(Delegation, proxy.delegation), work.find(User, proxy.person)
    if row is None or row.ended_at is not None or not row.valid_from <= work.today <= row.valid_until:
        raise NotAllowedError(f"{proxy.person_name}的授权已经结束。")
    if delegator is None or not delegator.active or proxy.role not in delegator.roles:
        raise NotAllowedError(f"{proxy.person_name}已不任此职，授权随之失效。")
    return proxy


def _office(work: Work, data: FormData) -> str:
    """Return the office in which the actor delegates: the own one, the higher where there are two and none was chosen."""
    held = [role for role in ("head", "squad_leader") if role in work.actor.roles]
    role = data.find("role") or held[0]
    if role not in held:
        raise InvalidInputError({"role": ["您没有这个职务。"]})
    if work.actor.district is None or (role == "squad_leader" and work.actor.squad is None):
        raise NotAllowedError("您没有自己分管的辖区或者中队，没有可以授权的审批。")
    return role


def _delegate(work: Work, delegator: User, wanted: str) -> User:
    """Return who is to stand in: another person in office, of the same district or of the whole bureau."""
    found = work.find(User, wanted) or next(iter(work.rows(User, login=wanted)), None)
    if found is None or not found.active or found.district not in {None, delegator.district} or not OFFICES.intersection(found.roles):
        raise InvalidInputError({"delegate": ["请选择本辖区或者局领导中在岗的负责人、中队长。"]})
    if found.id == delegator.id:
        raise InvalidInputError({"delegate": ["不能授权给自己。"]})
    return found


def _check_no_chain(work: Work, delegator: User, delegate: User, term: tuple[date, date]) -> None:
    """Refuse a delegate who let another stand in, a delegator who stands in for another, and a second delegate at the same time."""
    running = [item for item in work.rows(Delegation) if item.ended_at is None and overlap((item.valid_from, item.valid_until), term)]
    if any(item.delegator == delegate.id for item in running):
        message = f"{delegate.name}同期已将自己的职权授权他人，不能再受托。"
        raise LawError("delegation_chain", message, basis="参照行政处罚法 20④", field="delegate")
    if any(item.delegate == delegator.id for item in running):
        raise LawError("delegation_chain", "您同期正受他人委托，不得转委托；请先终止那项授权。", basis="参照行政处罚法 20④", field="delegate")
    if any(item.delegator == delegator.id for item in running):
        raise InvalidInputError({"valid_from": ["同期已有一项授权，请先终止，或者另选日期。"]})
