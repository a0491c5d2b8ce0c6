"""Papers for the court (强制执行申请书): put together from decision, demand letter and ledger."""

from collections.abc import Mapping
from datetime import date

from engine.commands.composition import (
    face,
    stated_assessment,
    stated_basis,
    stated_discretion,
    stated_findings,
)
from engine.commands.document import newest, penalty_paper
from engine.model import Case
from engine.queries.remedy import Unclaimed, judged, remedies_against
from engine.rules.document.court_application import CourtApplication, DemandServed
from engine.rules.document.service_receipt import Served
from engine.rules.document.wording import day_text, figure_text
from engine.rules.ledger import Ledger
from engine.work import FormData, Work

ATTACHMENTS = ("行政处罚决定书和送达回证", "催告书和送达回证", "作出决定的证据材料", "被申请人的主体资格材料")
"""What goes to the court with the application. Source: 行政强制法 Art. 55(1)."""


UNCLAIMED: Mapping[str, str] = {
    "open": "对《加处罚款决定书》申请行政复议、提起行政诉讼的期限没有届满",
    "disputed": "对《加处罚款决定书》的行政复议、行政诉讼没有终结",
    "organ": "《加处罚款决定书》经行政复议变更（调解），由行政复议机关执行",
    "annulled": "《加处罚款决定书》已经撤销，没有重新作出并送达",
}
"""What the court is told where it is asked for the fine alone, by why. Source: 行政强制法 Art. 46, 53; 行政复议法 Art. 64, 78(2)(3)."""


def unclaimed_words(found: Unclaimed | None) -> str:
    """Return why the surcharge is not claimed, in a sentence; nothing where it is."""
    if found is None:
        return ""
    until = f"（至{day_text(found.until.isoformat())}）" if found.until is not None else ""
    return f"{UNCLAIMED[found.why]}{until}，本次不申请执行加处罚款。"


def court_of(work: Work, case_id: str, paper_id: str | None = None) -> str:
    """Return which court is asked: that of the place, or where a court changed the decision the one of first instance (行政诉讼法 Art. 95)."""
    suit = judged(work.connection, case_id, paper_id)
    return work.law.department.remedies.court if suit is None else suit.organ


def changed_words(work: Work, case_id: str, paper_id: str | None = None) -> str:
    """Return by what a decision was changed last in a remedy, in brackets; nothing where it stands as it was decided."""
    rows = [row for row in remedies_against(work.connection, case_id, paper_id) if row.effective_on is not None and row.fine is not None]
    changed = [row for row in rows if row.fine != row.before or row.gains is not None]
    last = max(changed, key=lambda row: (row.effective_on, row.id), default=None)
    return "" if last is None else f"（经{last.organ}{last.document_no or ''}变更，{day_text(str(last.effective_on))}起生效）"


def compose_application(
    work: Work, case: Case, form: FormData, book: Ledger, lapsed: date, number: str, token: str, *, unclaimed: str
) -> CourtApplication:
    """Return the application to the court, signed by the head; `unclaimed` says why it does not ask for the surcharge, empty where it does."""
    paper, demand, assessment = penalty_paper(work, case.id), newest(work, case.id, "D24"), stated_assessment(work, case.id)
    return CourtApplication(
        **face(work, case, number, token),
        court=court_of(work, case.id),
        changed=changed_words(work, case.id),
        judged=judged(work.connection, case.id) is not None,
        decision=Served(name=paper.title if paper else "", number=(paper.number if paper else None) or ""),
        served_on=paper.served_on.isoformat() if paper and paper.served_on else "",
        lapsed_on=lapsed.isoformat(),
        findings=stated_findings(work, case.id),
        reason=stated_discretion(work, case).reason,
        basis=stated_basis(work, assessment),
        demand=DemandServed(
            number=(demand.number if demand else None) or "",
            served_on=demand.served_on.isoformat() if demand and demand.served_on else "",
            plea=stated_plea(form),
        ),
        fine=format(book.principal, "f"),
        gains=format(book.gains_owing, "f"),
        surcharge="0" if unclaimed else format(book.overdue, "f"),
        reckoning=reckoning(book) + unclaimed,
        subject=form.find("subject") or "",
        attachments=ATTACHMENTS,
        signed_by=work.actor.name,
    )


def reckoning(book: Ledger) -> str:
    """Return in Chinese how the surcharge was counted, stretch by stretch."""
    if not book.fine:
        return "没有罚款，不产生加处罚款。"
    said = [
        f"{day_text(part.start.isoformat())}至{day_text(part.end.isoformat())}"
        + (f"共{part.days}日因复议、诉讼不计算" if part.paused else f"共{part.days}日，每日{figure_text(format(part.daily, 'f'))}元")
        for part in book.stretches
    ]
    ended = "，已达到罚款数额，不再增加" if book.is_capped else ""
    counted = "；".join(said) or "没有产生加处罚款"
    return f"加处罚款按未缴罚款的每日{(book.rate * 100).normalize():f}%计算：{counted}，合计{figure_text(format(book.surcharge, 'f'))}元{ended}。"


def stated_plea(form: FormData) -> str:
    """Return what the party said to the demand, and what was found of it."""
    if form.find("plea") != "submitted":
        return "被申请人没有提出陈述、申辩。"
    content, finding = form.text("content").rstrip("。"), form.text("finding").rstrip("。")
    return f"被申请人提出：{content}。复核意见：{finding}。"
