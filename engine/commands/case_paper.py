"""Papers on the case itself (案件登记文书): where it came from, that it was filed or not, that it was closed, and its volume."""

from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.document import issue, newest
from engine.commands.evidence import RECORD
from engine.commands.inner_paper import common, lines, minute, signatures, stated_day, stated_resolution
from engine.commands.submission import last_form
from engine.errors import LawError
from engine.events.case import SOURCES
from engine.model import Case, Document, Evidence, Inspection, Payment
from engine.rules.document import DOCUMENTS
from engine.rules.document.case_source import CaseSource
from engine.rules.document.closing_approval import ClosingApproval
from engine.rules.document.clue_transfer import ClueTransfer
from engine.rules.document.filing_approval import FilingApproval
from engine.rules.document.site_record import SiteRecord
from engine.rules.document.volume import Filed, Volume, arranged
from engine.rules.document.wording import day_text
from engine.work import FormData, Work

DECISIONS = ("D19", "D20", "D21", "D31")
_REFUSED = {"none": "经核查不符合立案条件，建议不予立案。", "elsewhere": "不属于本机关管辖，建议不予立案。"}


def issue_source(work: Work, case_id: str) -> str:
    """Return the number under which the clue is registered (案件来源登记表, D01); it is given once."""
    known = newest(work, case_id, "D01")
    if known is None:
        issue(work, case_id, "D01", lambda number, token: _source(work, case_id, number, token))
        known = newest(work, case_id, "D01")
    return (known.number if known else None) or ""


def issue_clue_transfer(work: Work, case_id: str, form: FormData) -> None:
    """Issue the letter by which a clue that is not ours goes to the competent body (D26-3), where the verification names it."""
    if form.find("finding") == "elsewhere" and form.find("competent") is not None:
        source = issue_source(work, case_id)
        issue(work, case_id, "D26-3", lambda number, token: _clue_transfer(work, case_id, source, form, number, token))


def issue_site_record(work: Work, case_id: str) -> None:
    """Issue the record of the inspection on site that both officers stand by (现场检查（勘验）笔录, D03-1)."""
    issue(work, case_id, "D03-1", lambda _, token: _site(work, case_id, token))


def issue_filing(work: Work, case_id: str, *, filed: bool) -> None:
    """Issue the approval to file a case, or not to (D02)."""
    source = issue_source(work, case_id)
    issue(work, case_id, "D02", lambda _, token: _filing(work, case_id, source, token, filed=filed))


def issue_closing(work: Work, case_id: str, form: FormData) -> None:
    """Issue the approval to close a case (D28)."""
    issue(work, case_id, "D28", lambda number, token: _closing(work, case_id, form, number, token))


def issue_volume(work: Work, case_id: str, form: FormData, term: str) -> None:
    """Issue cover, contents and remarks of the volume (D29), which is kept for a `term`."""
    issue(work, case_id, "D29", lambda _, token: _volume(work, case_id, form, term, token))


def _clue_transfer(work: Work, case_id: str, source: str, form: FormData, number: str, token: str) -> ClueTransfer:
    case = work.case(case_id)
    return ClueTransfer(
        **common(work, case_id, number, token),
        recipient=form.text("competent"),
        source_number=source,
        discovered_on=stated_day(case.discovered_on),
        place=case.place or "",
        found=form.text("facts").rstrip("。"),
        reason=form.text("not_ours").rstrip("。"),
    )


def _source(work: Work, case_id: str, number: str, token: str) -> CaseSource:
    case, term = work.case(case_id), clock.find(work, case_id, "clue.check")
    return CaseSource(
        **common(work, case_id, number, token),
        source=_origin(work, case),
        discovered_on=case.discovered_on.isoformat(),
        place=case.place or "",
        grid=case.grid or "",
        description=case.description or "",
        registered_by=case.lead_name,
        registered_at=minute(case.opened_at),
        check_due=stated_day(term.due if term else None),
    )


def _origin(work: Work, case: Case) -> str:
    """Return where a clue came from; of an inspection with the number of its notice."""
    row = None if case.inspection is None else work.get(Inspection, case.inspection)
    return SOURCES[case.source] if row is None else f"{SOURCES[case.source]}（检查通知书{row.number}）"


def _site(work: Work, case_id: str, token: str) -> SiteRecord:
    case, form = work.case(case_id), last_form(work, case_id, "verification")
    if form is None:
        raise LawError("step_not_waiting", "没有核查记录。")
    return SiteRecord(
        **common(work, case_id, "", token),
        inspected_on=form.text("inspected_on"),
        place=case.place or "",
        present=form.find("present") or "",
        record=lines(form.values, "record"),
        measures=form.find("measures") or "",
    )


def _filing(work: Work, case_id: str, source: str, token: str, *, filed: bool) -> FilingApproval:
    case, verified, asked = work.case(case_id), last_form(work, case_id, "verification"), last_form(work, case_id, "case_filing")
    told = asked if filed else verified
    finding = (verified.find("finding") if verified else None) or "none"
    return FilingApproval(
        **common(work, case_id, "", token),
        filed=filed,
        source_number=source,
        source=_origin(work, case),
        discovered_on=case.discovered_on.isoformat(),
        place=case.place or "",
        inspected_on=(verified.find("inspected_on") if verified else None) or "",
        record=(verified.find("record") if verified else None) or "",
        facts=told.text("facts") if told else "",
        basis_note=(asked.find("basis_note") if asked and filed else None) or "",
        opinion=(asked.text("opinion") if asked and filed else None) or _REFUSED.get(finding, _REFUSED["none"]),
        signatures=signatures(work, case_id, *(("review_filing", "approve_filing") if filed else ("confirm_verification", "approve_no_filing"))),
        resolution="准予立案" if filed else "不予立案",
    )


def _closing(work: Work, case_id: str, form: FormData, number: str, token: str) -> ClosingApproval:
    case = work.case(case_id)
    paid = sum((payment.amount for payment in work.rows(Payment, case_id=case_id)), start=Decimal(0))
    checked = form.find("correction_checked_on")
    return ClosingApproval(
        **common(work, case_id, number, token),
        filed_on=stated_day(case.filed_on),
        decided_on=stated_day(case.decided_on),
        decisions=tuple(f"{paper.title}（{paper.number}）" for paper in _decisions(work, case_id)),
        outcome=stated_resolution(work, case),
        fine=None if case.fine is None else format(case.fine, "f"),
        gains=None if case.gains is None else format(case.gains, "f"),
        paid=None if case.fine is None and case.gains is None else format(paid, "f"),
        result=form.text("result"),
        correction=f"已于{day_text(checked)}复查改正情况。" if checked else "",
        goods=form.find("goods") or "",
        signatures=signatures(work, case_id, "approve_closing"),
        closed_on=work.today.isoformat(),
    )


def _decisions(work: Work, case_id: str) -> list[Document]:
    found = [paper for code in DECISIONS for paper in work.rows(Document, case_id=case_id, code=code)]
    return sorted(found, key=lambda paper: paper.issued_on)


def _volume(work: Work, case_id: str, form: FormData, term: str, token: str) -> Volume:
    case = work.case(case_id)
    papers = work.rows(Document, case_id=case_id)
    # The record of an inquiry is a paper of its own; its frozen facts are not listed a second time.
    evidence = [item for item in work.rows(Evidence, case_id=case_id, order="number") if item.media_type != RECORD]
    filed = [*map(_filed_paper, papers), *map(_filed_evidence, evidence)]
    return Volume(
        **common(work, case_id, "", token),
        volume=form.text("volume_no"),
        filed_on=stated_day(case.filed_on),
        closed_on=stated_day(case.closed_on),
        outcome=stated_resolution(work, case),
        term=term,
        pages=int(form.text("pages")),
        main=arranged(filed, inner=False),
        inner=arranged(filed, inner=True),
        remark=_remark(case, len(papers), len(evidence)),
        archivist=work.signature,
        archived_on=work.today.isoformat(),
    )


def _filed_paper(paper: Document) -> Filed:
    inner = DOCUMENTS[paper.code].in_volume == "副"
    return Filed(code=paper.code, title=paper.title, number=paper.number or "", day=paper.issued_on.isoformat(), inner=inner)


def _filed_evidence(item: Evidence) -> Filed:
    day = item.obtained_on.isoformat() if item.obtained_on else minute(item.received_at)[:10]
    return Filed(code="", title=item.name, number=f"证据{item.number}", day=day, inner=False)


def _remark(case: Case, papers: int, evidence: int) -> str:
    withheld = f"本案未公示：{case.withheld}。" if case.withheld else ""
    return f"本卷有文书{papers}份、证据材料{evidence}份。文书由系统按案件记录制作，各载有核验码和要素摘要；证据材料各载有SHA-256摘要。{withheld}"
