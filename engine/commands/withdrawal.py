"""Withdrawals (撤回公示): proposed by one, agreed to by another, with a reason that the public reads. Source: 行政处罚法 Art. 48(2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engine.commands import deadline as clock
from engine.commands.command import CaseCommand, handles
from engine.commands.credit import recall
from engine.errors import LawError, NotFoundError, StepNotWaitingError
from engine.events.publication import PublicationWithdrawn, WithdrawalProposed, WithdrawalReturned
from engine.model import Publication, Withdrawal
from engine.queries.disclosure import secrets_of
from engine.rules.publication import GROUNDS, LAW_GROUNDS, places
from engine.rules.redaction import leftovers
from engine.work import Work

BASIS = "行政处罚法 48②"
CHANGED = "publication.changed"
ANEW = frozenset({"changed", "mistaken"})
"""The grounds of withdrawal after which a decision may come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeWithdrawal(CaseCommand[str]):
    """Propose to withdraw the publication of a case; `data` is the form `withdrawal`, the answer the id of the proposal."""

    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewWithdrawal(CaseCommand[None]):
    """Agree with the proposal that waits on a case, or return it; `data` is the form `approval`."""

    data: Mapping[str, object]


def decision_changed(work: Work, case_id: str, changed_on: date, cause: str, *, stands: bool) -> None:
    """Start the clocks where the decision of a case is public and was changed, annulled or found unlawful or void.

    It is withdrawn (R47), and where it `stands` in its new form, that is published in the term of a decision. Source: 行政处罚法 Art. 48.
    """
    _start(work, case_id, "publication.withdrawal", changed_on, cause)
    if stands:
        _start(work, case_id, CHANGED, changed_on, cause)
    else:
        clock.void(work, case_id, CHANGED, cause)


@handles(ProposeWithdrawal)
def propose_withdrawal(command: ProposeWithdrawal, work: Work) -> str:
    """Record the proposal and start the clock of three working days where the law sets it.

    Refuses a case without a public decision, a second proposal while one waits, a day before the decision, and a reason in which
    something personal is left.
    """
    case, data = work.case(command.case_id), work.read_form("withdrawal", command.data)
    work.check_version()
    shown = _published(work, case.id)
    if shown is None:
        raise StepNotWaitingError("本案没有正在公示的决定。")
    if _waiting(work, case.id) is not None:
        raise StepNotWaitingError("已经有人提出撤回，正在等待复核。")
    changed_on, ground, reason = data.day("changed_on"), data.text("ground"), data.text("reason")
    if case.decided_on is not None and changed_on < case.decided_on:
        raise LawError("before_cause", "变更、撤销或者发现差错的日期不能早于作出决定的日期。", basis=BASIS, field="changed_on")
    if found := leftovers(reason, secrets_of(work.connection, case.id)):
        message = f"理由会向社会公开，其中还有个人信息：{places(found)}。"
        raise LawError("publication_blocked", message, basis="个人信息保护法 34", field="reason")
    withdrawal = work.new_id()
    work.record(
        WithdrawalProposed(
            case=case.id,
            withdrawal=withdrawal,
            publication=shown.id,
            number=shown.number,
            ground=ground,
            changed_on=changed_on,
            reason=reason,
            person=work.actor.id,
            person_name=work.actor.name,
            proposed_at=work.now,
        )
    )
    if ground in LAW_GROUNDS:
        _start(work, case.id, "publication.withdrawal", changed_on, LAW_GROUNDS[ground])
    return withdrawal


@handles(ReviewWithdrawal)
def review_withdrawal(command: ReviewWithdrawal, work: Work) -> None:
    """Withdraw the publication, or return the proposal; whoever proposed it does not review it, nor do the officers of the case."""
    case, data = work.case(command.case_id), work.read_form("approval", command.data)
    work.check_version()
    proposal = _waiting(work, case.id)
    if proposal is None:
        raise StepNotWaitingError("本案没有等待复核的撤回建议。")
    if work.actor.id in {proposal.person, case.lead, case.second}:
        raise LawError("same_person", "撤回公示须由另一人复核，提出人和办案人员不能复核。", basis=BASIS)
    shown = work.get(Publication, proposal.publication_id)
    if not data.routing["approved"]:
        _return(work, proposal, shown, data.text("reason"))
        return
    if shown.state != "published":
        raise NotFoundError("这份公示已经停止，不必再撤回。")
    work.record(
        PublicationWithdrawn(
            case=case.id,
            publication=shown.id,
            withdrawal=proposal.id,
            number=shown.number,
            ground=proposal.ground,
            reason=proposal.reason,
            person_name=work.actor.name,
            reviewed_at=work.now,
            opinion=data.text("opinion"),
            withdrawn_on=work.today,
        )
    )
    clock.meet(work, case.id, "publication.withdrawal", work.today)
    if proposal.ground not in ANEW:
        clock.void(work, case.id, CHANGED, GROUNDS[proposal.ground])
    recall(work, shown.id, proposal.reason)


def _return(work: Work, proposal: Withdrawal, shown: Publication, opinion: str) -> None:
    work.record(
        WithdrawalReturned(
            case=proposal.case_id,
            withdrawal=proposal.id,
            number=shown.number,
            person_name=work.actor.name,
            reviewed_at=work.now,
            opinion=opinion,
        )
    )


def _start(work: Work, case_id: str, key: str, changed_on: date, cause: str) -> None:
    known = clock.find(work, case_id, key)
    if _published(work, case_id) is not None and (known is None or known.state in {"met", "void"}):
        clock.start(work, case_id, key, changed_on, cause=cause)


def _published(work: Work, case_id: str) -> Publication | None:
    return next(iter(work.rows(Publication, case_id=case_id, state="published")), None)


def _waiting(work: Work, case_id: str) -> Withdrawal | None:
    return next(iter(work.rows(Withdrawal, case_id=case_id, state="proposed")), None)
