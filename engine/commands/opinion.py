"""Opinions (意见): approvals, confirmations and reviews, given by who may give them and nobody else."""

from collections.abc import Callable, Mapping

from engine.commands.approval_paper import issue_approval
from engine.commands.case_paper import issue_site_record
from engine.commands.hearing_result import hearing_of
from engine.commands.officer import check_two
from engine.commands.party_change import check_assessed
from engine.commands.proposal_paper import issue_report, issue_review
from engine.commands.report import check_competence
from engine.commands.submission import APPROVALS, submits
from engine.commands.suspicion import suspect
from engine.errors import LawError
from engine.events.case import SecondOfficerConfirmed
from engine.events.opinion import OpinionGiven
from engine.model import Case, Opinion, Task, User
from engine.rules.conflict import check_part
from engine.rules.right import check_reviewer
from engine.work import FormData, Work

REVIEWS = ("legal_review", "review_hearing")
"""The steps of legal review: before the notice, and after a hearing."""

PROPOSALS = frozenset({"review_proposal", "approve_proposal"})
"""The steps at which superiors agree to what the party is told."""

PAPERS: Mapping[str, Callable[[Work, str], None]] = {"confirm_verification": issue_site_record, "confirm_report": issue_report}
"""The steps at which the second officer stands by what becomes a paper then."""

TITLES: Mapping[str, str] = {
    "approved": "同意",
    "returned": "退回",
    "confirmed": "确认",
    "pass": "通过",
    "supplement": "补正",
    "return": "退回",
    "disagree": "不同意",
    "agree": "同意",
    "decide": "作出决定",
    "discuss": "提请集体讨论",
    "adjourn": "未达法定人数",
    "transfer": "涉嫌犯罪，移送公安机关",
    "all": "全部采纳",
    "part": "部分采纳",
    "none": "不予采纳",
    "sustain": "维持拟作出的处罚",
    "lighter": "建议减轻或者从轻",
    "reinvestigate": "建议补充调查",
    "crime": "涉嫌犯罪，移送公安机关",
}
"""What the results of forms are called."""


def give(work: Work, case: Case, task: Task, result: str, text: str) -> None:
    """Record an opinion on a case as its own row, beside the form it was written in.

    Refuses who had a say in the case in another capacity: nobody approves both in person and in another's stead (行政处罚法 Art. 57).
    """
    stead = None if work.acting is None else work.acting.person
    if any(item.stead != stead for item in work.rows(Opinion, case_id=case.id, person=work.actor.id)):
        raise LawError("same_person", "您已在本案以另一身份发表意见，不能既以本人身份又代他人办理。", basis="行政处罚法 57①")
    work.record(
        OpinionGiven(
            case=case.id,
            opinion=work.new_id(),
            step=task.step,
            title=task.title,
            person=work.actor.id,
            person_name=work.signature,
            result=result,
            result_title=TITLES[result],
            text=text,
            at=work.now,
            stead=stead,
        )
    )


def standing(work: Work, case_id: str, step: str, *forms: str) -> list[Opinion]:
    """Return the opinions of a step on the proposal as it stands, oldest first.

    They were given since one of `forms` was last submitted; what was said of an earlier proposal says nothing of this one.
    """
    done = [task.done_at for form in forms for task in work.rows(Task, case_id=case_id, form=form, state="done") if task.done_at is not None]
    given = work.rows(Opinion, case_id=case_id, step=step, order="at")
    return [item for item in given if not done or item.at >= max(done)]


def has_agreed(work: Work, case_id: str) -> bool:
    """Tell whether the panel agreed to the proposal as it stands after the plea. Source: 行政处罚法 Art. 57(2)."""
    given = standing(work, case_id, "panel_discussion", "investigation_report", "plea_review", "hearing_report")
    return bool(given) and given[-1].result == "agree"


def check_persons(work: Work, case: Case, role: str) -> None:
    """Refuse with `same_person` when the actor already acts in the case in a role that must be another person's (I4).

    Everybody who ever reviewed the case counts, not only who did so last.
    """
    hearing = hearing_of(work, case.id)
    parts = {"lead": case.lead, "second": case.second, "decider": case.decider, "host": None if hearing is None else hearing.host}
    reviewers = {item.person for step in REVIEWS for item in work.rows(Opinion, case_id=case.id, step=step)}
    for reviewer in sorted(reviewers) or (None,):
        check_part(role, work.actor.id, parts | {"reviewer": reviewer})


@submits("approval")
def approve(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record an approval, or a return with its reason; who investigates approves nothing in the same case."""
    roles = {"head": "decider", "legal_reviewer": "reviewer"}
    if task.role in roles and task.step != "review_publication":
        check_persons(work, case, roles[task.role])
    if work.actor.id in {case.lead, case.second}:
        raise LawError("same_person", "办案人员不能审批自己承办的案件。", basis="行政处罚法 42、57")
    if task.step == "approve_filing" and data.routing["approved"]:
        check_two(work, case)
    if task.step in PROPOSALS and data.routing["approved"]:
        check_assessed(work, case)
    if task.step in APPROVALS and data.routing["approved"]:
        APPROVALS[task.step](work, case, task)
    text = data.find("reason") or data.find("opinion") or ""
    agreed = bool(data.routing["approved"])
    give(work, case, task, "approved" if agreed else "returned", text)
    issue_approval(work, case, task, data, agreed=agreed)


@submits("confirmation")
def confirm(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record that the second officer stands by the step, or returns it with the reason."""
    confirmed = bool(data.routing["confirmed"])
    if confirmed and task.step == "confirm_report":
        check_assessed(work, case)
    if confirmed and not case.second_confirmed:
        work.record(SecondOfficerConfirmed(case=case.id, second=work.actor.id, second_name=work.actor.name))
    give(work, case, task, "confirmed" if confirmed else "returned", data.find("reason") or data.find("opinion") or "确认属实。")
    if confirmed and task.step in PAPERS:
        PAPERS[task.step](work, case.id)
    if confirmed and task.step == "confirm_verification":
        check_competence(work, case.id)


@submits("legal_review")
def review(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record the legal review; the reviewer is none of the officers. Source: 行政处罚法 Art. 58.

    The eighth item is whether the breach is a suspected crime: where it is, the transfer to the police begins (国办发〔2018〕118号).
    """
    check_persons(work, case, "reviewer")
    reviewer = work.get(User, work.actor.id)
    check_reviewer(reviewer.name, reviewer.licence, reviewer.reviewer_since)
    if task.step == "legal_review" and data.routing["opinion"] == "pass":
        check_assessed(work, case)
    if task.step in APPROVALS and data.routing["approved"]:
        APPROVALS[task.step](work, case, task)
    text = data.find("reason") or data.find("opinion_text") or "八项审核均无问题。"
    give(work, case, task, str(data.routing["opinion"]), text)
    issue_review(work, case, data, text)
    suspect(work, case.id, data.find("offence"), data.find("crime_remark") or text)
