"""Papers on the proposal (处理建议文书): the report of the investigation, the legal review and the approval. Source: 行政处罚法 Art. 57, 58."""

from engine.commands.composition import (
    stated_assessment,
    stated_basis,
    stated_discretion,
    stated_evidence,
    stated_findings,
    stated_plea,
    stated_violation,
)
from engine.commands.document import issue
from engine.commands.hearing_result import stated_hearing
from engine.commands.inner_paper import common, lines, minute, signatures, stated_day, stated_proposal, stated_resolution
from engine.events.case import SOURCES
from engine.model import Case, Task, User
from engine.queries.discretion import reported
from engine.rules.document.handling_approval import HandlingApproval
from engine.rules.document.investigation_report import PENALTY, PUNISHABLE, InvestigationReport
from engine.rules.document.legal_review import ITEMS, LegalReview, ReviewItem
from engine.work import FormData, Work

CHAIN = ("confirm_report", "legal_review", "review_proposal", "approve_proposal", "plea_review", "review_hearing", "panel_discussion", "decide")
"""The steps from the report to the decision at which somebody says yes or no."""

RETURNS = {"investigation": "调查取证", "investigation_report": "调查终结"}
_FOUND = {"ok": "无问题", "problem": "有问题"}
_OPINIONS = {"pass": "通过", "supplement": "补正", "return": "退回", "disagree": "不同意"}
_PLEAS = {"waived": "当事人明确表示放弃陈述、申辩。", "lapsed": "当事人在期限内未提出陈述、申辩。"}


def issue_report(work: Work, case_id: str) -> None:
    """Issue the report that both officers stand by (案件调查终结报告, D12)."""
    issue(work, case_id, "D12", lambda _, token: _report(work, case_id, token))


def issue_review(work: Work, case: Case, form: FormData, text: str) -> None:
    """Issue the opinion of the legal review, whatever it is (法制审核意见书, D13)."""
    issue(work, case.id, "D13", lambda number, token: _review(work, case.id, form, text, number, token))


def issue_approval(work: Work, case_id: str) -> None:
    """Issue the approval with the whole chain of opinions (案件处理审批表, D14)."""
    issue(work, case_id, "D14", lambda _, token: _approval(work, case_id, token))


def _report(work: Work, case_id: str, token: str) -> InvestigationReport:
    case, report = work.case(case_id), reported(work.connection, case_id)
    outcome = str(report.get("outcome") or "")
    punishable, penalty = outcome in PUNISHABLE, outcome == PENALTY
    done = work.rows(Task, case_id=case_id, form="investigation", state="done", order="done_at")
    return InvestigationReport(
        **common(work, case_id, "", token),
        filed_on=stated_day(case.filed_on),
        source=SOURCES[case.source],
        course=tuple(line for task in done for line in lines(task.data or {}, "record")),
        findings=stated_findings(work, case_id),
        evidence=stated_evidence(work, case_id),
        evidence_summary=str(report.get("evidence_summary") or ""),
        kind=outcome,
        violated=stated_violation(work, stated_assessment(work, case_id)) if punishable else (),
        basis=stated_basis(work, stated_assessment(work, case_id)) if penalty else (),
        discretion=stated_discretion(work, case) if penalty else None,
        proposal=stated_proposal(work, case),
        signed_at=minute(work.now),
    )


def _review(work: Work, case_id: str, form: FormData, text: str, number: str, token: str) -> LegalReview:
    case, reviewer = work.case(case_id), work.get(User, work.actor.id)
    return LegalReview(
        **common(work, case_id, number, token),
        findings=stated_findings(work, case_id),
        proposal=stated_proposal(work, case),
        items=tuple(
            ReviewItem(name=label, result=_FOUND[form.text(name)], remark=form.find(f"{name}_remark") or "") for name, label in ITEMS.items()
        ),
        opinion=_OPINIONS[form.text("opinion")],
        text=text,
        return_to=RETURNS.get(form.find("return_to") or "", ""),
        reviewer=work.signature,
        licence=_licence(reviewer),
        reviewed_at=minute(work.now),
    )


def _licence(reviewer: User) -> str:
    if reviewer.licence:
        return f"法律职业资格，证书号{reviewer.licence}"
    return f"自{reviewer.reviewer_since.isoformat()}起从事法制审核" if reviewer.reviewer_since else ""


def _approval(work: Work, case_id: str, token: str) -> HandlingApproval:
    case = work.case(case_id)
    reports = [task.done_at for task in work.rows(Task, case_id=case_id, form="investigation_report", state="done") if task.done_at]
    return HandlingApproval(
        **common(work, case_id, "", token),
        filed_on=stated_day(case.filed_on),
        findings=stated_findings(work, case_id),
        basis=stated_assessment(work, case_id).basis_full if case.outcome == PENALTY else "",
        proposal=stated_proposal(work, case),
        plea=_plea(work, case),
        hearing=stated_hearing(work, case_id),
        signatures=signatures(work, case_id, *CHAIN, since=max(reports, default=None)),
        resolution=stated_resolution(work, case),
        decided_on=stated_day(case.decided_on),
    )


def _plea(work: Work, case: Case) -> str:
    plea = stated_plea(work, case)
    if plea.state == "submitted":
        return f"当事人提出：{plea.content}经复核，{plea.finding}"
    return _PLEAS.get(plea.state, "")
