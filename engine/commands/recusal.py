"""Recusal (回避): who may not be impartial goes, another one comes, and what an officer who goes had collected is looked at again.

Officers, the host and the recorder of a hearing, and members of a panel can be challenged.
It may come after the decision too, for whoever serves and executes it must be impartial as well.

Source: 行政处罚法 Art. 43, 64(4): on application or own motion, decided by the head; the investigation does not stop meanwhile.
"""

from collections.abc import Mapping

from engine.commands.approval_paper import issue_approval
from engine.commands.challenged_person import CHALLENGED, check_successor, part_of, take_over
from engine.commands.evidence import RECORD
from engine.commands.opinion import give
from engine.commands.procedure import form_here, start_form, starts
from engine.commands.submission import submits
from engine.errors import InvalidInputError, LawError
from engine.events.evidence import EvidenceRechecked
from engine.events.officer import PARTS, OfficerRecused
from engine.model import Case, Document, Evidence, Task, User
from engine.queries.reach import named_in
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

REASONS: Mapping[str, str] = {
    "interest": "与案件有直接利害关系",
    "relation": "与当事人有亲属等关系",
    "other": "有其他关系可能影响公正执法",
}


@starts("recusal")
def apply_for_recusal(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the name and part of who is challenged; refuses whoever has none in the case, and an application from before the case."""
    del instance
    person = _officer(work, data)
    part = None if person is None else part_of(work, case, person.id)
    if person is None or part is None:
        message = f"请选择本案的{'、'.join(CHALLENGED.values())}；听证举行以后、集体讨论作出结论以后，不再更换主持人、记录员和成员。"
        raise InvalidInputError({"officer": [message]})
    if data.day("applied_on") < case.discovered_on:
        raise LawError("before_cause", "提出回避的日期早于发现日期。", basis="行政处罚法 43", field="applied_on")
    return person.name if part in PARTS else f"{CHALLENGED[part]}{person.name}"


@submits("recusal_decision")
def decide_recusal(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record the decision of the head, who is none of the officers; refuses a successor who may not enforce in the case."""
    if work.actor.id in {case.lead, case.second}:
        raise LawError("same_person", "办案人员不能决定自己案件中的回避。", basis="行政处罚法 43")
    granted, challenged = bool(data.routing["granted"]), _officer(work, start_form(work, task.instance))
    if challenged is not None and challenged.id == work.actor.id:
        raise LawError("same_person", "本人的回避，不能由本人决定。", basis="行政处罚法 43③")
    part = None if challenged is None else part_of(work, case, challenged.id)
    if granted and part is not None:
        check_successor(work, case, part, data.text("replacement"))
    give(work, case, task, "approved" if granted else "returned", data.text("reason"))
    issue_approval(work, case, task, data, agreed=granted)


@operation("officer.recuse", returns=("flagged",))
def recuse_officer(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Put the successor in, keep the officer out of the case from now on, and flag what the officer collected (需复核)."""
    del inputs, values
    case, started, decided = work.case(case_id), start_form(work), form_here(work, case_id, "recusal_decision")
    officer = _officer(work, started)
    if officer is None or decided is None:
        raise LawError("step_not_waiting", "没有回避决定。")
    if (part := part_of(work, case, officer.id)) is not None:
        take_over(work, case, part, officer, check_successor(work, case, part, decided.text("replacement")))
    collected = tuple(piece.id for piece in work.rows(Evidence, case_id=case_id, order="number") if _took_part(work, piece, officer))
    work.record(
        OfficerRecused(
            case=case_id,
            person=officer.id,
            person_name=officer.name,
            reason=REASONS[started.text("reason")],
            recused=named_in(case.recused, [officer.id]),
            evidence=collected,
        )
    )
    return {"flagged": bool(collected)}


@submits("evidence_recheck")
def recheck_evidence(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record which of the flagged pieces stand; refuses pieces that need no recheck."""
    flagged = [piece for piece in work.rows(Evidence, case_id=case.id, order="number") if piece.recheck == "needed"]
    kept = data.values["kept"]
    chosen = {str(item) for item in kept} if isinstance(kept, list) else set()
    if chosen - {name for piece in flagged for name in (piece.id, str(piece.number))}:
        raise InvalidInputError({"kept": ["只列须复核的证据，按编号填写。"]})
    for piece in flagged:
        stands = bool({piece.id, str(piece.number)} & chosen)
        work.record(EvidenceRechecked(case=case.id, evidence=piece.id, number=piece.number, kept=stands, person_name=work.actor.name))
    del task


def _took_part(work: Work, piece: Evidence, officer: User) -> bool:
    """Tell whether an officer handed a piece in, or is one of the two who made the record that it is. Source: 行政处罚法 Art. 42, 43."""
    if piece.person == officer.id:
        return True
    if piece.media_type != RECORD or officer.certificate is None:
        return False
    papers = work.rows(Document, token=piece.file_name.removesuffix(".json"))
    return any(named["certificate"] == officer.certificate for paper in papers for named in (paper.facts or {}).get("officers", ()))


def _officer(work: Work, data: FormData) -> User | None:
    wanted = data.text("officer")
    return work.find(User, wanted) or next(iter(work.rows(User, login=wanted)), None)
